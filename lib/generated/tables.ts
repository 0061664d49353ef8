// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = '6223c5195776726178356cdd0d761a253d8f2ef9'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'a19493ff765e75cadeea34f51a3e3bed78b1b952'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

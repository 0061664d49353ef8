// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = '866fcb925bdabebdb789aa29d2e5567ff75c6b86'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

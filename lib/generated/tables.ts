// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = '6281429d5ffa4b6bd1ad0120712363303c88ac2b'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

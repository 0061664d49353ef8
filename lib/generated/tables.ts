// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = '61382c9bafab3af9de29dd08a8d9d63a63da87b9'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

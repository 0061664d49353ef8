// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'c5610136c89f575aebce44e7aec8a1c4cc850f5c'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'
/** The libtorrent whose constants are generated. Those of newer versions are added at run time. */
export const CONSTANTS_VERSION = '2.0.8.0'

// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'b2953e18ecaec914d7a4b8a5f00a45e478a9d788'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'
/** The libtorrent whose constants are generated. Those of newer versions are added at run time. */
export const CONSTANTS_VERSION = '2.0.8.0'

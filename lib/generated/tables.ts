// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = '000752c72f43f17f7858b2ac291dcc717e98cb1f'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'
/** The libtorrent whose constants are generated. Those of newer versions are added at run time. */
export const CONSTANTS_VERSION = '2.0.8.0'

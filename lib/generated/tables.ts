// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'b03117b806f67a7e253731eaa0d37b6fcf373bc0'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'
/** The libtorrent whose constants are generated. Those of newer versions are added at run time. */
export const CONSTANTS_VERSION = '2.0.8.0'
/** Of this package. An addon of another one is not loaded. */
export const PACKAGE_VERSION = '0.1.0'

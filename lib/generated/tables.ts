// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'f081bf226a9dcda66b97429b565f65132c4801f6'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

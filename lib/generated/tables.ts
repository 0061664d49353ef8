// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = '19e3120e97c99d86aa24bf263a015aa1399db9ba'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

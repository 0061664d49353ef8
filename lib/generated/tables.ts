// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'c05c8a9895e85443e42f62ec2dbd0315f58f0996'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

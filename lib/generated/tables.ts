// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Of the tables that these files were made from. */
export const SCHEMA_HASH = 'a875274e4d4f8e0c6910fa26d527bdbcffd3ee4e'
/** The libtorrent that they were made with. */
export const PINNED_VERSION = '2.0.8.0'

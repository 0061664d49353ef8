// libtorrent-napi/bencode: values and their bencoded form.
export { Preformatted, bdecode, bencode } from '../index'
export type { Entry, EntryInit } from '../index'

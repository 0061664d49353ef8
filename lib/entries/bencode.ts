// libtorrent-napi/bencode: values and their bencoded form.
import '../hooks'

export { bdecode, bencode } from '../metainfo/functions'
export { Preformatted } from '../metainfo/preformatted'
export type { Entry, EntryInit } from '../generated/records'

// Public types that lower layers name. Besides generated/, no other file refers to a layer above its own.
export type { LibtorrentErrorCode, OwnErrorCode } from './generated/enums'
export type { FileEntry, FileStorage } from './metainfo/file-storage'
export type { Preformatted } from './metainfo/preformatted'
export type { TorrentInfo } from './metainfo/torrent-info'
export type { IpFilter, PeerClassTypeFilter, PortFilter } from './session/filters'
export type { Session } from './session/session'
export type { TorrentHandle } from './torrent/torrent-handle'

// Made by scripts/generate.mjs from native/tables. Do not edit.
import type { Bitfield } from '../support/bitfield'
import type { LibtorrentError } from '../support/errors'
import type { IpFilter, Preformatted, TorrentHandle, TorrentInfo } from '../types'
import type {
  BlockState,
  DiskBackend,
  Extension,
  MetricType,
  StorageMode,
  TorrentState,
  WebSeedType,
} from './enums'
import type { SettingsInit } from './settings'

/**
 * Everything that a torrent is added with, which is also what is saved of it to go on later.
 * `savePath` must be given, and one of `ti` and `infoHashes`. `loadTorrentFile()`,
 * `parseMagnetUri()` and `readResumeData()` fill in what they know. A key is missing where
 * libtorrent has nothing: an empty text or list, no limit, no date, the default storage mode. So
 * `{ savePath, ...params }` keeps a `savePath` that `params` does not have.
 *
 * @see https://libtorrent.org/reference-Add_Torrent.html#add_torrent_params
 */
export interface AddTorrentParams {
  /** The metadata, from a .torrent file; missing when it is to be downloaded. */
  readonly ti?: TorrentInfo
  /** URLs of trackers, besides those of the .torrent file. */
  readonly trackers?: ReadonlyArray<string>
  /** The tiers of `trackers`, 0 first. Where the list ends, the last one goes on. */
  readonly trackerTiers?: ReadonlyArray<number>
  /** Nodes of the DHT to know: host and port. */
  readonly dhtNodes?: ReadonlyArray<readonly [string, number]>
  /** What to call it while it has no metadata. */
  readonly name?: string
  /** The directory that its files are in, or will be. */
  readonly savePath?: string
  /** How its files come to be. Default: `'storage_mode_sparse'`. */
  readonly storageMode?: StorageMode
  /**
   * A number of your own, from 0 to 2^53 - 1, that tells the torrent: `userdata()` and
   * `torrent_removed` alerts give it back. Default: 0.
   */
  readonly userdata?: number
  /**
   * Priorities of its files, 0 to 7 (`downloadPriority`); files beyond the end of the list have the
   * default, 4.
   */
  readonly filePriorities?: ReadonlyArray<number>
  /** The id that trackers are sent until they name one. */
  readonly trackerid?: string
  /** Of `torrentFlags`. Default: `torrentFlags.defaultFlags`, which a change should begin with. */
  readonly flags: number
  /** What identifies the torrent where `ti` is missing: its metadata is downloaded from peers. */
  readonly infoHashes: InfoHash
  /** How many peers it may upload to at a time. Missing: no limit of its own. */
  readonly maxUploads?: number
  /** How many peers it may be connected to, at least 2. Missing: no limit of its own. */
  readonly maxConnections?: number
  /** Bytes per second that it may upload. Missing, or 0: no limit of its own. */
  readonly uploadLimit?: number
  /** Bytes per second that it may download. Missing, or 0: no limit of its own. */
  readonly downloadLimit?: number
  /** Bytes of payload that it has uploaded so far. */
  readonly totalUploaded: number
  /** Bytes of payload that it has downloaded so far. */
  readonly totalDownloaded: number
  /** Seconds for which it has run so far. */
  readonly activeTime: number
  /** Seconds for which it has run with all that is wanted. */
  readonly finishedTime: number
  /** Seconds for which it has run with everything. */
  readonly seedingTime: number
  /** When it was first added; missing: now. */
  readonly addedTime?: Date
  /** When it was complete; missing if it isn't. */
  readonly completedTime?: Date
  /** When its peers last had every piece among them; missing: never. */
  readonly lastSeenComplete?: Date
  /** Peers of the swarm that have everything, as a tracker said; missing when unknown. */
  readonly numComplete?: number
  /** Peers of the swarm that don't have everything, as a tracker said; missing when unknown. */
  readonly numIncomplete?: number
  /** How often it has been downloaded, as a tracker said; missing when unknown. */
  readonly numDownloaded?: number
  /** URLs of web seeds of BEP 17, besides those of the .torrent file. */
  readonly httpSeeds?: ReadonlyArray<string>
  /** URLs of web seeds of BEP 19, besides those of the .torrent file. */
  readonly urlSeeds?: ReadonlyArray<string>
  /** Peers to connect to. */
  readonly peers?: ReadonlyArray<Endpoint>
  /** Peers that it doesn't connect to. */
  readonly bannedPeers?: ReadonlyArray<Endpoint>
  /**
   * Which blocks of incomplete pieces it has, by the index of the piece; a RangeError from 2^29 on.
   */
  readonly unfinishedPieces?: ReadonlyMap<number, Bitfield>
  /** The pieces that it has. With them the files aren't checked. */
  readonly havePieces?: Bitfield
  /** With `torrentFlags.seedMode`: the pieces that have been checked. */
  readonly verifiedPieces?: Bitfield
  /** Priorities of its pieces, 0 to 7 (`downloadPriority`). */
  readonly piecePriorities?: ReadonlyArray<number>
  /**
   * For every file of a version 2 torrent, the hashes of its tree that are known, 64 hex digits
   * each.
   */
  readonly merkleTrees?: ReadonlyArray<ReadonlyArray<string>>
  /** For every file, which nodes of its hash tree `merkleTrees` has; the others are unknown. */
  readonly merkleTreeMask?: ReadonlyArray<ReadonlyArray<boolean>>
  /**
   * For every file of a version 2 torrent, which hashes of its blocks have been verified. Missing:
   * all that are known.
   */
  readonly verifiedLeafHashes?: ReadonlyArray<ReadonlyArray<boolean>>
  /** New paths of files by their index; a RangeError from 2^20 on. */
  readonly renamedFiles?: ReadonlyMap<number, string>
  /** When it last received payload; missing: never. */
  readonly lastDownload?: Date
  /** When it last sent payload; missing: never. */
  readonly lastUpload?: Date
}
/** What may be given of a {@link AddTorrentParams}: the rest keeps libtorrent's default. */
export type AddTorrentParamsInit = {
  /** The metadata, from a .torrent file; missing when it is to be downloaded. */
  readonly ti?: TorrentInfo | null | undefined
  /** URLs of trackers, besides those of the .torrent file. */
  readonly trackers?: ReadonlyArray<string> | undefined
  /** The tiers of `trackers`, 0 first. Where the list ends, the last one goes on. */
  readonly trackerTiers?: ReadonlyArray<number> | undefined
  /** Nodes of the DHT to know: host and port. */
  readonly dhtNodes?: ReadonlyArray<readonly [string, number]> | undefined
  /** What to call it while it has no metadata. */
  readonly name?: string | undefined
  /** The directory that its files are in, or will be. */
  readonly savePath: string
  /** How its files come to be. Default: `'storage_mode_sparse'`. */
  readonly storageMode?: StorageMode | undefined
  /**
   * A number of your own, from 0 to 2^53 - 1, that tells the torrent: `userdata()` and
   * `torrent_removed` alerts give it back. Default: 0.
   */
  readonly userdata?: number | undefined
  /**
   * Priorities of its files, 0 to 7 (`downloadPriority`); files beyond the end of the list have the
   * default, 4.
   */
  readonly filePriorities?: ReadonlyArray<number> | undefined
  /** The id that trackers are sent until they name one. */
  readonly trackerid?: string | undefined
  /** Of `torrentFlags`. Default: `torrentFlags.defaultFlags`, which a change should begin with. */
  readonly flags?: number | undefined
  /** What identifies the torrent where `ti` is missing: its metadata is downloaded from peers. */
  readonly infoHashes?: InfoHashInit | undefined
  /** How many peers it may upload to at a time. Missing: no limit of its own. */
  readonly maxUploads?: number | undefined
  /** How many peers it may be connected to, at least 2. Missing: no limit of its own. */
  readonly maxConnections?: number | undefined
  /** Bytes per second that it may upload. Missing, or 0: no limit of its own. */
  readonly uploadLimit?: number | undefined
  /** Bytes per second that it may download. Missing, or 0: no limit of its own. */
  readonly downloadLimit?: number | undefined
  /** Bytes of payload that it has uploaded so far. */
  readonly totalUploaded?: number | undefined
  /** Bytes of payload that it has downloaded so far. */
  readonly totalDownloaded?: number | undefined
  /** Seconds for which it has run so far. */
  readonly activeTime?: number | undefined
  /** Seconds for which it has run with all that is wanted. */
  readonly finishedTime?: number | undefined
  /** Seconds for which it has run with everything. */
  readonly seedingTime?: number | undefined
  /** When it was first added; missing: now. */
  readonly addedTime?: Date | null | undefined
  /** When it was complete; missing if it isn't. */
  readonly completedTime?: Date | null | undefined
  /** When its peers last had every piece among them; missing: never. */
  readonly lastSeenComplete?: Date | null | undefined
  /** Peers of the swarm that have everything, as a tracker said; missing when unknown. */
  readonly numComplete?: number | undefined
  /** Peers of the swarm that don't have everything, as a tracker said; missing when unknown. */
  readonly numIncomplete?: number | undefined
  /** How often it has been downloaded, as a tracker said; missing when unknown. */
  readonly numDownloaded?: number | undefined
  /** URLs of web seeds of BEP 17, besides those of the .torrent file. */
  readonly httpSeeds?: ReadonlyArray<string> | undefined
  /** URLs of web seeds of BEP 19, besides those of the .torrent file. */
  readonly urlSeeds?: ReadonlyArray<string> | undefined
  /** Peers to connect to. */
  readonly peers?: ReadonlyArray<Endpoint> | undefined
  /** Peers that it doesn't connect to. */
  readonly bannedPeers?: ReadonlyArray<Endpoint> | undefined
  /**
   * Which blocks of incomplete pieces it has, by the index of the piece; a RangeError from 2^29 on.
   */
  readonly unfinishedPieces?: ReadonlyMap<number, Bitfield | ReadonlyArray<boolean>> | undefined
  /** The pieces that it has. With them the files aren't checked. */
  readonly havePieces?: Bitfield | ReadonlyArray<boolean> | undefined
  /** With `torrentFlags.seedMode`: the pieces that have been checked. */
  readonly verifiedPieces?: Bitfield | ReadonlyArray<boolean> | undefined
  /** Priorities of its pieces, 0 to 7 (`downloadPriority`). */
  readonly piecePriorities?: ReadonlyArray<number> | undefined
  /**
   * For every file of a version 2 torrent, the hashes of its tree that are known, 64 hex digits
   * each.
   */
  readonly merkleTrees?: ReadonlyArray<ReadonlyArray<string>> | undefined
  /** For every file, which nodes of its hash tree `merkleTrees` has; the others are unknown. */
  readonly merkleTreeMask?: ReadonlyArray<ReadonlyArray<boolean>> | undefined
  /**
   * For every file of a version 2 torrent, which hashes of its blocks have been verified. Missing:
   * all that are known.
   */
  readonly verifiedLeafHashes?: ReadonlyArray<ReadonlyArray<boolean>> | undefined
  /** New paths of files by their index; a RangeError from 2^20 on. */
  readonly renamedFiles?: ReadonlyMap<number, string> | undefined
  /** When it last received payload; missing: never. */
  readonly lastDownload?: Date | null | undefined
  /** When it last sent payload; missing: never. */
  readonly lastUpload?: Date | null | undefined
} & ({ readonly ti: TorrentInfo } | { readonly infoHashes: InfoHashInit })

/**
 * How a tracker gets on with one listen socket.
 *
 * @see https://libtorrent.org/reference-Trackers.html#announce_endpoint
 */
export interface AnnounceEndpoint {
  /** The listen socket. */
  readonly localEndpoint: Endpoint
  /** The state by info-hash: version 1, then version 2. */
  readonly infoHashes: ReadonlyArray<AnnounceInfohash>
  /** Whether the tracker is announced to from there. */
  readonly enabled: boolean
}
/** What may be given of a {@link AnnounceEndpoint}: the rest keeps libtorrent's default. */
export interface AnnounceEndpointInit {
  /** The listen socket. */
  readonly localEndpoint?: Endpoint | undefined
  /** Whether the tracker is announced to from there. */
  readonly enabled?: boolean | undefined
}

/**
 * A tracker of a torrent.
 *
 * @see https://libtorrent.org/reference-Trackers.html#announce_entry
 */
export interface AnnounceEntry {
  /** Its URL: `http:`, `https:` or `udp:`. */
  readonly url: string
  /**
   * The id that it named, and is sent back; empty if it named none. Bytes that are not UTF-8 are
   * U+FFFD here.
   */
  readonly trackerid: string
  /** Its state by listen socket, once it was announced to. */
  readonly endpoints: ReadonlyArray<AnnounceEndpoint>
  /** 0 to 255. Trackers of higher tiers are tried when those of lower ones fail. Default: 0. */
  readonly tier: number
  /** After how many failures in a row it isn't tried again. 0, the default: it always is. */
  readonly failLimit: number
  /**
   * Where it comes from, bits: 1 the .torrent file, 2 this program, 4 a magnet link, 8 other peers.
   */
  readonly source: number
  /** Whether it has ever answered. */
  readonly verified: boolean
}
/** What may be given of a {@link AnnounceEntry}: the rest keeps libtorrent's default. */
export interface AnnounceEntryInit {
  /** Its URL: `http:`, `https:` or `udp:`. */
  readonly url?: string | undefined
  /**
   * The id that it named, and is sent back; empty if it named none. Bytes that are not UTF-8 are
   * U+FFFD here.
   */
  readonly trackerid?: string | undefined
  /** Its state by listen socket, once it was announced to. */
  readonly endpoints?: ReadonlyArray<AnnounceEndpointInit> | undefined
  /** 0 to 255. Trackers of higher tiers are tried when those of lower ones fail. Default: 0. */
  readonly tier?: number | undefined
  /** After how many failures in a row it isn't tried again. 0, the default: it always is. */
  readonly failLimit?: number | undefined
  /** Whether it has ever answered. */
  readonly verified?: boolean | undefined
}

/**
 * How announces of one info-hash from one listen socket go.
 *
 * @see https://libtorrent.org/reference-Trackers.html#announce_infohash
 */
export interface AnnounceInfohash {
  /** What the tracker said as an error or a warning; empty if nothing. */
  readonly message: string
  /** What went wrong with the last announce; null if nothing did. */
  readonly lastError: LibtorrentError | null
  /**
   * When the next announce is due, in milliseconds on performance.now()'s clock; null: not known.
   */
  readonly nextAnnounce: number | null
  /**
   * Before when there is no announce, in milliseconds on performance.now()'s clock; null: at any
   * time.
   */
  readonly minAnnounce: number | null
  /** Peers that don't have everything, as the tracker said; -1 if it didn't. */
  readonly scrapeIncomplete: number
  /** Peers that have everything, as the tracker said; -1 if it didn't. */
  readonly scrapeComplete: number
  /** How often it was downloaded, as the tracker said; -1 if it didn't. */
  readonly scrapeDownloaded: number
  /** How many announces failed in a row. */
  readonly fails: number
  /** Whether an announce is under way. */
  readonly updating: boolean
  /** Whether the tracker knows that the torrent has started. */
  readonly startSent: boolean
  /** Whether the tracker was told that the torrent is complete. */
  readonly completeSent: boolean
}

/** How deep and how large a bencoded value may be, for bytes from strangers. */
export interface BdecodeLimits {
  /** How many lists and dictionaries may lie in one another, 1 to 1000. Default: 100. */
  readonly maxDepth: number
  /** How many items it may consist of. Default: 2000000. */
  readonly maxTokens: number
}
/** What may be given of a {@link BdecodeLimits}: the rest keeps libtorrent's default. */
export interface BdecodeLimitsInit {
  /** How many lists and dictionaries may lie in one another, 1 to 1000. Default: 100. */
  readonly maxDepth?: number | undefined
  /** How many items it may consist of. Default: 2000000. */
  readonly maxTokens?: number | undefined
}

/**
 * A block of a piece that is being downloaded.
 *
 * @see https://libtorrent.org/reference-Torrent_Handle.html#block_info
 */
export interface BlockInfo {
  /** How many bytes of it were received. */
  readonly bytesProgress: number
  /** Its size in bytes: 16384, the last one of a torrent may have less. */
  readonly blockSize: number
  /** What has become of it. */
  readonly state: BlockState
  /** The peer that it was last asked of, or came from; unspecified if there is none. */
  readonly peer: Endpoint
  /** How many peers it is being asked of: more than one at the end of a download. */
  readonly numPeers: number
}

/**
 * A lookup of the DHT that is under way.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_lookup
 */
export interface DhtLookup {
  /** What it is for, such as `'get_peers'`. */
  readonly type: string
  /** How many answers it waits for. */
  readonly outstandingRequests: number
  /** How many nodes didn't answer. */
  readonly timeouts: number
  /** How many answers it got. */
  readonly responses: number
  /** How many nodes it asks at a time. */
  readonly branchFactor: number
  /** How many nodes it could still ask. */
  readonly nodesLeft: number
  /** Seconds since it last asked a node; 2147483647 if it hasn't. */
  readonly lastSent: number
  /** How many nodes take so long that others were asked instead. */
  readonly firstTimeout: number
  /** What it looks for, 40 hex digits: an info-hash, a node id or the key of an item. */
  readonly target: string
}

/**
 * A bucket of the DHT's routing table.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_routing_bucket
 */
export interface DhtRoutingBucket {
  /** How many nodes it has. */
  readonly numNodes: number
  /** How many nodes wait for one to fail. */
  readonly numReplacements: number
}

/**
 * What the DHT starts faster with the next time.
 *
 * @see https://libtorrent.org/reference-DHT.html#dht_state
 */
export interface DhtState {
  /** The own node ids, 40 hex digits each, by the address that they are used on. */
  readonly nids: ReadonlyArray<readonly [string, string]>
  /** Nodes with IPv4 addresses. */
  readonly nodes: ReadonlyArray<Endpoint>
  /** Nodes with IPv6 addresses. */
  readonly nodes6: ReadonlyArray<Endpoint>
}
/** What may be given of a {@link DhtState}: the rest keeps libtorrent's default. */
export interface DhtStateInit {
  /** The own node ids, 40 hex digits each, by the address that they are used on. */
  readonly nids?: ReadonlyArray<readonly [string, string]> | undefined
  /** Nodes with IPv4 addresses. */
  readonly nodes?: ReadonlyArray<Endpoint> | undefined
  /** Nodes with IPv6 addresses. */
  readonly nodes6?: ReadonlyArray<Endpoint> | undefined
}

/** An IP address and a port, as `net.AddressInfo` has them. */
export interface Endpoint {
  /** An IPv4 or IPv6 address. */
  readonly address: string
  /** 0 to 65535. */
  readonly port: number
}

/** Every address with its flags: as few ranges as describe a filter. */
export interface ExportedFilter {
  /** Ranges of IPv4 addresses, from the lowest to the highest. */
  readonly ipv4: ReadonlyArray<IpRange>
  /** Ranges of IPv6 addresses, from the lowest to the highest. */
  readonly ipv6: ReadonlyArray<IpRange>
}

/**
 * A part of a file.
 *
 * @see https://libtorrent.org/reference-Storage.html#file_slice
 */
export interface FileSlice {
  /** Index of the file. */
  readonly fileIndex: number
  /** Where it begins in the file, in bytes. */
  readonly offset: number
  /** How many bytes it has. */
  readonly size: number
}

/**
 * What identifies a torrent: one hash, or both for hybrid torrents.
 *
 * @see https://libtorrent.org/reference-Core.html#info_hash_t
 */
export interface InfoHash {
  /** SHA-1 for version 1, 40 hex digits; null if there is none. */
  readonly v1: string | null
  /** SHA-256 for version 2, 64 hex digits; null if there is none. */
  readonly v2: string | null
}
/** What may be given of a {@link InfoHash}: the rest keeps libtorrent's default. */
export interface InfoHashInit {
  /** SHA-1 for version 1, 40 hex digits; null if there is none. */
  readonly v1?: string | null | undefined
  /** SHA-256 for version 2, 64 hex digits; null if there is none. */
  readonly v2?: string | null | undefined
}

/** Addresses that have the same flags. */
export interface IpRange {
  /** The lowest address. */
  readonly first: string
  /** The highest address. */
  readonly last: string
  /** Their flags, such as `ipFilterFlags.blocked`; 0 when no rule has them. */
  readonly flags: number
}

/** An Ed25519 key pair. */
export interface KeyPair {
  /** 32 bytes. */
  readonly publicKey: Buffer
  /** 64 bytes. */
  readonly secretKey: Buffer
}

/**
 * How large a torrent may be that is loaded, for files from strangers.
 *
 * @see https://libtorrent.org/reference-Torrent_Info.html#load_torrent_limits
 */
export interface LoadTorrentLimits {
  /** The most bytes of a file. Default: 10000000. */
  readonly maxBufferSize: number
  /** How many pieces it may have. Default: 2097152. */
  readonly maxPieces: number
  /** How many lists and dictionaries may lie in one another, 1 to 1000. Default: 100. */
  readonly maxDecodeDepth: number
  /** How many bencoded items it may consist of. Default: 3000000. */
  readonly maxDecodeTokens: number
}
/** What may be given of a {@link LoadTorrentLimits}: the rest keeps libtorrent's default. */
export interface LoadTorrentLimitsInit {
  /** The most bytes of a file. Default: 10000000. */
  readonly maxBufferSize?: number | undefined
  /** How many pieces it may have. Default: 2097152. */
  readonly maxPieces?: number | undefined
  /** How many lists and dictionaries may lie in one another, 1 to 1000. Default: 100. */
  readonly maxDecodeDepth?: number | undefined
  /** How many bencoded items it may consist of. Default: 3000000. */
  readonly maxDecodeTokens?: number | undefined
}

/** What `dhtPutMutableItem()` stores. */
export interface MutableItem {
  /** The item; bencoded, at most 1000 bytes. */
  readonly data: Entry
  /** Its owner's public key, 32 bytes: what it is found by, with the salt. */
  readonly publicKey: Buffer
  /** Its owner's secret key, 64 bytes, to sign it with. It stays here. */
  readonly secretKey: Buffer
  /** Tells the items of one key apart, at most 64 bytes of UTF-8. Default: empty. */
  readonly salt: string
}
/** What may be given of a {@link MutableItem}: the rest keeps libtorrent's default. */
export interface MutableItemInit {
  /** The item; bencoded, at most 1000 bytes. */
  readonly data: EntryInit
  /** Its owner's public key, 32 bytes: what it is found by, with the salt. */
  readonly publicKey: Uint8Array
  /** Its owner's secret key, 64 bytes, to sign it with. It stays here. */
  readonly secretKey: Uint8Array
  /** Tells the items of one key apart, at most 64 bytes of UTF-8. Default: empty. */
  readonly salt?: string | undefined
}

/** How a session is made, besides `session_params`. */
export interface NativeSessionOptions {
  /** Whether alerts have a `message`. Default: true. */
  readonly alertMessages: boolean
  /** How files are read and written. Default: `'standard'`. */
  readonly diskBackend: DiskBackend
  /** The plugins to run. Default: all. */
  readonly extensions: ReadonlyArray<Extension>
  /** Of `sessionFlags`. Default: 0. */
  readonly flags: number
  /**
   * Whether connections to peers have TCP_NODELAY, which libtorrent 2.0 has no setting for.
   * Default: true.
   */
  readonly tcpNoDelay: boolean
  /**
   * Certificates of authorities, as PEM, that are trusted besides those of the system. Default:
   * none.
   */
  readonly certificateAuthorities: string
}
/** What may be given of a {@link NativeSessionOptions}: the rest keeps libtorrent's default. */
export interface NativeSessionOptionsInit {
  /** Whether alerts have a `message`. Default: true. */
  readonly alertMessages?: boolean | undefined
  /** How files are read and written. Default: `'standard'`. */
  readonly diskBackend?: DiskBackend | undefined
  /** The plugins to run. Default: all. */
  readonly extensions?: ReadonlyArray<Extension> | undefined
  /** Of `sessionFlags`. Default: 0. */
  readonly flags?: number | undefined
  /**
   * Whether connections to peers have TCP_NODELAY, which libtorrent 2.0 has no setting for.
   * Default: true.
   */
  readonly tcpNoDelay?: boolean | undefined
  /**
   * Certificates of authorities, as PEM, that are trusted besides those of the system. Default:
   * none.
   */
  readonly certificateAuthorities?: string | undefined
}

/**
 * A file that is open.
 *
 * @see https://libtorrent.org/reference-Custom_Storage.html#open_file_state
 */
export interface OpenFileState {
  /** Index of the file. */
  readonly fileIndex: number
  /** How it is open, of `fileOpenMode`. */
  readonly openMode: number
  /** When it was last used, in milliseconds on performance.now()'s clock. */
  readonly lastUse: number | null
}

/**
 * A piece that is being downloaded, or has been begun.
 *
 * @see https://libtorrent.org/reference-Torrent_Handle.html#partial_piece_info
 */
export interface PartialPieceInfo {
  /** Index of the piece. */
  readonly pieceIndex: number
  /** How many blocks it has. */
  readonly blocksInPiece: number
  /** How many of them are on disk. */
  readonly finished: number
  /** How many of them were received and wait for the disk. */
  readonly writing: number
  /** How many of them peers have been asked for. */
  readonly requested: number
  /** Its blocks, in order. */
  readonly blocks: ReadonlyArray<BlockInfo>
}

/**
 * A group of peers with limits that they share. Where a peer is in several, all limits apply.
 *
 * @see https://libtorrent.org/reference-PeerClass.html#peer_class_info
 */
export interface PeerClassInfo {
  /** Whether its peers are uploaded to without needing an upload slot. */
  readonly ignoreUnchokeSlots: boolean
  /**
   * How many percent of the limits on connections its peers may use. 100 is as others; 200 accepts
   * them up to twice the limits.
   */
  readonly connectionLimitFactor: number
  /** What to call it: for people only. */
  readonly label: string
  /**
   * Bytes per second that all its peers together may be sent. 0: no limit; less than 10 counts as
   * 10.
   */
  readonly uploadLimit: number
  /**
   * Bytes per second that all its peers together may send us. 0: no limit; less than 10 counts as
   * 10.
   */
  readonly downloadLimit: number
  /** Its weight when bandwidth is scarce, 1 to 255. */
  readonly uploadPriority: number
  /** Its weight when bandwidth is scarce, 1 to 255. */
  readonly downloadPriority: number
}
/** What may be given of a {@link PeerClassInfo}: the rest keeps libtorrent's default. */
export interface PeerClassInfoInit {
  /** Whether its peers are uploaded to without needing an upload slot. */
  readonly ignoreUnchokeSlots?: boolean | undefined
  /**
   * How many percent of the limits on connections its peers may use. 100 is as others; 200 accepts
   * them up to twice the limits.
   */
  readonly connectionLimitFactor?: number | undefined
  /** What to call it: for people only. */
  readonly label?: string | undefined
  /**
   * Bytes per second that all its peers together may be sent. 0: no limit; less than 10 counts as
   * 10.
   */
  readonly uploadLimit?: number | undefined
  /**
   * Bytes per second that all its peers together may send us. 0: no limit; less than 10 counts as
   * 10.
   */
  readonly downloadLimit?: number | undefined
  /** Its weight when bandwidth is scarce, 1 to 255. */
  readonly uploadPriority?: number | undefined
  /** Its weight when bandwidth is scarce, 1 to 255. */
  readonly downloadPriority?: number | undefined
}

/**
 * A peer that a torrent is connected to, or is connecting to.
 *
 * @see https://libtorrent.org/reference-Core.html#peer_info
 */
export interface PeerInfo {
  /** Name and version of its program, as far as it can be told. */
  readonly client: string
  /** The pieces that it has; empty before that is known. */
  readonly pieces: Bitfield
  /** Bytes of payload that came from it. */
  readonly totalDownload: number
  /** Bytes of payload that it was sent. */
  readonly totalUpload: number
  /** Milliseconds since it was last sent a request. */
  readonly lastRequest: number
  /** Milliseconds since anything was sent or received. */
  readonly lastActive: number
  /** Milliseconds until it will have answered them. */
  readonly downloadQueueTime: number
  /** Its state, of `peerFlags`. */
  readonly flags: number
  /** Who told about it, of `peerSourceFlags`. */
  readonly source: number
  /** Bytes per second that it is sent, protocol included. */
  readonly upSpeed: number
  /** Bytes per second that come from it, protocol included. */
  readonly downSpeed: number
  /** Bytes per second of payload that it is sent. */
  readonly payloadUpSpeed: number
  /** Bytes per second of payload that come from it. */
  readonly payloadDownSpeed: number
  /** Its id, 40 hex digits; zeros before the handshake. */
  readonly pid: string
  /** Bytes that it was asked for and hasn't sent. */
  readonly queueBytes: number
  /** Seconds until the next request times out; -1 if none is under way. */
  readonly requestTimeout: number
  /** Bytes of the send buffer. */
  readonly sendBufferSize: number
  /** Bytes in the send buffer. */
  readonly usedSendBuffer: number
  /** Bytes of the receive buffer. */
  readonly receiveBufferSize: number
  /** Bytes in the receive buffer. */
  readonly usedReceiveBuffer: number
  /** Bytes of the receive buffer that were in use lately, at most. */
  readonly receiveBufferWatermark: number
  /** How many corrupt pieces it took part in. */
  readonly numHashfails: number
  /** How many requests it was sent, or will be, and hasn't answered. */
  readonly downloadQueueLength: number
  /** How many of its requests have timed out and are still unanswered. */
  readonly timedOutRequests: number
  /** How many requests it was sent for blocks that others were asked for, too. */
  readonly busyRequests: number
  /** How many requests for it are in the send buffer. */
  readonly requestsInBuffer: number
  /** How many requests it shall have at a time. */
  readonly targetDlQueueLength: number
  /** How many of its requests wait for an answer. */
  readonly uploadQueueLength: number
  /** How often connections to it have failed. */
  readonly failcount: number
  /** Index of the piece of that block; -1 if none is coming. */
  readonly downloadingPieceIndex: number
  /** Index of the block that is coming from it; -1 if none is. */
  readonly downloadingBlockIndex: number
  /** How many bytes of that block were received. */
  readonly downloadingProgress: number
  /** How many bytes that block has. */
  readonly downloadingTotal: number
  /** What it is, a value of `connectionType`. */
  readonly connectionType: number
  /** Bytes from it that wait to be written to disk. */
  readonly pendingDiskBytes: number
  /** Bytes for it that are being read from disk. */
  readonly pendingDiskReadBytes: number
  /** Bytes that may be sent before the rate limiter is asked again. */
  readonly sendQuota: number
  /** Bytes that may be received before the rate limiter is asked again. */
  readonly receiveQuota: number
  /** Milliseconds that it takes to answer a request, on average; 0 before the first answer. */
  readonly rtt: number
  /** How many pieces it has. */
  readonly numPieces: number
  /** The highest rate at which it has sent, in bytes per second. */
  readonly downloadRatePeak: number
  /** The highest rate at which it was sent anything, in bytes per second. */
  readonly uploadRatePeak: number
  /** How much of the torrent it has, 0 to 1. */
  readonly progress: number
  /** How much of the torrent it has, 0 to 1000000. */
  readonly progressPpm: number
  /** Its address and port. */
  readonly ip: Endpoint
  /** Our address and port of the connection. */
  readonly localEndpoint: Endpoint
  /** What receiving from it waits for, of `bandwidthState`. */
  readonly readState: number
  /** What sending to it waits for, of `bandwidthState`. */
  readonly writeState: number
  /**
   * Hash of the destination of an I2P peer, whose `ip` and `localEndpoint` mean nothing; null for
   * other peers.
   * Since libtorrent 2.0.9.
   */
  readonly i2pDestination?: string | null
}

/**
 * A part of a piece.
 *
 * @see https://libtorrent.org/reference-Core.html#peer_request
 */
export interface PeerRequest {
  /** Index of the piece. */
  readonly piece: number
  /** Where it begins in the piece, in bytes. */
  readonly start: number
  /** How many bytes it has. */
  readonly length: number
}

/**
 * A block.
 *
 * @see https://libtorrent.org/reference-Core.html#piece_block
 */
export interface PieceBlock {
  /** Index of the piece. */
  readonly pieceIndex: number
  /** Its index in the piece. */
  readonly blockIndex: number
}

/**
 * What a session starts with, and what is worth keeping of it for the next start.
 *
 * @see https://libtorrent.org/reference-Session.html#session_params
 */
export interface SessionParams {
  /** Settings; those that are not given have their defaults. */
  readonly settings: SettingsInit
  /** What the DHT knows. Default: nothing. */
  readonly dhtState: DhtState
  /** What plugins keep, by their names. */
  readonly extState: ReadonlyMap<string, string>
  /** Addresses that are not connected to. Default: none. */
  readonly ipFilter: IpFilter
}
/** What may be given of a {@link SessionParams}: the rest keeps libtorrent's default. */
export interface SessionParamsInit {
  /** Settings; those that are not given have their defaults. */
  readonly settings?: SettingsInit | undefined
  /** What the DHT knows. Default: nothing. */
  readonly dhtState?: DhtStateInit | undefined
  /** What plugins keep, by their names. */
  readonly extState?: ReadonlyMap<string, string> | undefined
  /** Addresses that are not connected to. Default: none. */
  readonly ipFilter?: IpFilter | undefined
}

/**
 * A value that `sessionStats()` reports.
 *
 * @see https://libtorrent.org/reference-Stats.html#stats_metric
 */
export interface StatsMetric {
  /** Its name, such as `'net.recv_payload_bytes'`. */
  readonly name: string
  /** Its index among libtorrent's counters; this package reports values by name. */
  readonly valueIndex: number
  /** Whether it is a counter or a gauge. */
  readonly type: MetricType
}

/**
 * How a torrent is doing, at one moment.
 *
 * @see https://libtorrent.org/reference-Torrent_Status.html#torrent_status
 */
export interface TorrentStatus {
  /** The torrent. */
  readonly handle: TorrentHandle
  /** The error that it stopped with; null if none. */
  readonly errc: LibtorrentError | null
  /** Index of the file that the error is about, or a value of `errorFile`. */
  readonly errorFile: number
  /** The directory that its files are in. Empty without `statusFlags.querySavePath`. */
  readonly savePath: string
  /** Its name. Empty without `statusFlags.queryName`, or when it is unknown. */
  readonly name: string
  /** Its metadata; null without `statusFlags.queryTorrentFile`, or when it has none. */
  readonly torrentFile: TorrentInfo | null
  /**
   * When the next announce to a tracker is due, in milliseconds on performance.now()'s clock; null:
   * none is due, as when it is paused.
   */
  readonly nextAnnounce: number | null
  /** URL of the tracker that last worked; empty if none has. */
  readonly currentTracker: string
  /** Bytes that it has downloaded since it was started, protocol included. */
  readonly totalDownload: number
  /** Bytes that it has uploaded since it was started, protocol included. */
  readonly totalUpload: number
  /** Bytes of payload that it has downloaded since it was started. */
  readonly totalPayloadDownload: number
  /** Bytes of payload that it has uploaded since it was started. */
  readonly totalPayloadUpload: number
  /** Bytes of corrupt pieces that it has downloaded since it was started. */
  readonly totalFailedBytes: number
  /** Bytes that it has downloaded more than once since it was started. */
  readonly totalRedundantBytes: number
  /** The pieces that it has. Empty without `statusFlags.queryPieces`. */
  readonly pieces: Bitfield
  /**
   * With `torrentFlags.seedMode`, the pieces that were checked. Empty without
   * `statusFlags.queryVerifiedPieces`.
   */
  readonly verifiedPieces: Bitfield
  /** Bytes of the torrent that it has. */
  readonly totalDone: number
  /** Bytes of the torrent without pad files; 0 for seeds and before anything is downloaded. */
  readonly total: number
  /** Bytes of the torrent that are wanted and that it has. */
  readonly totalWantedDone: number
  /** Bytes of the torrent that are wanted: files of priority 0 aren't. */
  readonly totalWanted: number
  /** Bytes of payload that it has uploaded, in all sessions. */
  readonly allTimeUpload: number
  /** Bytes of payload that it has downloaded, in all sessions. */
  readonly allTimeDownload: number
  /** When it was added. */
  readonly addedTime: Date | null
  /** When it had all that was wanted; null if it hasn't. */
  readonly completedTime: Date | null
  /** When its peers last had every piece among them; null: never. */
  readonly lastSeenComplete: Date | null
  /** How its files come to be. */
  readonly storageMode: StorageMode
  /**
   * How much is done of what it is doing, 0 to 1: of checking its files, or of downloading what is
   * wanted.
   */
  readonly progress: number
  /** The same as `progress`, 0 to 1000000. */
  readonly progressPpm: number
  /** Its place in the queue of downloads, from 0; -1 when it is finished. */
  readonly queuePosition: number
  /** Bytes per second that it downloads, protocol included. */
  readonly downloadRate: number
  /** Bytes per second that it uploads, protocol included. */
  readonly uploadRate: number
  /** Bytes per second of payload that it downloads. */
  readonly downloadPayloadRate: number
  /** Bytes per second of payload that it uploads. */
  readonly uploadPayloadRate: number
  /** How many seeds it is connected to. */
  readonly numSeeds: number
  /** How many peers it is connected to. */
  readonly numPeers: number
  /** Peers of the swarm that have everything, as a tracker said; -1 if it didn't. */
  readonly numComplete: number
  /** Peers of the swarm that don't have everything, as a tracker said; -1 if it didn't. */
  readonly numIncomplete: number
  /** How many of them are seeds. */
  readonly listSeeds: number
  /** How many peers are known, connected or not. */
  readonly listPeers: number
  /** How many known peers could be connected to. */
  readonly connectCandidates: number
  /** How many pieces it has. */
  readonly numPieces: number
  /**
   * The whole part of `distributedCopies`: how many peers have the rarest piece; -1 where that is.
   */
  readonly distributedFullCopies: number
  /** The fraction of `distributedCopies` in thousandths; -1 where that is. */
  readonly distributedFraction: number
  /**
   * How many copies of the torrent its peers have among them; the fraction is the share of pieces
   * that more peers have. -1 without `statusFlags.queryDistributedCopies`, and for seeds; 0 without
   * metadata.
   */
  readonly distributedCopies: number
  /** Bytes of a block, 16384 or less; 0 without metadata. */
  readonly blockSize: number
  /** How many peers it uploads to. */
  readonly numUploads: number
  /** How many connections to peers it has, including those that are being made. */
  readonly numConnections: number
  /** How many peers it may upload to at a time; -1: no limit of its own. */
  readonly uploadsLimit: number
  /** How many peers it may be connected to; -1: no limit of its own. */
  readonly connectionsLimit: number
  /** Always 0 in libtorrent 2.0. */
  readonly upBandwidthQueue: number
  /** Always 0 in libtorrent 2.0. */
  readonly downBandwidthQueue: number
  /** How much it is worth seeding, as the queue sees it: more is seeded first. */
  readonly seedRank: number
  /** What it is doing. */
  readonly state: TorrentState
  /** Whether there is something new for `saveResumeData()`. */
  readonly needSaveResume: boolean
  /** Whether it has all pieces. */
  readonly isSeeding: boolean
  /** Whether it has all pieces that are wanted. */
  readonly isFinished: boolean
  /** Whether it has its metadata, which a magnet link must download first. */
  readonly hasMetadata: boolean
  /** Whether peers have connected to it. */
  readonly hasIncoming: boolean
  /** Whether its files are being moved. */
  readonly movingStorage: boolean
  /** Whether the queue lets it announce to trackers. */
  readonly announcingToTrackers: boolean
  /** Whether the queue lets it announce to the local network. */
  readonly announcingToLsd: boolean
  /** Whether the queue lets it announce to the DHT. */
  readonly announcingToDht: boolean
  /** What identifies it. */
  readonly infoHashes: InfoHash
  /** When it last sent payload, in whole seconds; null: never. */
  readonly lastUpload: Date | null
  /** When it last received payload, in whole seconds; null: never. */
  readonly lastDownload: Date | null
  /** Seconds for which it has run, in all sessions. */
  readonly activeDuration: number
  /** Seconds for which it has run with all that is wanted, in all sessions. */
  readonly finishedDuration: number
  /** Seconds for which it has run with everything, in all sessions. */
  readonly seedingDuration: number
  /** Its flags, of `torrentFlags`. */
  readonly flags: number
}

/** What is known of a torrent without waiting for libtorrent's network thread. */
export interface TorrentSummary {
  /** Its name; that of a magnet link until the metadata comes, empty if there is none. */
  readonly name: string
  /** What identifies it. */
  readonly infoHashes: InfoHash
  /** Its state, or why it has none. */
  readonly state: TorrentState | 'removed' | 'session_closed'
}

/**
 * A web server that has the files of a torrent.
 *
 * @see https://libtorrent.org/reference-Torrent_Info.html#web_seed_entry
 */
export interface WebSeedEntry {
  /** Its URL. */
  readonly url: string
  /**
   * Value of the Authorization header, such as `Basic ` and the base64 of `name:password`; empty:
   * the name and the password in the URL, as they stand there.
   */
  readonly auth: string
  /** HTTP headers to send it: names and values. */
  readonly extraHeaders: ReadonlyArray<readonly [string, string]>
  /** Its protocol. Default: `'url_seed'`. */
  readonly type: WebSeedType
}
/** What may be given of a {@link WebSeedEntry}: the rest keeps libtorrent's default. */
export interface WebSeedEntryInit {
  /** Its URL. */
  readonly url?: string | undefined
  /**
   * Value of the Authorization header, such as `Basic ` and the base64 of `name:password`; empty:
   * the name and the password in the URL, as they stand there.
   */
  readonly auth?: string | undefined
  /** HTTP headers to send it: names and values. */
  readonly extraHeaders?: ReadonlyArray<readonly [string, string]> | undefined
  /** Its protocol. Default: `'url_seed'`. */
  readonly type?: WebSeedType | undefined
}

/**
 * A bencoded value; integers that a number can't hold exactly are bigints, strings are bytes. An info
 * dictionary that libtorrent writes is {@link Preformatted}.
 */
export type Entry =
  number | bigint | Buffer | Preformatted | readonly Entry[] | { readonly [key: string]: Entry }
/** A value to bencode. The characters of keys are bytes (latin1), strings are encoded as UTF-8. */
export type EntryInit =
  | number
  | bigint
  | string
  | Uint8Array
  | Preformatted
  | readonly EntryInit[]
  | { readonly [key: string]: EntryInit }
/**
 * Session statistics by the names of their metrics: counters since the start, and gauges.
 * @see https://libtorrent.org/manual-ref.html#session-statistics
 */
export interface SessionStats {
  readonly 'dht.dht_allocated_observers': number
  readonly 'dht.dht_announce_peer_in': number
  readonly 'dht.dht_announce_peer_out': number
  readonly 'dht.dht_bytes_in': number
  readonly 'dht.dht_bytes_out': number
  readonly 'dht.dht_find_node_in': number
  readonly 'dht.dht_find_node_out': number
  readonly 'dht.dht_get_in': number
  readonly 'dht.dht_get_out': number
  readonly 'dht.dht_get_peers_in': number
  readonly 'dht.dht_get_peers_out': number
  readonly 'dht.dht_immutable_data': number
  readonly 'dht.dht_invalid_announce': number
  readonly 'dht.dht_invalid_find_node': number
  readonly 'dht.dht_invalid_get': number
  readonly 'dht.dht_invalid_get_peers': number
  readonly 'dht.dht_invalid_put': number
  readonly 'dht.dht_invalid_sample_infohashes': number
  readonly 'dht.dht_messages_in': number
  readonly 'dht.dht_messages_in_dropped': number
  readonly 'dht.dht_messages_out': number
  readonly 'dht.dht_messages_out_dropped': number
  readonly 'dht.dht_mutable_data': number
  readonly 'dht.dht_node_cache': number
  readonly 'dht.dht_nodes': number
  readonly 'dht.dht_peers': number
  readonly 'dht.dht_ping_in': number
  readonly 'dht.dht_ping_out': number
  readonly 'dht.dht_put_in': number
  readonly 'dht.dht_put_out': number
  readonly 'dht.dht_sample_infohashes_in': number
  readonly 'dht.dht_sample_infohashes_out': number
  readonly 'dht.dht_torrents': number
  readonly 'disk.blocked_disk_jobs': number
  readonly 'disk.disk_blocks_in_use': number
  readonly 'disk.disk_hash_time': number
  readonly 'disk.disk_job_time': number
  readonly 'disk.disk_read_time': number
  readonly 'disk.disk_write_time': number
  /** Since libtorrent 2.0.12. */
  readonly 'disk.file_pool_hits'?: number
  /** Since libtorrent 2.0.12. */
  readonly 'disk.file_pool_misses'?: number
  /** Since libtorrent 2.0.12. */
  readonly 'disk.file_pool_race'?: number
  /** Since libtorrent 2.0.12. */
  readonly 'disk.file_pool_size'?: number
  /** Since libtorrent 2.0.12. */
  readonly 'disk.file_pool_thread_stall'?: number
  readonly 'disk.num_blocks_hashed': number
  readonly 'disk.num_blocks_read': number
  readonly 'disk.num_blocks_written': number
  readonly 'disk.num_fenced_check_fastresume': number
  readonly 'disk.num_fenced_clear_piece': number
  readonly 'disk.num_fenced_delete_files': number
  readonly 'disk.num_fenced_file_priority': number
  readonly 'disk.num_fenced_flush_hashed': number
  readonly 'disk.num_fenced_flush_piece': number
  readonly 'disk.num_fenced_flush_storage': number
  readonly 'disk.num_fenced_hash': number
  readonly 'disk.num_fenced_load_torrent': number
  readonly 'disk.num_fenced_move_storage': number
  readonly 'disk.num_fenced_read': number
  readonly 'disk.num_fenced_release_files': number
  readonly 'disk.num_fenced_rename_file': number
  readonly 'disk.num_fenced_save_resume_data': number
  readonly 'disk.num_fenced_stop_torrent': number
  readonly 'disk.num_fenced_tick_storage': number
  readonly 'disk.num_fenced_write': number
  readonly 'disk.num_jobs': number
  readonly 'disk.num_read_back': number
  readonly 'disk.num_read_jobs': number
  readonly 'disk.num_read_ops': number
  readonly 'disk.num_running_disk_jobs': number
  readonly 'disk.num_running_threads': number
  readonly 'disk.num_write_jobs': number
  readonly 'disk.num_write_ops': number
  readonly 'disk.num_writing_threads': number
  readonly 'disk.queued_disk_jobs': number
  readonly 'disk.queued_write_bytes': number
  readonly 'disk.request_latency': number
  readonly 'net.has_incoming_connections': number
  readonly 'net.limiter_down_bytes': number
  readonly 'net.limiter_down_queue': number
  readonly 'net.limiter_up_bytes': number
  readonly 'net.limiter_up_queue': number
  readonly 'net.on_accept_counter': number
  readonly 'net.on_disk_counter': number
  readonly 'net.on_disk_queue_counter': number
  readonly 'net.on_lsd_counter': number
  readonly 'net.on_lsd_peer_counter': number
  readonly 'net.on_read_counter': number
  readonly 'net.on_tick_counter': number
  readonly 'net.on_udp_counter': number
  readonly 'net.on_write_counter': number
  readonly 'net.recv_bytes': number
  readonly 'net.recv_failed_bytes': number
  readonly 'net.recv_ip_overhead_bytes': number
  readonly 'net.recv_payload_bytes': number
  readonly 'net.recv_redundant_bytes': number
  readonly 'net.recv_tracker_bytes': number
  readonly 'net.sent_bytes': number
  readonly 'net.sent_ip_overhead_bytes': number
  readonly 'net.sent_payload_bytes': number
  readonly 'net.sent_tracker_bytes': number
  readonly 'peer.aborted_peers': number
  readonly 'peer.addrinuse_peers': number
  readonly 'peer.banned_for_hash_failure': number
  readonly 'peer.boost_connection_attempts': number
  readonly 'peer.broken_pipe_peers': number
  readonly 'peer.buffer_peers': number
  readonly 'peer.cancelled_piece_requests': number
  readonly 'peer.choked_piece_requests': number
  readonly 'peer.connaborted_peers': number
  readonly 'peer.connect_timeouts': number
  readonly 'peer.connection_attempt_loops': number
  readonly 'peer.connection_attempts': number
  readonly 'peer.connrefused_peers': number
  readonly 'peer.connreset_peers': number
  readonly 'peer.disconnected_peers': number
  readonly 'peer.eof_peers': number
  readonly 'peer.error_encrypted_peers': number
  readonly 'peer.error_incoming_peers': number
  readonly 'peer.error_outgoing_peers': number
  readonly 'peer.error_peers': number
  readonly 'peer.error_rc4_peers': number
  readonly 'peer.error_tcp_peers': number
  readonly 'peer.error_utp_peers': number
  readonly 'peer.incoming_connections': number
  readonly 'peer.invalid_arg_peers': number
  readonly 'peer.invalid_piece_requests': number
  readonly 'peer.max_piece_requests': number
  readonly 'peer.missed_connection_attempts': number
  readonly 'peer.no_access_peers': number
  readonly 'peer.no_memory_peers': number
  readonly 'peer.no_peer_connection_attempts': number
  readonly 'peer.notconnected_peers': number
  readonly 'peer.num_banned_peers': number
  readonly 'peer.num_http_proxy_peers': number
  readonly 'peer.num_i2p_peers': number
  readonly 'peer.num_peers_connected': number
  readonly 'peer.num_peers_down_disk': number
  readonly 'peer.num_peers_down_interested': number
  readonly 'peer.num_peers_down_requests': number
  readonly 'peer.num_peers_down_unchoked': number
  readonly 'peer.num_peers_end_game': number
  readonly 'peer.num_peers_half_open': number
  readonly 'peer.num_peers_up_disk': number
  readonly 'peer.num_peers_up_interested': number
  readonly 'peer.num_peers_up_requests': number
  readonly 'peer.num_peers_up_unchoked': number
  readonly 'peer.num_peers_up_unchoked_all': number
  readonly 'peer.num_peers_up_unchoked_optimistic': number
  readonly 'peer.num_socks5_peers': number
  readonly 'peer.num_ssl_http_proxy_peers': number
  readonly 'peer.num_ssl_peers': number
  readonly 'peer.num_ssl_socks5_peers': number
  readonly 'peer.num_ssl_utp_peers': number
  readonly 'peer.num_tcp_peers': number
  readonly 'peer.num_utp_peers': number
  readonly 'peer.perm_peers': number
  readonly 'peer.piece_rejects': number
  readonly 'peer.piece_requests': number
  readonly 'peer.timeout_peers': number
  readonly 'peer.too_many_peers': number
  readonly 'peer.transport_timeout_peers': number
  readonly 'peer.uninteresting_peers': number
  readonly 'peer.unreachable_peers': number
  readonly 'picker.end_game_piece_picks': number
  readonly 'picker.hash_fail_piece_picks': number
  readonly 'picker.incoming_piece_picks': number
  readonly 'picker.incoming_redundant_piece_picks': number
  readonly 'picker.interesting_piece_picks': number
  readonly 'picker.piece_picker_busy_loops': number
  readonly 'picker.piece_picker_partial_loops': number
  readonly 'picker.piece_picker_rand_loops': number
  readonly 'picker.piece_picker_rand_start_loops': number
  readonly 'picker.piece_picker_rare_loops': number
  readonly 'picker.piece_picker_reverse_rare_loops': number
  readonly 'picker.piece_picker_sequential_loops': number
  readonly 'picker.piece_picker_suggest_loops': number
  readonly 'picker.reject_piece_picks': number
  readonly 'picker.snubbed_piece_picks': number
  readonly 'picker.unchoke_piece_picks': number
  readonly 'ses.non_filter_torrents': number
  readonly 'ses.num_checking_torrents': number
  readonly 'ses.num_downloading_torrents': number
  readonly 'ses.num_error_torrents': number
  readonly 'ses.num_have_pieces': number
  readonly 'ses.num_incoming_allowed_fast': number
  readonly 'ses.num_incoming_bitfield': number
  readonly 'ses.num_incoming_cancel': number
  readonly 'ses.num_incoming_choke': number
  readonly 'ses.num_incoming_dht_port': number
  readonly 'ses.num_incoming_ext_handshake': number
  readonly 'ses.num_incoming_extended': number
  readonly 'ses.num_incoming_have': number
  readonly 'ses.num_incoming_have_all': number
  readonly 'ses.num_incoming_have_none': number
  readonly 'ses.num_incoming_interested': number
  readonly 'ses.num_incoming_metadata': number
  readonly 'ses.num_incoming_not_interested': number
  readonly 'ses.num_incoming_pex': number
  readonly 'ses.num_incoming_piece': number
  readonly 'ses.num_incoming_reject': number
  readonly 'ses.num_incoming_request': number
  readonly 'ses.num_incoming_suggest': number
  readonly 'ses.num_incoming_unchoke': number
  readonly 'ses.num_outgoing_allowed_fast': number
  readonly 'ses.num_outgoing_bitfield': number
  readonly 'ses.num_outgoing_cancel': number
  readonly 'ses.num_outgoing_choke': number
  readonly 'ses.num_outgoing_dht_port': number
  readonly 'ses.num_outgoing_ext_handshake': number
  readonly 'ses.num_outgoing_extended': number
  readonly 'ses.num_outgoing_hash_reject': number
  readonly 'ses.num_outgoing_hash_request': number
  readonly 'ses.num_outgoing_hashes': number
  readonly 'ses.num_outgoing_have': number
  readonly 'ses.num_outgoing_have_all': number
  readonly 'ses.num_outgoing_have_none': number
  readonly 'ses.num_outgoing_interested': number
  readonly 'ses.num_outgoing_metadata': number
  readonly 'ses.num_outgoing_not_interested': number
  readonly 'ses.num_outgoing_pex': number
  readonly 'ses.num_outgoing_piece': number
  readonly 'ses.num_outgoing_reject': number
  readonly 'ses.num_outgoing_request': number
  readonly 'ses.num_outgoing_suggest': number
  readonly 'ses.num_outgoing_unchoke': number
  readonly 'ses.num_outstanding_accept': number
  readonly 'ses.num_piece_failed': number
  readonly 'ses.num_piece_passed': number
  readonly 'ses.num_queued_download_torrents': number
  readonly 'ses.num_queued_seeding_torrents': number
  readonly 'ses.num_seeding_torrents': number
  readonly 'ses.num_stopped_torrents': number
  readonly 'ses.num_total_pieces_added': number
  readonly 'ses.num_unchoke_slots': number
  readonly 'ses.num_upload_only_torrents': number
  readonly 'ses.waste_piece_cancelled': number
  readonly 'ses.waste_piece_closing': number
  readonly 'ses.waste_piece_end_game': number
  readonly 'ses.waste_piece_seed': number
  readonly 'ses.waste_piece_timed_out': number
  readonly 'ses.waste_piece_unknown': number
  readonly 'sock_bufs.socket_recv_size10': number
  readonly 'sock_bufs.socket_recv_size11': number
  readonly 'sock_bufs.socket_recv_size12': number
  readonly 'sock_bufs.socket_recv_size13': number
  readonly 'sock_bufs.socket_recv_size14': number
  readonly 'sock_bufs.socket_recv_size15': number
  readonly 'sock_bufs.socket_recv_size16': number
  readonly 'sock_bufs.socket_recv_size17': number
  readonly 'sock_bufs.socket_recv_size18': number
  readonly 'sock_bufs.socket_recv_size19': number
  readonly 'sock_bufs.socket_recv_size20': number
  readonly 'sock_bufs.socket_recv_size3': number
  readonly 'sock_bufs.socket_recv_size4': number
  readonly 'sock_bufs.socket_recv_size5': number
  readonly 'sock_bufs.socket_recv_size6': number
  readonly 'sock_bufs.socket_recv_size7': number
  readonly 'sock_bufs.socket_recv_size8': number
  readonly 'sock_bufs.socket_recv_size9': number
  readonly 'sock_bufs.socket_send_size10': number
  readonly 'sock_bufs.socket_send_size11': number
  readonly 'sock_bufs.socket_send_size12': number
  readonly 'sock_bufs.socket_send_size13': number
  readonly 'sock_bufs.socket_send_size14': number
  readonly 'sock_bufs.socket_send_size15': number
  readonly 'sock_bufs.socket_send_size16': number
  readonly 'sock_bufs.socket_send_size17': number
  readonly 'sock_bufs.socket_send_size18': number
  readonly 'sock_bufs.socket_send_size19': number
  readonly 'sock_bufs.socket_send_size20': number
  readonly 'sock_bufs.socket_send_size3': number
  readonly 'sock_bufs.socket_send_size4': number
  readonly 'sock_bufs.socket_send_size5': number
  readonly 'sock_bufs.socket_send_size6': number
  readonly 'sock_bufs.socket_send_size7': number
  readonly 'sock_bufs.socket_send_size8': number
  readonly 'sock_bufs.socket_send_size9': number
  readonly 'tracker.num_queued_tracker_announces': number
  readonly 'utp.num_utp_close_wait': number
  readonly 'utp.num_utp_connected': number
  readonly 'utp.num_utp_deleted': number
  readonly 'utp.num_utp_fin_sent': number
  readonly 'utp.num_utp_idle': number
  readonly 'utp.num_utp_syn_sent': number
  readonly 'utp.utp_fast_retransmit': number
  readonly 'utp.utp_invalid_pkts_in': number
  readonly 'utp.utp_packet_loss': number
  readonly 'utp.utp_packet_resend': number
  readonly 'utp.utp_packets_in': number
  readonly 'utp.utp_packets_out': number
  readonly 'utp.utp_payload_pkts_in': number
  readonly 'utp.utp_payload_pkts_out': number
  readonly 'utp.utp_redundant_pkts_in': number
  readonly 'utp.utp_samples_above_target': number
  readonly 'utp.utp_samples_below_target': number
  readonly 'utp.utp_timeout': number
}

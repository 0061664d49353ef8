// Made by scripts/generate.mjs from native/tables. Do not edit.
/**
 * What has become of a block: `'none'` (not asked for), `'requested'`, `'writing'` (received, on
 * its way to disk) or `'finished'`.
 */
export type BlockState = 'none' | 'requested' | 'writing' | 'finished'

/**
 * Why a peer was blocked: a filter (`'ip_filter'`, `'port_filter'`), an I2P torrent
 * (`'i2p_mixed'`), or a setting (`no_connect_privileged_ports`, `enable_incoming_utp`,
 * `enable_incoming_tcp`, `outgoing_interfaces`, `ssrf_mitigation`).
 */
export type BlockedReason =
  | 'ip_filter'
  | 'port_filter'
  | 'i2p_mixed'
  | 'privileged_ports'
  | 'utp_disabled'
  | 'tcp_disabled'
  | 'invalid_local_interface'
  | 'ssrf_mitigation'

/** Why a connection was closed, as one side told the other; `'none'` when nothing was said. */
export type CloseReason =
  | 'none'
  | 'duplicate_peer_id'
  | 'torrent_removed'
  | 'no_memory'
  | 'port_blocked'
  | 'blocked'
  | 'upload_to_upload'
  | 'not_interested_upload_only'
  | 'timeout'
  | 'timed_out_interest'
  | 'timed_out_activity'
  | 'timed_out_handshake'
  | 'timed_out_request'
  | 'protocol_blocked'
  | 'peer_churn'
  | 'too_many_connections'
  | 'too_many_files'
  | 'encryption_error'
  | 'invalid_info_hash'
  | 'self_connection'
  | 'invalid_metadata'
  | 'metadata_too_big'
  | 'message_too_big'
  | 'invalid_message_id'
  | 'invalid_message'
  | 'invalid_piece_message'
  | 'invalid_have_message'
  | 'invalid_bitfield_message'
  | 'invalid_choke_message'
  | 'invalid_unchoke_message'
  | 'invalid_interested_message'
  | 'invalid_not_interested_message'
  | 'invalid_request_message'
  | 'invalid_reject_message'
  | 'invalid_allow_fast_message'
  | 'invalid_extended_message'
  | 'invalid_cancel_message'
  | 'invalid_dht_port_message'
  | 'invalid_suggest_message'
  | 'invalid_have_all_message'
  | 'invalid_dont_have_message'
  | 'invalid_have_none_message'
  | 'invalid_pex_message'
  | 'invalid_metadata_request_message'
  | 'invalid_metadata_message'
  | 'invalid_metadata_offset'
  | 'request_when_choked'
  | 'corrupt_pieces'
  | 'pex_message_too_big'
  | 'pex_too_frequent'

/** Who made a connection: the peer (`'in'`) or we (`'out'`). */
export type ConnectDirection = 'in' | 'out'

/** The part of the DHT that a log line comes from. */
export type DhtModule = 'tracker' | 'node' | 'routing_table' | 'rpc_manager' | 'traversal'

/** Whether a packet was received or sent. */
export type DhtPacketDirection = 'incoming' | 'outgoing'

/**
 * How files are read and written. `'standard'`: what libtorrent chooses (`'mmap'` on systems of
 * 64 bits, else `'posix'`); `'mmap'`: memory maps, several threads; `'posix'`: plain calls, no
 * threads; `'disabled'`: keeps nothing and reads zeros, for benchmarks.
 */
export type DiskBackend = 'standard' | 'mmap' | 'posix' | 'disabled'

/**
 * A plugin of libtorrent: metadata from peers (for magnet links), peer exchange, and finding out
 * who sent corrupt blocks.
 */
export type Extension = 'ut_metadata' | 'ut_pex' | 'smart_ban'

/** A counter only grows; a gauge is how it stands. */
export type MetricType = 'counter' | 'gauge'

/**
 * What happens to files that are at the new place already: they are replaced; moving fails before
 * it begins; or they stay, and the torrent's own files are removed.
 */
export type MoveFlags =
  | 'always_replace_files'
  | 'fail_if_exist'
  | 'dont_replace'
  | 'reset_save_path'
  | 'reset_save_path_unchecked'

/** What libtorrent was doing when an error occurred; `operationName()` says it in words. */
export type Operation =
  | 'unknown'
  | 'bittorrent'
  | 'iocontrol'
  | 'getpeername'
  | 'getname'
  | 'alloc_recvbuf'
  | 'alloc_sndbuf'
  | 'file_write'
  | 'file_read'
  | 'file'
  | 'sock_write'
  | 'sock_read'
  | 'sock_open'
  | 'sock_bind'
  | 'available'
  | 'encryption'
  | 'connect'
  | 'ssl_handshake'
  | 'get_interface'
  | 'sock_listen'
  | 'sock_bind_to_device'
  | 'sock_accept'
  | 'parse_address'
  | 'enum_if'
  | 'file_stat'
  | 'file_copy'
  | 'file_fallocate'
  | 'file_hard_link'
  | 'file_remove'
  | 'file_rename'
  | 'file_open'
  | 'mkdir'
  | 'check_resume'
  | 'exception'
  | 'alloc_cache_piece'
  | 'partfile_move'
  | 'partfile_read'
  | 'partfile_write'
  | 'hostname_lookup'
  | 'symlink'
  | 'handshake'
  | 'sock_option'
  | 'enum_route'
  | 'file_seek'
  | 'timer'
  | 'file_mmap'
  | 'file_truncate'

/** The kind of socket of a connection to a peer, for peer classes. */
export type PeerClassSocketType =
  'tcp_socket' | 'utp_socket' | 'ssl_tcp_socket' | 'ssl_utp_socket' | 'i2p_socket'

/**
 * What a log line is about: a message that was received or sent, other traffic in or out, or none
 * of these.
 */
export type PeerLogDirection =
  'incoming_message' | 'outgoing_message' | 'incoming' | 'outgoing' | 'info'

/**
 * Which limit holds transfers up. The settings to look at: `max_out_request_queue`
 * (`'outstanding_request_limit_reached'`), the rate limits (`'upload_limit_too_low'`,
 * `'download_limit_too_low'`: protocol alone exceeds them), `send_buffer_watermark` and its
 * factor (or the disk is too slow), `num_optimistic_unchoke_slots` (half of all slots or more),
 * `max_queued_disk_bytes` (`'too_high_disk_queue_limit'`), `num_outgoing_ports`, and how many
 * files the system lets a process open. The others aren't posted by libtorrent 2.0.
 */
export type PerformanceWarning =
  | 'outstanding_disk_buffer_limit_reached'
  | 'outstanding_request_limit_reached'
  | 'upload_limit_too_low'
  | 'download_limit_too_low'
  | 'send_buffer_watermark_too_low'
  | 'too_many_optimistic_unchoke_slots'
  | 'too_high_disk_queue_limit'
  | 'aio_limit_reached'
  | 'too_few_outgoing_ports'
  | 'too_few_file_descriptors'

/** The protocol of a forwarded port. */
export type PortmapProtocol = 'none' | 'tcp' | 'udp'

/** How a router is spoken to. NAT-PMP includes its successor PCP. */
export type PortmapTransport = 'natpmp' | 'upnp'

/** The version of BitTorrent, which decides which info-hash is used. */
export type ProtocolVersion = 'V1' | 'V2'

/** The kind of socket: the protocol or proxy, with `_ssl` for TLS. */
export type SocketType =
  'tcp' | 'socks5' | 'http' | 'utp' | 'i2p' | 'tcp_ssl' | 'socks5_ssl' | 'http_ssl' | 'utp_ssl'

/**
 * How files come to be: at full size at once (`'storage_mode_allocate'`), or growing where the
 * system can leave gaps (`'storage_mode_sparse'`).
 */
export type StorageMode = 'storage_mode_allocate' | 'storage_mode_sparse'

/**
 * What a torrent is doing. `'finished'` has all that is wanted of it, `'seeding'` everything.
 * Whether it is paused is another matter: see `torrentFlags.paused`.
 */
export type TorrentState =
  | 'checking_files'
  | 'downloading_metadata'
  | 'downloading'
  | 'finished'
  | 'seeding'
  | 'checking_resume_data'

/**
 * What a tracker is told besides that the torrent is still there. `'paused'`: it has what it
 * wants, but not everything (BEP 21).
 */
export type TrackerEvent = 'none' | 'completed' | 'started' | 'stopped' | 'paused'

/** The protocol of a web seed: BEP 19 (`'url_seed'`) or BEP 17 (`'http_seed'`). */
export type WebSeedType = 'url_seed' | 'http_seed'

/** For `addPiece()`. */
export const addPieceFlags: {
  /** Replaces blocks that the torrent has already. */
  readonly overwriteExisting: number
} = {
  overwriteExisting: 1,
}

/** Categories of alerts, which `settings.alert_mask` is made of. */
export const alertCategory: {
  /** Something failed: files, trackers, web seeds, resume data, listening, port mapping. */
  readonly error: number
  /** Peers misbehave, stall, or are banned for it. */
  readonly peer: number
  /** Routers forward ports, or don't. */
  readonly portMapping: number
  /** Files are moved, renamed, deleted, flushed, or fail. */
  readonly storage: number
  /** Announces and scrapes, what trackers answer, and their errors. */
  readonly tracker: number
  /** Connections to peers are made and closed. */
  readonly connect: number
  /** Torrents and the session change their state. */
  readonly status: number
  /** Peers are blocked by a filter: `peer_blocked`. */
  readonly ipBlock: number
  /** A limit holds transfers up: `performance`. */
  readonly performanceWarning: number
  /** What the DHT does for torrents: announces, searches, joining. */
  readonly dht: number
  /** No alert of this package is in this category. */
  readonly stats: number
  /** The log of the session: `log`. */
  readonly sessionLog: number
  /** The log of every torrent: `torrent_log`. */
  readonly torrentLog: number
  /** The log of every connection: `peer_log`. Very many alerts. */
  readonly peerLog: number
  /** Peers ask for blocks: `incoming_request`. */
  readonly incomingRequest: number
  /** The DHT's log and its packets: `dht_log`, `dht_pkt`. */
  readonly dhtLog: number
  /** Answers of the DHT that belong to no torrent. */
  readonly dhtOperation: number
  /** The log of UPnP and NAT-PMP: `portmap_log`. */
  readonly portMappingLog: number
  /** How blocks are chosen: `picker_log`. Very many alerts. */
  readonly pickerLog: number
  /** Files are complete. */
  readonly fileProgress: number
  /** Pieces are complete: `piece_finished`. */
  readonly pieceProgress: number
  /** Blocks are sent to peers: `block_uploaded`. */
  readonly upload: number
  /** Single blocks are asked for, received, rejected or late. Very many alerts. */
  readonly blockProgress: number
  /** Every category. */
  readonly all: number
} = {
  error: 1,
  peer: 2,
  portMapping: 4,
  storage: 8,
  tracker: 16,
  connect: 32,
  status: 64,
  ipBlock: 256,
  performanceWarning: 512,
  dht: 1024,
  stats: 2048,
  sessionLog: 8192,
  torrentLog: 16384,
  peerLog: 32768,
  incomingRequest: 65536,
  dhtLog: 131072,
  dhtOperation: 262144,
  portMappingLog: 524288,
  pickerLog: 1048576,
  fileProgress: 2097152,
  pieceProgress: 4194304,
  upload: 8388608,
  blockProgress: 16777216,
  all: 4294967295,
}

/** For `dhtAnnounce()`. */
export const announceFlags: {
  /** Announces a peer that has everything. */
  readonly seed: number
  /** Peers shall use the port that the announce came from. Helps behind a NAT, with uTP. */
  readonly impliedPort: number
  /** Announces the port of the TLS listen socket. */
  readonly sslTorrent: number
} = {
  seed: 1,
  impliedPort: 2,
  sslTorrent: 4,
}

/** Values of `settings.mixed_mode_algorithm`. */
export const bandwidthMixedAlgo: {
  /** TCP isn't throttled, so uTP yields to it. */
  readonly preferTcp: number
  /**
   * While there are uTP connections, TCP gets the share of the bandwidth that its number of
   * connections stands for.
   */
  readonly peerProportional: number
} = {
  preferTcp: 0,
  peerProportional: 1,
}

/** What a peer's `readState` and `writeState` are made of: what a transfer waits for. */
export const bandwidthState: {
  /** For nothing: nothing is to be transferred. */
  readonly bwIdle: number
  /** For a rate limit. */
  readonly bwLimit: number
  /** For the network. */
  readonly bwNetwork: number
  /** For the disk to write what was received. */
  readonly bwDisk: number
} = {
  bwIdle: 1,
  bwLimit: 2,
  bwNetwork: 4,
  bwDisk: 16,
}

/** Values of `settings.choking_algorithm`. */
export const chokingAlgorithm: {
  /** As many peers are uploaded to as `settings.unchoke_slots_limit` says. */
  readonly fixedSlotsChoker: number
  /** As many peers as take enough, see `settings.rate_choker_initial_threshold`. */
  readonly rateBasedChoker: number
} = {
  fixedSlotsChoker: 0,
  rateBasedChoker: 2,
}

/** What a peer's `connectionType` may be. */
export const connectionType: {
  /** A BitTorrent peer. */
  readonly standardBittorrent: number
  /** A web seed of BEP 19. */
  readonly webSeed: number
  /** A web seed of BEP 17. */
  readonly httpSeed: number
} = {
  standardBittorrent: 1,
  webSeed: 2,
  httpSeed: 4,
}

/**
 * For `new CreateTorrent()` and `addFiles()`. Without `v1Only` and `v2Only` torrents are hybrid:
 * for clients of both versions.
 */
export const createFlags: {
  /** Keeps the files' modification times in the torrent. They become part of the info-hash. */
  readonly modificationTime: number
  /** Keeps symbolic links as links. Otherwise the files that they point to are included. */
  readonly symlinks: number
  /** Makes a torrent of version 2 (SHA-256) only. */
  readonly v2Only: number
  /** Makes a torrent of version 1 (SHA-1) only. */
  readonly v1Only: number
  /** With `v1Only`: sorts the files and aligns them with pieces by pad files, as version 2 does. */
  readonly canonicalFiles: number
  /**
   * For `addFiles()`: leaves the attributes hidden and executable out, so that the info-hash is the
   * same on every system.
   */
  readonly noAttributes: number
  /** As `canonicalFiles`, without padding after the last file: what libtorrent did up to 2.0.7. */
  readonly canonicalFilesNoTailPadding: number
} = {
  modificationTime: 4,
  symlinks: 8,
  v2Only: 32,
  v1Only: 64,
  canonicalFiles: 128,
  noAttributes: 256,
  canonicalFilesNoTailPadding: 512,
}

/** For `setPieceDeadline()`. */
export const deadlineFlags: {
  /** Reads the piece when the torrent has it: alert `read_piece`. */
  readonly alertWhenAvailable: number
} = {
  alertWhenAvailable: 1,
}

/** Priorities of files and pieces, 0 to 7: a higher one is downloaded first. */
export const downloadPriority: {
  /** Not wanted: 0. Pieces that other files share are downloaded all the same. */
  readonly dontDownload: number
  /** The lowest of what is wanted: 1. */
  readonly lowPriority: number
  /** What files and pieces have unless told otherwise: 4. */
  readonly defaultPriority: number
  /** The highest: 7. */
  readonly topPriority: number
} = {
  dontDownload: 0,
  lowPriority: 1,
  defaultPriority: 4,
  topPriority: 7,
}

/**
 * Values of `settings.allowed_enc_level`: what encrypts a connection after its encrypted
 * handshake.
 */
export const encLevel: {
  /** Nothing: only the handshake is hidden. */
  readonly pePlaintext: number
  /** RC4. */
  readonly peRc4: number
  /** Either, as the peers agree. */
  readonly peBoth: number
} = {
  pePlaintext: 1,
  peRc4: 2,
  peBoth: 3,
}

/** Values of `settings.in_enc_policy` and `settings.out_enc_policy`. */
export const encPolicy: {
  /** Only encrypted connections. */
  readonly peForced: number
  /** Both kinds; an outgoing connection that fails with one is tried with the other. */
  readonly peEnabled: number
  /** Only connections without encryption. */
  readonly peDisabled: number
} = {
  peForced: 0,
  peEnabled: 1,
  peDisabled: 2,
}

/** What a status's `errorFile` is when the error is about no file of the torrent. */
export const errorFile: {
  /** Nothing that is a file, or no error. */
  readonly errorFileNone: number
  /** The certificate of a TLS torrent. */
  readonly errorFileSslCtx: number
  /** The metadata. */
  readonly errorFileMetadata: number
  /** An exception inside of libtorrent. */
  readonly errorFileException: number
  /** The part file. */
  readonly errorFilePartfile: number
} = {
  errorFileNone: -1,
  errorFileSslCtx: -3,
  errorFileMetadata: -4,
  errorFileException: -5,
  errorFilePartfile: -6,
}

/** Attributes of files in a torrent. */
export const fileFlags: {
  /** Zeros that let the next file begin with a piece. It is neither downloaded nor saved. */
  readonly flagPadFile: number
  /** The file is hidden, on Windows. */
  readonly flagHidden: number
  /** The file may be run. */
  readonly flagExecutable: number
  /** The file is a symbolic link. */
  readonly flagSymlink: number
} = {
  flagPadFile: 1,
  flagHidden: 2,
  flagExecutable: 4,
  flagSymlink: 8,
}

/** What an open file's `openMode` is made of; `openMode & rwMask` is one of the first three. */
export const fileOpenMode: {
  /** The file is only read. */
  readonly readOnly: number
  /** The file is only written. */
  readonly writeOnly: number
  /** The file is read and written. */
  readonly readWrite: number
  /** The bits that say whether the file is read or written. */
  readonly rwMask: number
  /** What was not written takes no space on disk. */
  readonly sparse: number
  /** Reading doesn't change the time of the last access. */
  readonly noAtime: number
  /** The system doesn't read ahead. */
  readonly randomAccess: number
  /** The file is mapped into memory. */
  readonly mmapped: number
} = {
  readOnly: 0,
  writeOnly: 1,
  readWrite: 2,
  rwMask: 3,
  sparse: 4,
  noAtime: 8,
  randomAccess: 32,
  mmapped: 128,
}

/** For `fileProgress()`. */
export const fileProgressFlags: {
  /** Counts complete pieces only, which is cheaper and never goes back. */
  readonly pieceGranularity: number
} = {
  pieceGranularity: 1,
}

/** Values of `settings.disk_io_read_mode` and `settings.disk_io_write_mode`. */
export const ioBufferMode: {
  /** The system caches files as it does for any program. */
  readonly enableOsCache: number
  /** Files bypass the system's cache, which leaves it to other programs. */
  readonly disableOsCache: number
  /** Pieces go to the disk as soon as they are complete. */
  readonly writeThrough: number
} = {
  enableOsCache: 0,
  disableOsCache: 2,
  writeThrough: 3,
}

/** Flags of the rules of an `IpFilter`; 0 allows. */
export const ipFilterFlags: {
  /** No connections to these addresses, nor from them. */
  readonly blocked: number
} = {
  blocked: 1,
}

/** Sizes that are fixed in libtorrent, in bytes. */
export const limits: {
  /** What is asked of a peer in one request: 16 KiB. */
  readonly defaultBlockSize: number
  /** The largest file that a torrent may have. */
  readonly maxFileSize: number
  /** Where the last byte of a torrent may lie. */
  readonly maxFileOffset: number
  /**
   * How many pieces a torrent may have.
   * Since libtorrent 2.0.10.
   */
  readonly maxNumPieces?: number
  /**
   * The largest piece that a torrent may have.
   * Since libtorrent 2.0.10.
   */
  readonly maxPieceSize?: number
} = {
  defaultBlockSize: 16384,
  maxFileSize: 17592186028032,
  maxFileOffset: 281474976710655,
}

/** Values of `settings.disk_write_mode`. */
export const mmapWriteMode: {
  /** By write calls: best on network drives. */
  readonly alwaysPwrite: number
  /** Through memory maps, but for small files: best on local SSDs. */
  readonly alwaysMmapWrite: number
  /** Through memory maps if the drive is persistent memory (DAX), else by write calls. */
  readonly autoMmapWrite: number
} = {
  alwaysPwrite: 0,
  alwaysMmapWrite: 1,
  autoMmapWrite: 2,
}

/** For `pause()` of a torrent. */
export const pauseFlags: {
  /** Lets peers finish the blocks that were asked for before they are disconnected. */
  readonly gracefulPause: number
} = {
  gracefulPause: 1,
}

/** Numbers of the peer classes that every session has. */
export const peerClass: {
  /**
   * All peers but local ones: `settings.upload_rate_limit` and `settings.download_rate_limit` are
   * its limits.
   */
  readonly globalPeerClassId: number
  /** TCP peers, which `settings.mixed_mode_algorithm` throttles. */
  readonly tcpPeerClassId: number
  /** Peers on the local network, without rate limits. */
  readonly localPeerClassId: number
} = {
  globalPeerClassId: 0,
  tcpPeerClassId: 1,
  localPeerClassId: 2,
}

/** What a peer's `flags` are made of. */
export const peerFlags: {
  /** The peer has pieces that we want. */
  readonly interesting: number
  /** We don't upload to the peer. */
  readonly choked: number
  /** The peer wants pieces that we have. */
  readonly remoteInterested: number
  /** The peer doesn't upload to us. */
  readonly remoteChoked: number
  /** The peer knows the extension protocol (BEP 10). */
  readonly supportsExtensions: number
  /** We made the connection. Otherwise the peer did. */
  readonly outgoingConnection: number
  /** Another name of `outgoingConnection`. */
  readonly localConnection: number
  /** The connection is made, the handshake isn't complete: the peer is unknown yet. */
  readonly handshake: number
  /** The connection is being made. */
  readonly connecting: number
  /**
   * The peer took part in a corrupt piece and is asked for whole pieces only, to find out who sent
   * it.
   */
  readonly onParole: number
  /** The peer has every piece. */
  readonly seed: number
  /** The peer is being tried out with an upload slot. */
  readonly optimisticUnchoke: number
  /** The peer didn't send what it was asked for in time, and is asked for one block at a time. */
  readonly snubbed: number
  /** The peer won't download any more, as a seed or because it said so. */
  readonly uploadOnly: number
  /** When the peer was last asked for blocks, all that it has had been asked for already. */
  readonly endgameMode: number
  /** The connection was made through the NATs of both sides. */
  readonly holepunched: number
  /** The connection runs over I2P. */
  readonly i2pSocket: number
  /** The connection runs over uTP. */
  readonly utpSocket: number
  /** The connection runs over TLS. */
  readonly sslSocket: number
  /** The connection is encrypted with RC4. */
  readonly rc4Encrypted: number
  /** Only the handshake was encrypted. */
  readonly plaintextEncrypted: number
} = {
  interesting: 1,
  choked: 2,
  remoteInterested: 4,
  remoteChoked: 8,
  supportsExtensions: 16,
  outgoingConnection: 32,
  localConnection: 32,
  handshake: 64,
  connecting: 128,
  onParole: 512,
  seed: 1024,
  optimisticUnchoke: 2048,
  snubbed: 4096,
  uploadOnly: 8192,
  endgameMode: 16384,
  holepunched: 32768,
  i2pSocket: 65536,
  utpSocket: 131072,
  sslSocket: 262144,
  rc4Encrypted: 524288,
  plaintextEncrypted: 1048576,
}

/** What a peer's `source` is made of: who told about it. */
export const peerSourceFlags: {
  /** A tracker. */
  readonly tracker: number
  /** The DHT. */
  readonly dht: number
  /** Another peer. */
  readonly pex: number
  /** The search of the local network. */
  readonly lsd: number
  /** The resume data. */
  readonly resumeData: number
  /** The peer itself: it connected. */
  readonly incoming: number
} = {
  tracker: 1,
  dht: 2,
  pex: 4,
  lsd: 8,
  resumeData: 16,
  incoming: 32,
}

/** For `connectPeer()`: what is known about the peer. */
export const pexFlags: {
  /** It takes encrypted connections. */
  readonly pexEncryption: number
  /** It has every piece. */
  readonly pexSeed: number
  /** It takes uTP connections. */
  readonly pexUtp: number
  /** It helps others to connect through NATs. */
  readonly pexHolepunch: number
  /** It was found by the info-hash of version 2. */
  readonly pexLtV2: number
} = {
  pexEncryption: 1,
  pexSeed: 2,
  pexUtp: 4,
  pexHolepunch: 8,
  pexLtV2: 128,
}

/**
 * What the `pickerFlags` of a `picker_log` alert are made of: by which rules blocks were chosen.
 */
export const pickerFlags: {
  /** Begun pieces first, because there are many of them. */
  readonly partialRatio: number
  /** Begun pieces first, as a setting says. */
  readonly prioritizePartials: number
  /** Begun pieces, the rarest first. */
  readonly rarestFirstPartials: number
  /** The rarest pieces first. */
  readonly rarestFirst: number
  /** The most common pieces first, for a peer that snubs. */
  readonly reverseRarestFirst: number
  /** Pieces that the peer suggested. */
  readonly suggestedPieces: number
  /** Pieces of the highest priority, in order. */
  readonly prioSequentialPieces: number
  /** In order, from the first piece. */
  readonly sequentialPieces: number
  /** Never set by libtorrent 2.0. */
  readonly reversePieces: number
  /** Never set by libtorrent 2.0: pieces with a deadline are chosen elsewhere. */
  readonly timeCritical: number
  /** Random pieces, in no other order. */
  readonly randomPieces: number
  /** Neighbouring blocks, for a fast peer. */
  readonly preferContiguous: number
  /** In order, from the last piece. */
  readonly reverseSequential: number
  /** Too few blocks were found, so second choices were looked at. */
  readonly backup1: number
  /**
   * Still too few were found: blocks of pieces that others download a part of, for a peer that
   * shall have whole ones.
   */
  readonly backup2: number
  /** Blocks that other peers had been asked for already. */
  readonly endGame: number
  /** Pieces of a 4 MiB extent that was begun. */
  readonly extentAffinity: number
} = {
  partialRatio: 1,
  prioritizePartials: 2,
  rarestFirstPartials: 4,
  rarestFirst: 8,
  reverseRarestFirst: 16,
  suggestedPieces: 32,
  prioSequentialPieces: 64,
  sequentialPieces: 128,
  reversePieces: 256,
  timeCritical: 512,
  randomPieces: 1024,
  preferContiguous: 2048,
  reverseSequential: 4096,
  backup1: 8192,
  backup2: 16384,
  endGame: 32768,
  extentAffinity: 65536,
}

/** Flags of the rules of a `PortFilter`; 0 allows. */
export const portFilterFlags: {
  /** No connections to peers on these ports. */
  readonly blocked: number
} = {
  blocked: 1,
}

/** Values of `settings.proxy_type`. */
export const proxyType: {
  /** No proxy. */
  readonly none: number
  /** A SOCKS4 proxy, with user name. */
  readonly socks4: number
  /** A SOCKS5 proxy without authentication. */
  readonly socks5: number
  /** A SOCKS5 proxy with user name and password. */
  readonly socks5Pw: number
  /** An HTTP proxy without authentication. Other traffic needs its CONNECT. */
  readonly http: number
  /** An HTTP proxy with user name and password. */
  readonly httpPw: number
  /** A SAM bridge to the I2P network. */
  readonly i2pProxy: number
} = {
  none: 0,
  socks4: 1,
  socks5: 2,
  socks5Pw: 3,
  http: 4,
  httpPw: 5,
  i2pProxy: 6,
}

/** For `forceReannounce()`. */
export const reannounceFlags: {
  /** Doesn't wait until the tracker's shortest interval has passed. */
  readonly ignoreMinInterval: number
  /**
   * Goes to the front of the queue of announces.
   * Since libtorrent 2.0.12.
   */
  readonly highPriority?: number
} = {
  ignoreMinInterval: 1,
}

/** For `removeTorrent()`. */
export const removeFlags: {
  /** Deletes the files of the torrent, the part file included. */
  readonly deleteFiles: number
  /** Deletes the part file only. */
  readonly deletePartfile: number
} = {
  deleteFiles: 1,
  deletePartfile: 2,
}

/** For `reopenNetworkSockets()`. */
export const reopenNetworkFlags: {
  /** Has routers forward the ports anew. */
  readonly reopenMapPorts: number
} = {
  reopenMapPorts: 1,
}

/** For `saveResumeData()`. */
export const resumeDataFlags: {
  /** Closes the files first, so that what they hold agrees with the resume data. */
  readonly flushDiskCache: number
  /** Includes the metadata, which makes a .torrent file needless. */
  readonly saveInfoDict: number
  /** Fails with `'resume_data_not_modified'` when nothing has changed since the last time. */
  readonly onlyIfModified: number
  /**
   * Only if counters of bytes, active times (which grow unless the torrent is paused) or the
   * tracker's numbers have changed. Of several `if...` flags, one that holds is enough.
   * Since libtorrent 2.0.9.
   */
  readonly ifCountersChanged?: number
  /**
   * Only if blocks were downloaded, or files checked.
   * Since libtorrent 2.0.9.
   */
  readonly ifDownloadProgress?: number
  /**
   * Only if priorities, limits, most flags, file names or the save path have changed.
   * Since libtorrent 2.0.9.
   */
  readonly ifConfigChanged?: number
  /**
   * Only if the torrent was paused or resumed, or upload mode, super seeding or seed mode has
   * changed.
   * Since libtorrent 2.0.9.
   */
  readonly ifStateChanged?: number
  /**
   * Only if trackers or web seeds have changed, or the metadata has arrived.
   * Since libtorrent 2.0.9.
   */
  readonly ifMetadataChanged?: number
} = {
  flushDiskCache: 1,
  saveInfoDict: 2,
  onlyIfModified: 4,
}

/**
 * For `sessionState()`, `readSessionParams()` and `writeSessionParams()`: parts of a session's
 * state.
 */
export const saveStateFlags: {
  /** The settings. */
  readonly saveSettings: number
  /** The DHT's node ids and the nodes that it knows, to join faster the next time. */
  readonly saveDhtState: number
  /** What plugins keep. */
  readonly saveExtensionState: number
  /** The filter of `setIpFilter()`. */
  readonly saveIpFilter: number
} = {
  saveSettings: 1,
  saveDhtState: 4,
  saveExtensionState: 2048,
  saveIpFilter: 4096,
}

/** Values of `settings.seed_choking_algorithm`. */
export const seedChokingAlgorithm: {
  /** All peers in turn, see `settings.seeding_piece_quota`. */
  readonly roundRobin: number
  /** Peers that take the most. */
  readonly fastestUpload: number
  /** Peers that have just begun or are nearly done, so that the others trade with each other. */
  readonly antiLeech: number
} = {
  roundRobin: 0,
  fastestUpload: 1,
  antiLeech: 2,
}

/** For the `flags` of `new Session()`. */
export const sessionFlags: {
  /** The session starts paused: call `resume()`. */
  readonly paused: number
} = {
  paused: 4,
}

/**
 * For `status()`, `getTorrentStatus()` and `torrentUpdates()`: fields that cost time to fill in.
 */
export const statusFlags: {
  /** Fills in `distributedCopies`, `distributedFullCopies` and `distributedFraction`. */
  readonly queryDistributedCopies: number
  /** Counts blocks of incomplete pieces in `totalDone` and `totalWantedDone`. */
  readonly queryAccurateDownloadCounters: number
  /** Fills in `lastSeenComplete`, which libtorrent 2.0 does anyway. */
  readonly queryLastSeenComplete: number
  /** Fills in `pieces`. */
  readonly queryPieces: number
  /** Fills in `verifiedPieces`. */
  readonly queryVerifiedPieces: number
  /** Fills in `torrentFile`. */
  readonly queryTorrentFile: number
  /** Fills in `name`. */
  readonly queryName: number
  /** Fills in `savePath`. */
  readonly querySavePath: number
} = {
  queryDistributedCopies: 1,
  queryAccurateDownloadCounters: 2,
  queryLastSeenComplete: 4,
  queryPieces: 8,
  queryVerifiedPieces: 16,
  queryTorrentFile: 32,
  queryName: 64,
  querySavePath: 128,
}

/** Values of `settings.suggest_mode`. */
export const suggestMode: {
  /** Peers are told nothing. */
  readonly noPieceSuggestions: number
  /** Peers are told about pieces that were read lately. */
  readonly suggestReadCache: number
} = {
  noPieceSuggestions: 0,
  suggestReadCache: 1,
}

/** Flags of torrents: the `flags` of `addTorrent()`, `setFlags()` and `unsetFlags()`. */
export const torrentFlags: {
  /**
   * The files are taken for complete, and a piece is checked when it is first asked for; if it is
   * corrupt, the files are checked. Can be set when adding only, cleared later.
   */
  readonly seedMode: number
  /**
   * Asks for no pieces. Disk errors set it; the queue clears it after
   * `settings.optimistic_disk_retry`, also when the program set it.
   */
  readonly uploadMode: number
  /**
   * Only downloads what can be uploaded several times, to raise the share ratio; see
   * `settings.share_mode_target`. Priorities must be left alone.
   */
  readonly shareMode: number
  /** The filter of `setIpFilter()` applies to the peers of the torrent. Set by default. */
  readonly applyIpFilter: number
  /**
   * The torrent is paused: no peers, no trackers. Set by default, for the queue to start it
   * (`autoManaged`).
   */
  readonly paused: number
  /**
   * The session's queue starts and pauses the torrent, also when the program paused it: see
   * `settings.active_downloads`. Set by default.
   */
  readonly autoManaged: number
  /**
   * Adding a torrent that the session has fails with `'duplicate_torrent'`. Otherwise it gives that
   * torrent. For adding only.
   */
  readonly duplicateIsError: number
  /** `torrentUpdates()` includes the torrent. Set by default, for adding only. */
  readonly updateSubscribe: number
  /** A seed shows each peer few pieces, to spread them with little upload. No effect on others. */
  readonly superSeeding: number
  /**
   * Pieces are downloaded in order. For playing while downloading, `setPieceDeadline()` is better.
   */
  readonly sequentialDownload: number
  /**
   * Pauses the torrent, and takes it from the queue, as soon as it would begin to transfer: after
   * the check of its files.
   */
  readonly stopWhenReady: number
  /**
   * `trackers` replaces the trackers of the .torrent file instead of adding to them. For adding
   * only.
   */
  readonly overrideTrackers: number
  /**
   * `urlSeeds` and `httpSeeds` replace the web seeds of the .torrent file instead of adding to
   * them. For adding only.
   */
  readonly overrideWebSeeds: number
  /** The torrent has something to save from the start. Set by default, for adding only. */
  readonly needSaveResume: number
  /** The torrent neither announces to the DHT nor takes peers from it. */
  readonly disableDht: number
  /** The torrent isn't announced to the local network. */
  readonly disableLsd: number
  /** The torrent exchanges no peers with others. */
  readonly disablePex: number
  /** Resume data is believed without a look at the files. For adding only. */
  readonly noVerifyFiles: number
  /** Files without a priority of their own aren't wanted. For adding only. */
  readonly defaultDontDownload: number
  /** Every flag, for masks. */
  readonly all: number
  /** What a torrent is added with unless `flags` is given. */
  readonly defaultFlags: number
  /**
   * A torrent of the I2P network: it takes no ordinary peers, unless `settings.allow_i2p_mixed`.
   * Set by itself where a tracker's host ends with `.i2p`.
   * Since libtorrent 2.0.9.
   */
  readonly i2pTorrent?: number
} = {
  seedMode: 1,
  uploadMode: 2,
  shareMode: 4,
  applyIpFilter: 8,
  paused: 16,
  autoManaged: 32,
  duplicateIsError: 64,
  updateSubscribe: 128,
  superSeeding: 256,
  sequentialDownload: 512,
  stopWhenReady: 1024,
  overrideTrackers: 2048,
  overrideWebSeeds: 4096,
  needSaveResume: 8192,
  disableDht: 524288,
  disableLsd: 1048576,
  disablePex: 2097152,
  noVerifyFiles: 4194304,
  defaultDontDownload: 8388608,
  all: 4294967295,
  defaultFlags: 352440,
}

/** Where a tracker comes from: the `source` of an AnnounceEntry is a set of these. */
export const trackerSource: {
  /** The .torrent file. */
  readonly sourceTorrent: number
  /** Added by the program, with `addTracker()`. */
  readonly sourceClient: number
  /** The magnet link. */
  readonly sourceMagnetLink: number
  /** Other peers, by tracker exchange. */
  readonly sourceTex: number
} = {
  sourceTorrent: 1,
  sourceClient: 2,
  sourceMagnetLink: 4,
  sourceTex: 8,
}

/** For `writeTorrentFile()`. */
export const writeFlags: {
  /**
   * Doesn't fail when hashes of a version 2 torrent are missing: the file has no piece layers then,
   * and clients get them from peers.
   */
  readonly allowMissingPieceLayer: number
  /** Leaves out the web seeds of BEP 17. */
  readonly noHttpSeeds: number
  /** Includes the DHT nodes. */
  readonly includeDhtNodes: number
} = {
  allowMissingPieceLayer: 1,
  noHttpSeeds: 2,
  includeDhtNodes: 4,
}

/** Values of error codes by category and name. */
export const errorCodes = {
  'asio.addrinfo': {
    /** Service not found */
    service_not_found: -8,
    /** Socket type not supported */
    socket_type_not_supported: -7,
  },
  'asio.misc': {
    /** Already open */
    already_open: 1,
    /** End of file */
    eof: 2,
    /** Element not found */
    not_found: 3,
    /** The descriptor does not fit into the select call's fd_set */
    fd_set_failure: 4,
  },
  'asio.netdb': {
    /** Host not found (authoritative) */
    host_not_found: 1,
    /** Host not found (non-authoritative), try again later */
    host_not_found_try_again: 2,
    /** A non-recoverable error occurred during database lookup */
    no_recovery: 3,
    /** The query is valid, but it does not have associated data */
    no_data: 4,
  },
  'asio.ssl.stream': {
    /** stream truncated */
    stream_truncated: 1,
    /** unspecified system error */
    unspecified_system_error: 2,
    /** unexpected result */
    unexpected_result: 3,
  },
  bdecode: {
    /** no error */
    no_error: 0,
    /** expected digit in bencoded string */
    expected_digit: 1,
    /** expected colon in bencoded string */
    expected_colon: 2,
    /** unexpected end of file in bencoded string */
    unexpected_eof: 3,
    /** expected value (list, dict, int or string) in bencoded string */
    expected_value: 4,
    /** bencoded nesting depth exceeded */
    depth_exceeded: 5,
    /** bencoded item count limit exceeded */
    limit_exceeded: 6,
    /** integer overflow */
    overflow: 7,
  },
  'gzip error': {
    /** no error */
    no_error: 0,
    /** invalid gzip header */
    invalid_gzip_header: 1,
    /** inflated data too large */
    inflated_data_too_large: 2,
    /** available inflate data did not terminate */
    data_did_not_terminate: 3,
    /** output space exhausted before completing inflate */
    space_exhausted: 4,
    /** invalid block type (type == 3) */
    invalid_block_type: 5,
    /** stored block length did not match one's complement */
    invalid_stored_block_length: 6,
    /** dynamic block code description: too many length or distance codes */
    too_many_length_or_distance_codes: 7,
    /** dynamic block code description: code lengths codes incomplete */
    code_lengths_codes_incomplete: 8,
    /** dynamic block code description: repeat lengths with no first length */
    repeat_lengths_with_no_first_length: 9,
    /** dynamic block code description: repeat more than specified lengths */
    repeat_more_than_specified_lengths: 10,
    /** dynamic block code description: invalid literal/length code lengths */
    invalid_literal_length_code_lengths: 11,
    /** dynamic block code description: invalid distance code lengths */
    invalid_distance_code_lengths: 12,
    /** invalid literal/length or distance code in fixed or dynamic block */
    invalid_literal_code_in_block: 13,
    /** distance is too far back in fixed or dynamic block */
    distance_too_far_back_in_block: 14,
    /** unknown gzip error */
    unknown_gzip_error: 15,
  },
  http: {
    /** 100 Continue */
    cont: 100,
    /** 200 OK */
    ok: 200,
    /** 201 Created */
    created: 201,
    /** 202 Accepted */
    accepted: 202,
    /** 204 No Content */
    no_content: 204,
    /** 300 Multiple Choices */
    multiple_choices: 300,
    /** 301 Moved Permanently */
    moved_permanently: 301,
    /** 302 Moved Temporarily */
    moved_temporarily: 302,
    /** 304 Not Modified */
    not_modified: 304,
    /** 400 Bad Request */
    bad_request: 400,
    /** 401 Unauthorized */
    unauthorized: 401,
    /** 403 Forbidden */
    forbidden: 403,
    /** 404 Not Found */
    not_found: 404,
    /** 500 Internal Server Error */
    internal_server_error: 500,
    /** 501 Not Implemented */
    not_implemented: 501,
    /** 502 Bad Gateway */
    bad_gateway: 502,
    /** 503 Service Unavailable */
    service_unavailable: 503,
  },
  'i2p error': {
    /** no error */
    no_error: 0,
    /** parse failed */
    parse_failed: 1,
    /** cannot reach peer */
    cant_reach_peer: 2,
    /** i2p error */
    i2p_error: 3,
    /** invalid key */
    invalid_key: 4,
    /** invalid id */
    invalid_id: 5,
    /** timeout */
    timeout: 6,
    /** key not found */
    key_not_found: 7,
    /** duplicated id */
    duplicated_id: 8,
  },
  libtorrent: {
    /** no error */
    no_error: 0,
    /** torrent file collides with file from another torrent */
    file_collision: 1,
    /** hash check failed */
    failed_hash_check: 2,
    /** torrent file is not a dictionary */
    torrent_is_no_dict: 3,
    /** missing or invalid 'info' section in torrent file */
    torrent_missing_info: 4,
    /** 'info' entry is not a dictionary */
    torrent_info_no_dict: 5,
    /** invalid or missing 'piece length' entry in torrent file */
    torrent_missing_piece_length: 6,
    /** missing name in torrent file */
    torrent_missing_name: 7,
    /** invalid 'name' of torrent (possible exploit attempt) */
    torrent_invalid_name: 8,
    /** invalid length of torrent */
    torrent_invalid_length: 9,
    /** failed to parse files from torrent file */
    torrent_file_parse_failed: 10,
    /** invalid or missing 'pieces' entry in torrent file */
    torrent_missing_pieces: 11,
    /** incorrect number of piece hashes in torrent file */
    torrent_invalid_hashes: 12,
    /** too many pieces in torrent */
    too_many_pieces_in_torrent: 13,
    /** invalid metadata received from swarm */
    invalid_swarm_metadata: 14,
    /** invalid bencoding */
    invalid_bencoding: 15,
    /** no files in torrent */
    no_files_in_torrent: 16,
    /** invalid escaped string */
    invalid_escaped_string: 17,
    /** session is closing */
    session_is_closing: 18,
    /** torrent already exists in session */
    duplicate_torrent: 19,
    /** invalid torrent handle used */
    invalid_torrent_handle: 20,
    /** invalid type requested from entry */
    invalid_entry_type: 21,
    /** missing info-hash from URI */
    missing_info_hash_in_uri: 22,
    /** file too short */
    file_too_short: 23,
    /** unsupported URL protocol */
    unsupported_url_protocol: 24,
    /** failed to parse URL */
    url_parse_error: 25,
    /** peer sent 0 length piece */
    peer_sent_empty_piece: 26,
    /** parse failed */
    parse_failed: 27,
    /** invalid file format tag */
    invalid_file_tag: 28,
    /** missing info-hash */
    missing_info_hash: 29,
    /** mismatching info-hash */
    mismatching_info_hash: 30,
    /** invalid hostname */
    invalid_hostname: 31,
    /** invalid port */
    invalid_port: 32,
    /** port blocked by port-filter */
    port_blocked: 33,
    /** expected closing ] for address */
    expected_close_bracket_in_address: 34,
    /** destructing torrent */
    destructing_torrent: 35,
    /** timed out */
    timed_out: 36,
    /** upload to upload connection */
    upload_upload_connection: 37,
    /** uninteresting upload-only peer */
    uninteresting_upload_peer: 38,
    /** invalid info-hash */
    invalid_info_hash: 39,
    /** torrent paused */
    torrent_paused: 40,
    /** 'have'-message with higher index than the number of pieces */
    invalid_have: 41,
    /** bitfield of invalid size */
    invalid_bitfield_size: 42,
    /** too many piece requests while choked */
    too_many_requests_when_choked: 43,
    /** invalid piece packet */
    invalid_piece: 44,
    /** out of memory */
    no_memory: 45,
    /** torrent aborted */
    torrent_aborted: 46,
    /** connected to ourselves */
    self_connection: 47,
    /** invalid piece size */
    invalid_piece_size: 48,
    /** timed out: no interest */
    timed_out_no_interest: 49,
    /** timed out: inactivity */
    timed_out_inactivity: 50,
    /** timed out: no handshake */
    timed_out_no_handshake: 51,
    /** timed out: no request */
    timed_out_no_request: 52,
    /** invalid choke message */
    invalid_choke: 53,
    /** invalid unchoke message */
    invalid_unchoke: 54,
    /** invalid interested message */
    invalid_interested: 55,
    /** invalid not-interested message */
    invalid_not_interested: 56,
    /** invalid request message */
    invalid_request: 57,
    /** invalid hash list */
    invalid_hash_list: 58,
    /** invalid hash piece message */
    invalid_hash_piece: 59,
    /** invalid cancel message */
    invalid_cancel: 60,
    /** invalid dht-port message */
    invalid_dht_port: 61,
    /** invalid suggest piece message */
    invalid_suggest: 62,
    /** invalid have-all message */
    invalid_have_all: 63,
    /** invalid have-none message */
    invalid_have_none: 64,
    /** invalid reject message */
    invalid_reject: 65,
    /** invalid allow-fast message */
    invalid_allow_fast: 66,
    /** invalid extended message */
    invalid_extended: 67,
    /** invalid message */
    invalid_message: 68,
    /** sync hash not found */
    sync_hash_not_found: 69,
    /** unable to verify encryption constant */
    invalid_encryption_constant: 70,
    /** plaintext mode not provided */
    no_plaintext_mode: 71,
    /** rc4 mode not provided */
    no_rc4_mode: 72,
    /** unsupported encryption mode */
    unsupported_encryption_mode: 73,
    /** peer selected unsupported encryption mode */
    unsupported_encryption_mode_selected: 74,
    /** invalid encryption pad size */
    invalid_pad_size: 75,
    /** invalid encryption handshake */
    invalid_encrypt_handshake: 76,
    /** incoming encrypted connections disabled */
    no_incoming_encrypted: 77,
    /** incoming regular connections disabled */
    no_incoming_regular: 78,
    /** duplicate peer-id */
    duplicate_peer_id: 79,
    /** torrent removed */
    torrent_removed: 80,
    /** packet too large */
    packet_too_large: 81,
    /**  */
    reserved: 82,
    /** HTTP error */
    http_error: 83,
    /** missing location header */
    missing_location: 84,
    /** invalid redirection */
    invalid_redirection: 85,
    /** redirecting */
    redirecting: 86,
    /** invalid HTTP range */
    invalid_range: 87,
    /** missing content-length */
    no_content_length: 88,
    /** banned by IP filter */
    banned_by_ip_filter: 89,
    /** too many connections */
    too_many_connections: 90,
    /** peer banned */
    peer_banned: 91,
    /** stopping torrent */
    stopping_torrent: 92,
    /** too many corrupt pieces */
    too_many_corrupt_pieces: 93,
    /** torrent is not ready to accept peers */
    torrent_not_ready: 94,
    /** peer is not properly constructed */
    peer_not_constructed: 95,
    /** session is closing */
    session_closing: 96,
    /** optimistic disconnect */
    optimistic_disconnect: 97,
    /** torrent finished */
    torrent_finished: 98,
    /** no router found */
    no_router: 99,
    /** metadata too large */
    metadata_too_large: 100,
    /** invalid metadata request */
    invalid_metadata_request: 101,
    /** invalid metadata size */
    invalid_metadata_size: 102,
    /** invalid metadata offset */
    invalid_metadata_offset: 103,
    /** invalid metadata message */
    invalid_metadata_message: 104,
    /** pex message too large */
    pex_message_too_large: 105,
    /** invalid pex message */
    invalid_pex_message: 106,
    /** invalid lt_tracker message */
    invalid_lt_tracker_message: 107,
    /** pex messages sent too frequent (possible attack) */
    too_frequent_pex: 108,
    /** torrent has no metadata */
    no_metadata: 109,
    /** invalid dont-have message */
    invalid_dont_have: 110,
    /** SSL connection required */
    requires_ssl_connection: 111,
    /** invalid SSL certificate */
    invalid_ssl_cert: 112,
    /** not an SSL torrent */
    not_an_ssl_torrent: 113,
    /** banned by port filter */
    banned_by_port_filter: 114,
    /** invalid session handle used */
    invalid_session_handle: 115,
    /** listen socket has been closed */
    invalid_listen_socket: 116,
    /** invalid hash request */
    invalid_hash_request: 117,
    /** invalid hashes */
    invalid_hashes: 118,
    /** invalid hash reject */
    invalid_hash_reject: 119,
    /** unsupported protocol version */
    unsupported_protocol_version: 120,
    /** not authorized to create port map (enable NAT-PMP on your router) */
    natpmp_not_authorized: 121,
    /** network failure */
    network_failure: 122,
    /** out of resources */
    no_resources: 123,
    /** unsupported opcode */
    unsupported_opcode: 124,
    /** missing or invalid 'file sizes' entry */
    missing_file_sizes: 130,
    /** no files in resume data */
    no_files_in_resume_data: 131,
    /** missing 'slots' and 'pieces' entry */
    missing_pieces: 132,
    /** mismatching number of files */
    mismatching_number_of_files: 133,
    /** mismatching file size */
    mismatching_file_size: 134,
    /** mismatching file timestamp */
    mismatching_file_timestamp: 135,
    /** not a dictionary */
    not_a_dictionary: 136,
    /** invalid 'blocks per piece' entry */
    invalid_blocks_per_piece: 137,
    /** missing slots list */
    missing_slots: 138,
    /** file has more slots than torrent */
    too_many_slots: 139,
    /** invalid entry type in slot list */
    invalid_slot_list: 140,
    /** invalid piece index in slot list */
    invalid_piece_index: 141,
    /** pieces needs to be reordered */
    pieces_need_reorder: 142,
    /** fastresume not modified since last save */
    resume_data_not_modified: 143,
    /** invalid save_path */
    invalid_save_path: 144,
    /** Invalid HTTP header */
    http_parse_error: 150,
    /** missing Location header in HTTP redirect */
    http_missing_location: 151,
    /** failed to decompress HTTP response */
    http_failed_decompress: 152,
    /** no i2p router is set up */
    no_i2p_router: 160,
    /**  */
    no_i2p_endpoint: 161,
    /** scrape not available on tracker */
    scrape_not_available: 170,
    /** invalid tracker response */
    invalid_tracker_response: 171,
    /** invalid peer dictionary entry */
    invalid_peer_dict: 172,
    /** tracker sent a failure message */
    tracker_failure: 173,
    /** missing or invalid 'files' entry */
    invalid_files_entry: 174,
    /** missing or invalid 'hash' entry */
    invalid_hash_entry: 175,
    /** missing or invalid 'peers' and 'peers6' entry */
    invalid_peers_entry: 176,
    /** udp tracker response packet has invalid size */
    invalid_tracker_response_length: 177,
    /** invalid transaction id in udp tracker response */
    invalid_tracker_transaction_id: 178,
    /** invalid action field in udp tracker response */
    invalid_tracker_action: 179,
    /** skipping tracker announce (unreachable) */
    announce_skipped: 180,
    /** expected string in bencoded string */
    expected_string: 190,
    /** expected colon in bencoded string */
    expected_colon: 191,
    /** unexpected end of file in bencoded string */
    unexpected_eof: 192,
    /** expected value (list, dict, int or string) in bencoded string */
    expected_value: 193,
    /** bencoded nesting depth exceeded */
    depth_exceeded: 194,
    /** bencoded item count limit exceeded */
    limit_exceeded: 195,
    /** integer overflow */
    overflow: 196,
    /** random number generator failed */
    no_entropy: 200,
    /** blocked by SSRF mitigation */
    ssrf_mitigation: 201,
    /** blocked by IDNA ban */
    blocked_by_idna: 202,
    /** the torrent file has an unknown meta version */
    torrent_unknown_version: 210,
    /** the v2 torrent file has no file tree */
    torrent_missing_file_tree: 211,
    /** the torrent contains v2 keys but does not specify meta version 2 */
    torrent_missing_meta_version: 212,
    /** the v1 and v2 file metadata does not match */
    torrent_inconsistent_files: 213,
    /** one or more files are missing piece layer hashes */
    torrent_missing_piece_layer: 214,
    /** a piece layer is invalid */
    torrent_invalid_piece_layer: 215,
    /** a v2 file entry has no root hash */
    torrent_missing_pieces_root: 216,
    /** v1 and v2 hashes do not describe the same data */
    torrent_inconsistent_hashes: 217,
    /** a file in the v2 metadata has the pad attribute set */
    torrent_invalid_pad_file: 218,
  },
  'pcp error': {
    /** success */
    pcp_success: 0,
    /** unsupported version */
    pcp_unsupp_version: 1,
    /** not authorized */
    pcp_not_authorized: 2,
    /** malformed request */
    pcp_malformed_request: 3,
    /** unsupported opcode */
    pcp_unsupp_opcode: 4,
    /** unsupported option */
    pcp_unsupp_option: 5,
    /** malformed option */
    pcp_malformed_option: 6,
    /** network failure */
    pcp_network_failure: 7,
    /** no resources */
    pcp_no_resources: 8,
    /** unsupported protocol */
    pcp_unsupp_protocol: 9,
    /** user exceeded quota */
    pcp_user_ex_quota: 10,
    /** cannot provide external */
    pcp_cannot_provide_external: 11,
    /** address mismatch */
    pcp_address_mismatch: 12,
    /** excessive remote peers */
    pcp_excessive_remote_peers: 13,
  },
  socks: {
    /** SOCKS no error */
    no_error: 0,
    /** SOCKS unsupported version */
    unsupported_version: 1,
    /** SOCKS unsupported authentication method */
    unsupported_authentication_method: 2,
    /** SOCKS unsupported authentication version */
    unsupported_authentication_version: 3,
    /** SOCKS authentication error */
    authentication_error: 4,
    /** SOCKS username required */
    username_required: 5,
    /** SOCKS general failure */
    general_failure: 6,
    /** SOCKS command not supported */
    command_not_supported: 7,
    /** SOCKS no identd running */
    no_identd: 8,
    /** SOCKS identd could not identify username */
    identd_error: 9,
  },
  upnp: {
    /** no error */
    no_error: 0,
    /** Invalid Arguments */
    invalid_argument: 402,
    /** Action Failed */
    action_failed: 501,
    /** The specified value does not exist in the array */
    value_not_in_array: 714,
    /** The source IP address cannot be wild-carded */
    source_ip_cannot_be_wildcarded: 715,
    /** The external port cannot be wild-carded */
    external_port_cannot_be_wildcarded: 716,
    /** The port mapping entry specified conflicts with a mapping assigned previously to another client */
    port_mapping_conflict: 718,
    /** Internal and External port values must be the same */
    internal_port_must_match_external: 724,
    /** The NAT implementation only supports permanent lease times on port mappings */
    only_permanent_leases_supported: 725,
    /** RemoteHost must be a wildcard and cannot be a specific IP address or DNS name */
    remote_host_must_be_wildcard: 726,
    /** ExternalPort must be a wildcard and cannot be a specific port  */
    external_port_must_be_wildcard: 727,
  },
} as const
/** Name of an error code of libtorrent, of any category. */
export type LibtorrentErrorCode = {
  [Category in keyof typeof errorCodes]: keyof (typeof errorCodes)[Category]
}[keyof typeof errorCodes]
/** Name of an error code that this package gives itself. */
export type OwnErrorCode =
  | 'session_closed'
  | 'alerts_dropped'
  | 'dht_not_running'
  | 'store_in_use'
  | 'store_closed'
  | 'no_tracker'
  | 'upload_mode'
  | 'no_matching_file'
  | 'file_outside_save_path'
  | 'too_many_redirects'
  | 'http_error'
  | 'file_changed'
  | 'not_the_content'
  | 'storage_moved_failed'

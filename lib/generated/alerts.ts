// Made by scripts/generate.mjs from native/tables. Do not edit.
import type { LibtorrentError } from '../support/errors'
import type { TorrentHandle, TorrentInfo } from '../types'
import type {
  BlockedReason,
  CloseReason,
  ConnectDirection,
  DhtModule,
  DhtPacketDirection,
  Operation,
  PeerLogDirection,
  PerformanceWarning,
  PortmapProtocol,
  PortmapTransport,
  ProtocolVersion,
  SocketType,
  TorrentState,
  TrackerEvent,
} from './enums'
import type {
  AddTorrentParams,
  AnnounceEntry,
  DhtLookup,
  DhtRoutingBucket,
  Endpoint,
  Entry,
  InfoHash,
  PartialPieceInfo,
  PeerInfo,
  PeerRequest,
  PieceBlock,
  SessionStats,
  TorrentStatus,
} from './records'

/**
 * A torrent was added, or couldn't be. Posted under any `alert_mask`.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#add_torrent_alert
 */
export interface AddTorrentAlert {
  readonly type: 'add_torrent'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent; null when it couldn't be added. */
  readonly handle: TorrentHandle | null
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /**
   * Of what it was added with: `ti`, `name`, `savePath`, `infoHashes`, `flags` and `trackerid`. The
   * rest is at its default.
   */
  readonly params: AddTorrentParams
  /** Why it couldn't be added; null when it was, or was there already. */
  readonly error: LibtorrentError | null
}

/**
 * More than `settings.alert_queue_size` alerts were waiting, so that some were dropped. Promises
 * that may have waited for them reject with `'alerts_dropped'`.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#alerts_dropped_alert
 */
export interface AlertsDroppedAlert {
  readonly type: 'alerts_dropped'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Types of which alerts were dropped. */
  readonly droppedAlerts: ReadonlyArray<AlertType>
}

/**
 * A peer was asked for a block.
 * Category: `blockProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#block_downloading_alert
 */
export interface BlockDownloadingAlert {
  readonly type: 'block_downloading'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Index of the block in its piece; a block has 16 KiB, the last one may have less. */
  readonly blockIndex: number
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * A block was written to disk: one that a peer sent, or of a piece that `addPiece()` was given;
 * then the peer is unspecified.
 * Category: `blockProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#block_finished_alert
 */
export interface BlockFinishedAlert {
  readonly type: 'block_finished'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Index of the block in its piece; a block has 16 KiB, the last one may have less. */
  readonly blockIndex: number
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * A peer didn't send a block in time; it is asked of others.
 * Category: `peer`, `blockProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#block_timeout_alert
 */
export interface BlockTimeoutAlert {
  readonly type: 'block_timeout'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Index of the block in its piece; a block has 16 KiB, the last one may have less. */
  readonly blockIndex: number
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * A block was put into the send buffer of a peer. If the connection closes, it may not arrive.
 * Category: `upload`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#block_uploaded_alert
 */
export interface BlockUploadedAlert {
  readonly type: 'block_uploaded'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Index of the block in its piece; a block has 16 KiB, the last one may have less. */
  readonly blockIndex: number
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * What a torrent had to write is written and its files are closed: after `flushCache()`, and when
 * it was removed.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#cache_flushed_alert
 */
export interface CacheFlushedAlert {
  readonly type: 'cache_flushed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A node announced a peer to this node of the DHT.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_announce_alert
 */
export interface DhtAnnounceAlert {
  readonly type: 'dht_announce'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Address of the peer. */
  readonly ip: string
  /** Port of the peer. */
  readonly port: number
  /** The torrent that the peer has, 40 hex digits. */
  readonly infoHash: string
}

/**
 * The DHT has found its first nodes.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_bootstrap_alert
 */
export interface DhtBootstrapAlert {
  readonly type: 'dht_bootstrap'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
}

/**
 * The answer to `dhtDirectRequest()`, or that there was none. Posted under any `alert_mask`.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_direct_response_alert
 */
export interface DhtDirectResponseAlert {
  readonly type: 'dht_direct_response'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** A number of this package's own. */
  readonly userdata: number
  /** The node that was asked. */
  readonly endpoint: Endpoint
  /** The whole message that came back; null when none came in time. */
  readonly response: Entry | null
}

/**
 * The DHT ran into an error, such as a host name that couldn't be looked up. It may go on.
 * Category: `error`, `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_error_alert
 */
export interface DhtErrorAlert {
  readonly type: 'dht_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
}

/**
 * A node asked this node of the DHT for peers.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_get_peers_alert
 */
export interface DhtGetPeersAlert {
  readonly type: 'dht_get_peers'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent that it looks for, 40 hex digits. */
  readonly infoHash: string
}

/**
 * The DHT found peers: the answer to `dhtGetPeers()` and `dhtAnnounce()`.
 * Category: `dhtOperation`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_get_peers_reply_alert
 */
export interface DhtGetPeersReplyAlert {
  readonly type: 'dht_get_peers_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent that was looked for, 40 hex digits. */
  readonly infoHash: string
  /** How many `peers` there are. */
  readonly numPeers: number
  /** The peers. */
  readonly peers: ReadonlyArray<Endpoint>
}

/**
 * The answer to `dhtGetItem()`. Posted under any `alert_mask`.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_immutable_item_alert
 */
export interface DhtImmutableItemAlert {
  readonly type: 'dht_immutable_item'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** SHA-1 of the bencoded item, 40 hex digits: what was asked for. */
  readonly target: string
  /** The item; null when no node has it. */
  readonly item: Entry | null
}

/**
 * The answer to `dhtLiveNodes()`. Posted under any `alert_mask`.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_live_nodes_alert
 */
export interface DhtLiveNodesAlert {
  readonly type: 'dht_live_nodes'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Id of the own node whose routing table it is, 40 hex digits. */
  readonly nodeId: string
  /** How many `nodes` there are. */
  readonly numNodes: number
  /** Ids (40 hex digits) and addresses of the nodes. */
  readonly nodes: ReadonlyArray<readonly [string, Endpoint]>
}

/**
 * A line of the DHT's log.
 * Category: `dhtLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_log_alert
 */
export interface DhtLogAlert {
  readonly type: 'dht_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The part of the DHT that wrote it. */
  readonly module: DhtModule
  /** The line of the log. */
  readonly logMessage: string
}

/**
 * An answer to `dhtGetMutableItem()`; there may be several, each newer than the last. Posted
 * under any `alert_mask`.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_mutable_item_alert
 */
export interface DhtMutableItemAlert {
  readonly type: 'dht_mutable_item'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The public key that was asked for, 32 bytes. */
  readonly key: Buffer
  /** Signature of the item with its salt and sequence number, 64 bytes. */
  readonly signature: Buffer
  /** Sequence number of the item, a BigInt: each version has a higher one. */
  readonly seq: bigint
  /** The salt that was asked for; empty when none was. */
  readonly salt: string
  /** The item; null when no node has it. */
  readonly item: Entry | null
  /** Whether this is the last answer: the newest item. */
  readonly authoritative: boolean
}

/**
 * A node of the DHT was asked for peers.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_outgoing_get_peers_alert
 */
export interface DhtOutgoingGetPeersAlert {
  readonly type: 'dht_outgoing_get_peers'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent that is looked for, 40 hex digits. */
  readonly infoHash: string
  /** What the node was asked for instead, with `settings.dht_privacy_lookups`. */
  readonly obfuscatedInfoHash: string
  /** The node. */
  readonly endpoint: Endpoint
}

/**
 * A packet of the DHT was sent or received.
 * Category: `dhtLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_pkt_alert
 */
export interface DhtPktAlert {
  readonly type: 'dht_pkt'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Which way it went. */
  readonly direction: DhtPacketDirection
  /** The other node. */
  readonly node: Endpoint
  /** The packet. */
  readonly pktBuf: Buffer
}

/**
 * Storing an item in the DHT is done: `dhtPutItem()` or `dhtPutMutableItem()`.
 * Category: `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_put_alert
 */
export interface DhtPutAlert {
  readonly type: 'dht_put'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** SHA-1 of an immutable item, 40 hex digits: what it is found by. Zeros for a mutable one. */
  readonly target: string
  /** Public key of a mutable item, 32 bytes; zeros otherwise. */
  readonly publicKey: Buffer
  /** Signature of a mutable item, 64 bytes; zeros otherwise. */
  readonly signature: Buffer
  /** Salt of a mutable item. */
  readonly salt: string
  /** Sequence number of a mutable item, a BigInt. */
  readonly seq: bigint
  /** How many nodes have stored it. */
  readonly numSuccess: number
}

/**
 * The DHT found peers for a torrent.
 * Category: `tracker`, `dht`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_reply_alert
 */
export interface DhtReplyAlert {
  readonly type: 'dht_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Says nothing: the DHT is no tracker. */
  readonly localEndpoint: Endpoint
  /** Empty: the DHT is no tracker. */
  readonly trackerUrl: string
  /** How many peers one node knew. */
  readonly numPeers: number
}

/**
 * The answer to `dhtSampleInfohashes()`. Posted under any `alert_mask`.
 * Category: `dhtOperation`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_sample_infohashes_alert
 */
export interface DhtSampleInfohashesAlert {
  readonly type: 'dht_sample_infohashes'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Id of the node that was asked, 40 hex digits. */
  readonly nodeId: string
  /** The node that was asked. */
  readonly endpoint: Endpoint
  /** Milliseconds to wait before that node is asked again. */
  readonly interval: number
  /** How many info-hashes the node has in all. */
  readonly numInfohashes: number
  /** How many `samples` there are. */
  readonly numSamples: number
  /** Some of its info-hashes, 40 hex digits each. */
  readonly samples: ReadonlyArray<string>
  /** How many `nodes` there are. */
  readonly numNodes: number
  /** Ids (40 hex digits) and addresses of nodes near the target, to ask next. */
  readonly nodes: ReadonlyArray<readonly [string, Endpoint]>
}

/**
 * The state of a node of the DHT, of which there is one per listen socket: the answer to
 * `dhtStats()`. Posted under any `alert_mask`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#dht_stats_alert
 */
export interface DhtStatsAlert {
  readonly type: 'dht_stats'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The lookups under way. */
  readonly activeRequests: ReadonlyArray<DhtLookup>
  /** The buckets of its routing table. */
  readonly routingTable: ReadonlyArray<DhtRoutingBucket>
  /** Id of the node, 40 hex digits; zeros when the DHT doesn't run. */
  readonly nid: string
  /** The socket that the node uses. */
  readonly localEndpoint: Endpoint
}

/**
 * Peers, trackers or the DHT have agreed on the IP address that they see this machine under.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#external_ip_alert
 */
export interface ExternalIpAlert {
  readonly type: 'external_ip'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The address. */
  readonly externalAddress: string
}

/**
 * The files don't agree with the resume data, so they are checked.
 * Category: `error`, `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#fastresume_rejected_alert
 */
export interface FastresumeRejectedAlert {
  readonly type: 'fastresume_rejected'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** What doesn't agree, such as `'mismatching_file_size'`. */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
  /** The file that it is about; empty when it is about none. */
  readonly filePath: string
}

/**
 * The torrent has every piece of a file.
 * Category: `fileProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#file_completed_alert
 */
export interface FileCompletedAlert {
  readonly type: 'file_completed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Index of the file. */
  readonly index: number
}

/**
 * A file couldn't be read or written. The torrent is paused, or goes on without downloading
 * (`torrentFlags.uploadMode`).
 * Category: `error`, `storage`, `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#file_error_alert
 */
export interface FileErrorAlert {
  readonly type: 'file_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
  /** Path of the file. */
  readonly filename: string
}

/**
 * Priorities of files have taken effect: `setFilePriority()`, `prioritizeFiles()`. When that
 * fails, `file_error` comes instead.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#file_prio_alert
 */
export interface FilePrioAlert {
  readonly type: 'file_prio'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Always null. */
  readonly error: LibtorrentError | null
  /** Says nothing, as there is no error. */
  readonly op: Operation
}

/**
 * Answers `postFileProgress()`.
 * Since libtorrent 2.0.9.
 * Category: `fileProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#file_progress_alert
 */
export interface FileProgressAlert {
  readonly type: 'file_progress'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Bytes that the torrent has of every file; empty without metadata. */
  readonly files: ReadonlyArray<number>
}

/**
 * `renameFile()` failed.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#file_rename_failed_alert
 */
export interface FileRenameFailedAlert {
  readonly type: 'file_rename_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Index of the file. */
  readonly index: number
  /** What went wrong. */
  readonly error: LibtorrentError | null
}

/**
 * `renameFile()` is done.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#file_renamed_alert
 */
export interface FileRenamedAlert {
  readonly type: 'file_renamed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Index of the file. */
  readonly index: number
  /** Its new path, as it was given. */
  readonly newName: string
  /** Its path until now. */
  readonly oldName: string
}

/**
 * A downloaded piece is corrupt and will be downloaded again.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#hash_failed_alert
 */
export interface HashFailedAlert {
  readonly type: 'hash_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * The connection to the I2P network failed.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#i2p_alert
 */
export interface I2pAlert {
  readonly type: 'i2p'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** What went wrong. */
  readonly error: LibtorrentError | null
}

/**
 * A peer connected. Which torrent it is about isn't known before the handshake: then
 * `peer_connect` follows.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#incoming_connection_alert
 */
export interface IncomingConnectionAlert {
  readonly type: 'incoming_connection'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The kind of socket. */
  readonly socketType: SocketType
  /** Where the connection comes from. */
  readonly endpoint: Endpoint
}

/**
 * A peer asked for a block, and will be sent it.
 * Category: `incomingRequest`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#incoming_request_alert
 */
export interface IncomingRequestAlert {
  readonly type: 'incoming_request'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** The block. */
  readonly req: PeerRequest
}

/**
 * A peer asked for something that it can't have.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#invalid_request_alert
 */
export interface InvalidRequestAlert {
  readonly type: 'invalid_request'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** What it asked for. */
  readonly request: PeerRequest
  /** Whether the torrent has the piece. */
  readonly weHave: boolean
  /** Whether the peer had said that it wants something. */
  readonly peerInterested: boolean
  /** Whether the piece is kept from the peer by `torrentFlags.superSeeding`. */
  readonly withheld: boolean
}

/**
 * A listen socket couldn't be opened, or failed. Of several tries each may fail before one
 * succeeds. For a device that is absent this package makes it: `op` is `'enum_if'`, the code
 * `'ENODEV'`.
 * Category: `error`, `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#listen_failed_alert
 */
export interface ListenFailedAlert {
  readonly type: 'listen_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
  /** The kind of socket. */
  readonly socketType: SocketType
  /** The address; unspecified where there was none yet. */
  readonly address: string
  /** The port; 0 where the system was to choose. */
  readonly port: number
  /** The device or address as `settings.listen_interfaces` has it. */
  readonly listenInterface: string
}

/**
 * A listen socket is open; there is one for TCP and one for uTP at each address.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#listen_succeeded_alert
 */
export interface ListenSucceededAlert {
  readonly type: 'listen_succeeded'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Its local address. */
  readonly address: string
  /** Its port. */
  readonly port: number
  /** The kind of socket. */
  readonly socketType: SocketType
}

/**
 * A line of the session's log.
 * Category: `sessionLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#log_alert
 */
export interface LogAlert {
  readonly type: 'log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The line of the log. */
  readonly logMessage: string
}

/**
 * The local network can't be searched for peers.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#lsd_error_alert
 */
export interface LsdErrorAlert {
  readonly type: 'lsd_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Address of the network that it happened on. */
  readonly localAddress: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
}

/**
 * A peer was found on the local network.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#lsd_peer_alert
 */
export interface LsdPeerAlert {
  readonly type: 'lsd_peer'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
}

/**
 * The metadata that peers sent, or `setMetadata()` was given, is wrong.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#metadata_failed_alert
 */
export interface MetadataFailedAlert {
  readonly type: 'metadata_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** `'mismatching_info_hash'`, or what is wrong with its content. */
  readonly error: LibtorrentError | null
}

/**
 * A torrent that was added without metadata has it now, and begins to download. `torrentFile()`
 * gives it.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#metadata_received_alert
 */
export interface MetadataReceivedAlert {
  readonly type: 'metadata_received'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A file on disk is larger than the torrent's: another file may be in its place.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#oversized_file_alert
 */
export interface OversizedFileAlert {
  readonly type: 'oversized_file'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A peer was banned for corrupt pieces.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_ban_alert
 */
export interface PeerBanAlert {
  readonly type: 'peer_ban'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
}

/**
 * A connection to or from a peer was refused.
 * Category: `ipBlock`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_blocked_alert
 */
export interface PeerBlockedAlert {
  readonly type: 'peer_blocked'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent; null for a peer that connected before it said for which. */
  readonly handle: TorrentHandle | null
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** By what. */
  readonly reason: BlockedReason
}

/**
 * A connection to a peer was begun, or one from a peer has got through the handshake.
 * Category: `connect`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_connect_alert
 */
export interface PeerConnectAlert {
  readonly type: 'peer_connect'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Who connected. */
  readonly direction: ConnectDirection
  /** The kind of socket. */
  readonly socketType: SocketType
}

/**
 * A peer was disconnected, by either side, but for an error of the protocol.
 * Category: `connect`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_disconnected_alert
 */
export interface PeerDisconnectedAlert {
  readonly type: 'peer_disconnected'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent; null when the connection belonged to none yet. */
  readonly handle: TorrentHandle | null
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** The kind of socket. */
  readonly socketType: SocketType
  /** What libtorrent was doing. */
  readonly op: Operation
  /** Why. */
  readonly error: LibtorrentError | null
  /** What the other side said. */
  readonly reason: CloseReason
}

/**
 * A peer broke the protocol, or failed. It is disconnected.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_error_alert
 */
export interface PeerErrorAlert {
  readonly type: 'peer_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent; null when the connection belonged to none yet. */
  readonly handle: TorrentHandle | null
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** What libtorrent was doing. */
  readonly op: Operation
  /** What went wrong. */
  readonly error: LibtorrentError | null
}

/**
 * Answers `postPeerInfo()`.
 * Since libtorrent 2.0.9.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_info_alert
 */
export interface PeerInfoAlert {
  readonly type: 'peer_info'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The peers that the torrent is connected to, or is connecting to. */
  readonly peerInfo: ReadonlyArray<PeerInfo>
}

/**
 * A line of a connection's log.
 * Category: `peerLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_log_alert
 */
export interface PeerLogAlert {
  readonly type: 'peer_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle | null
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** What it is about: the name of a message of the protocol, or of an event. */
  readonly eventType: string
  /** Which way it went. */
  readonly direction: PeerLogDirection
  /** The line of the log. */
  readonly logMessage: string
}

/**
 * A peer stopped sending what it was asked for.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_snubbed_alert
 */
export interface PeerSnubbedAlert {
  readonly type: 'peer_snubbed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
}

/**
 * A snubbing peer sends again.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#peer_unsnubbed_alert
 */
export interface PeerUnsnubbedAlert {
  readonly type: 'peer_unsnubbed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
}

/**
 * A limit holds transfers up.
 * Category: `performanceWarning`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#performance_alert
 */
export interface PerformanceAlert {
  readonly type: 'performance'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent; null when it is about the session. */
  readonly handle: TorrentHandle | null
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Which limit. */
  readonly warningCode: PerformanceWarning
}

/**
 * Blocks were chosen to ask a peer for.
 * Category: `pickerLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#picker_log_alert
 */
export interface PickerLogAlert {
  readonly type: 'picker_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Rules that they were chosen by, of `pickerFlags`. */
  readonly pickerFlags: number
  /** The blocks. */
  readonly blocks: ReadonlyArray<PieceBlock>
}

/**
 * Answers `postPieceAvailability()`.
 * Since libtorrent 2.0.9.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#piece_availability_alert
 */
export interface PieceAvailabilityAlert {
  readonly type: 'piece_availability'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** How many of the connected peers have each piece; empty for seeds and without metadata. */
  readonly pieceAvailability: ReadonlyArray<number>
}

/**
 * A piece was downloaded and is correct. It may not be on disk yet: `havePiece()` tells.
 * Category: `pieceProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#piece_finished_alert
 */
export interface PieceFinishedAlert {
  readonly type: 'piece_finished'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * Answers `postDownloadQueue()`.
 * Since libtorrent 2.0.9.
 * Category: `pieceProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#piece_info_alert
 */
export interface PieceInfoAlert {
  readonly type: 'piece_info'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The pieces that are being downloaded, or have been begun. */
  readonly pieceInfo: ReadonlyArray<PartialPieceInfo>
}

/**
 * A router forwards a port.
 * Category: `portMapping`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#portmap_alert
 */
export interface PortmapAlert {
  readonly type: 'portmap'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Number of the mapping, as `addPortMapping()` gives it. */
  readonly mapping: number
  /** The port on the router. */
  readonly externalPort: number
  /** The protocol that it forwards. */
  readonly mapProtocol: PortmapProtocol
  /** How the router was spoken to. */
  readonly mapTransport: PortmapTransport
  /** Address of the network that it happened on. */
  readonly localAddress: string
}

/**
 * A router was found, but doesn't forward a port.
 * Category: `error`, `portMapping`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#portmap_error_alert
 */
export interface PortmapErrorAlert {
  readonly type: 'portmap_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Number of the mapping, as `addPortMapping()` gives it. */
  readonly mapping: number
  /** How the router was spoken to. */
  readonly mapTransport: PortmapTransport
  /** Address of the network that it happened on. */
  readonly localAddress: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
}

/**
 * A line of the log of UPnP or NAT-PMP.
 * Category: `portMappingLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#portmap_log_alert
 */
export interface PortmapLogAlert {
  readonly type: 'portmap_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** How the router was spoken to. */
  readonly mapTransport: PortmapTransport
  /** Address of the network that it happened on. */
  readonly localAddress: string
  /** The line of the log. */
  readonly logMessage: string
}

/**
 * The answer to `readPiece()`, or to a deadline with `deadlineFlags.alertWhenAvailable`. Posted
 * under any `alert_mask`.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#read_piece_alert
 */
export interface ReadPieceAlert {
  readonly type: 'read_piece'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Why reading failed; null when it didn't. */
  readonly error: LibtorrentError | null
  /** The bytes of the piece; empty when reading failed. */
  readonly buffer: Buffer
  /** Index of the piece. */
  readonly piece: number
  /** How many bytes were read. */
  readonly size: number
}

/**
 * A peer rejected or ignored the request for a block. libtorrent 2.0.8 never posts it.
 * Category: `peer`, `blockProgress`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#request_dropped_alert
 */
export interface RequestDroppedAlert {
  readonly type: 'request_dropped'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Index of the block in its piece; a block has 16 KiB, the last one may have less. */
  readonly blockIndex: number
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * The answer to `saveResumeData()`. Posted under any `alert_mask`.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#save_resume_data_alert
 */
export interface SaveResumeDataAlert {
  readonly type: 'save_resume_data'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /**
   * What `addTorrent()` takes, `writeResumeDataBuf()` turns into bytes to save, and
   * `writeTorrentFileBuf()` into a .torrent file.
   */
  readonly params: AddTorrentParams
}

/**
 * `saveResumeData()` failed. Posted under any `alert_mask`.
 * Category: `error`, `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#save_resume_data_failed_alert
 */
export interface SaveResumeDataFailedAlert {
  readonly type: 'save_resume_data_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** `'resume_data_not_modified'`, or `'torrent_removed'`. */
  readonly error: LibtorrentError | null
}

/**
 * A tracker couldn't be asked for the size of a swarm.
 * Category: `error`, `tracker`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#scrape_failed_alert
 */
export interface ScrapeFailedAlert {
  readonly type: 'scrape_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** The version of BitTorrent whose info-hash the tracker was asked about. */
  readonly version: ProtocolVersion
  /** What the tracker said; empty when it said nothing. */
  readonly errorMessage: string
}

/**
 * A tracker told the size of a swarm: the answer to `scrapeTracker()`, or to a scrape of the
 * queue's.
 * Category: `tracker`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#scrape_reply_alert
 */
export interface ScrapeReplyAlert {
  readonly type: 'scrape_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** Peers that don't; -1 when the tracker doesn't say. */
  readonly incomplete: number
  /** Peers that have everything; -1 when the tracker doesn't say. */
  readonly complete: number
  /** The version of BitTorrent whose info-hash the tracker was asked about. */
  readonly version: ProtocolVersion
}

/**
 * Something went wrong inside of the session; `message` says what. Posted under any `alert_mask`.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#session_error_alert
 */
export interface SessionErrorAlert {
  readonly type: 'session_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The error, if it has a number. */
  readonly error: LibtorrentError | null
}

/**
 * The answer to `sessionStats()`. Posted under any `alert_mask`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#session_stats_alert
 */
export interface SessionStatsAlert {
  readonly type: 'session_stats'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The values by the names of their metrics. */
  readonly counters: SessionStats
}

/**
 * Precedes the first `session_stats`: its `message` names the columns of theirs. Posted under any
 * `alert_mask`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#session_stats_header_alert
 */
export interface SessionStatsHeaderAlert {
  readonly type: 'session_stats_header'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
}

/**
 * The SOCKS5 proxy failed.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#socks5_alert
 */
export interface Socks5Alert {
  readonly type: 'socks5'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
  /** The proxy. */
  readonly ip: Endpoint
}

/**
 * A torrent is in another state. That it was paused or resumed is told by other alerts.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#state_changed_alert
 */
export interface StateChangedAlert {
  readonly type: 'state_changed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The new state. */
  readonly state: TorrentState
  /** The state until now. */
  readonly prevState: TorrentState
}

/**
 * The answer to `torrentUpdates()`. Posted under any `alert_mask`.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#state_update_alert
 */
export interface StateUpdateAlert {
  readonly type: 'state_update'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The status of every torrent that changed since the last time. */
  readonly status: ReadonlyArray<TorrentStatus>
}

/**
 * `moveStorage()` is done.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#storage_moved_alert
 */
export interface StorageMovedAlert {
  readonly type: 'storage_moved'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The new directory. */
  readonly storagePath: string
  /** The directory until now. */
  readonly oldPath: string
}

/**
 * `moveStorage()` failed.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#storage_moved_failed_alert
 */
export interface StorageMovedFailedAlert {
  readonly type: 'storage_moved_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
  /** The file that it is about; empty when it is about none. */
  readonly filePath: string
}

/**
 * The files of a torrent have been checked: it can transfer now.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_checked_alert
 */
export interface TorrentCheckedAlert {
  readonly type: 'torrent_checked'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * The metadata of a magnet link showed that the session has the same torrent twice, by its two
 * info-hashes. Both stop with `'duplicate_torrent'`: remove them, and add one with `metadata`.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_conflict_alert
 */
export interface TorrentConflictAlert {
  readonly type: 'torrent_conflict'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent that got the metadata. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The other torrent. */
  readonly conflictingTorrent: TorrentHandle
  /** The metadata. */
  readonly metadata: TorrentInfo | null
}

/**
 * The files of a removed torrent couldn't be deleted. The torrent is removed all the same.
 * Category: `error`, `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_delete_failed_alert
 */
export interface TorrentDeleteFailedAlert {
  readonly type: 'torrent_delete_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** The info-hashes of the torrent. */
  readonly infoHashes: InfoHash
}

/**
 * The files of a removed torrent are deleted. Posted under any `alert_mask`.
 * Category: `storage`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_deleted_alert
 */
export interface TorrentDeletedAlert {
  readonly type: 'torrent_deleted'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The info-hashes of the torrent. */
  readonly infoHashes: InfoHash
}

/**
 * A torrent stopped with an error. `clearError()` starts it again.
 * Category: `error`, `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_error_alert
 */
export interface TorrentErrorAlert {
  readonly type: 'torrent_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** What went wrong. */
  readonly error: LibtorrentError | null
  /** The file, or the part of the torrent, that it is about. */
  readonly filename: string
}

/**
 * A torrent has everything that is wanted of it, be it downloaded or found by checking its files.
 * Comes again when more was wanted meanwhile.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_finished_alert
 */
export interface TorrentFinishedAlert {
  readonly type: 'torrent_finished'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A line of a torrent's log.
 * Category: `torrentLog`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_log_alert
 */
export interface TorrentLogAlert {
  readonly type: 'torrent_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The line of the log. */
  readonly logMessage: string
}

/**
 * A TLS torrent was added: it connects to no peer before `setSslCertificate()`. Posted under any
 * `alert_mask`.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_need_cert_alert
 */
export interface TorrentNeedCertAlert {
  readonly type: 'torrent_need_cert'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A torrent has stopped: what it had to write is written, and its files are closed.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_paused_alert
 */
export interface TorrentPausedAlert {
  readonly type: 'torrent_paused'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A torrent was removed. Posted under any `alert_mask`.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_removed_alert
 */
export interface TorrentRemovedAlert {
  readonly type: 'torrent_removed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent, which can be compared and nothing else. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The info-hashes of the torrent. */
  readonly infoHashes: InfoHash
  /** The number that the torrent was added with. */
  readonly userdata: number
}

/**
 * A paused torrent runs again.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#torrent_resumed_alert
 */
export interface TorrentResumedAlert {
  readonly type: 'torrent_resumed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
}

/**
 * A tracker is being told about a torrent.
 * Category: `tracker`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#tracker_announce_alert
 */
export interface TrackerAnnounceAlert {
  readonly type: 'tracker_announce'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** What it is told. */
  readonly event: TrackerEvent
  /** The version of BitTorrent whose info-hash the tracker was asked about. */
  readonly version: ProtocolVersion
}

/**
 * An announce to a tracker failed.
 * Category: `error`, `tracker`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#tracker_error_alert
 */
export interface TrackerErrorAlert {
  readonly type: 'tracker_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** How often it has failed in a row. */
  readonly timesInRow: number
  /**
   * What went wrong; an HTTP status is one of the category `'http'`, `'tracker_failure'` is
   * explained by `failureReason`.
   */
  readonly error: LibtorrentError | null
  /** What libtorrent was doing. */
  readonly op: Operation
  /** The version of BitTorrent whose info-hash the tracker was asked about. */
  readonly version: ProtocolVersion
  /** What the tracker said; empty when it said nothing. */
  readonly failureReason: string
  /** The same as `failureReason`. */
  readonly errorMessage: string
}

/**
 * Answers `postTrackers()`.
 * Since libtorrent 2.0.9.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#tracker_list_alert
 */
export interface TrackerListAlert {
  readonly type: 'tracker_list'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The trackers of the torrent, by tier. */
  readonly trackers: ReadonlyArray<AnnounceEntry>
}

/**
 * A tracker answered an announce.
 * Category: `tracker`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#tracker_reply_alert
 */
export interface TrackerReplyAlert {
  readonly type: 'tracker_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** How many peers it told about, known ones included. */
  readonly numPeers: number
  /** The version of BitTorrent whose info-hash the tracker was asked about. */
  readonly version: ProtocolVersion
}

/**
 * A tracker answered with a warning.
 * Category: `error`, `tracker`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#tracker_warning_alert
 */
export interface TrackerWarningAlert {
  readonly type: 'tracker_warning'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** The version of BitTorrent whose info-hash the tracker was asked about. */
  readonly version: ProtocolVersion
  /** What it said. */
  readonly warningMessage: string
}

/**
 * A tracker named an id, which it is sent back with each announce.
 * Category: `status`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#trackerid_alert
 */
export interface TrackeridAlert {
  readonly type: 'trackerid'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** The listen socket that the tracker was asked from. */
  readonly localEndpoint: Endpoint
  /** URL of the tracker. */
  readonly trackerUrl: string
  /** The id. Bytes that are not UTF-8 are U+FFFD here; libtorrent sends the tracker the bytes. */
  readonly trackerId: string
}

/**
 * A UDP socket failed. They carry uTP, the DHT and UDP trackers.
 * Category: `error`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#udp_error_alert
 */
export interface UdpErrorAlert {
  readonly type: 'udp_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** Where the packet came from or went to. */
  readonly endpoint: Endpoint
  /** What libtorrent was doing. */
  readonly operation: Operation
  /** What went wrong. */
  readonly error: LibtorrentError | null
}

/**
 * A peer sent a block that it wasn't asked for, or not any more.
 * Category: `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#unwanted_block_alert
 */
export interface UnwantedBlockAlert {
  readonly type: 'unwanted_block'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** Address and port of the peer. */
  readonly endpoint: Endpoint
  /** Id of the peer, 40 hex digits; zeros before it is known. */
  readonly pid: string
  /** Index of the block in its piece; a block has 16 KiB, the last one may have less. */
  readonly blockIndex: number
  /** Index of the piece. */
  readonly pieceIndex: number
}

/**
 * A web seed failed.
 * Category: `error`, `peer`.
 *
 * @see https://libtorrent.org/reference-Alerts.html#url_seed_alert
 */
export interface UrlSeedAlert {
  readonly type: 'url_seed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** When libtorrent posted it, in milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  /** The torrent. It may have been removed meanwhile. */
  readonly handle: TorrentHandle
  /** Name of the torrent, or its info-hash while it has none. */
  readonly torrentName: string
  /** What went wrong; null when the server says it itself. */
  readonly error: LibtorrentError | null
  /** URL of the web seed. */
  readonly serverUrl: string
  /** What the server said; empty when it said nothing. */
  readonly errorMessage: string
}

/** Every alert by the name of its type. */
export interface AlertMap {
  readonly add_torrent: AddTorrentAlert
  readonly alerts_dropped: AlertsDroppedAlert
  readonly block_downloading: BlockDownloadingAlert
  readonly block_finished: BlockFinishedAlert
  readonly block_timeout: BlockTimeoutAlert
  readonly block_uploaded: BlockUploadedAlert
  readonly cache_flushed: CacheFlushedAlert
  readonly dht_announce: DhtAnnounceAlert
  readonly dht_bootstrap: DhtBootstrapAlert
  readonly dht_direct_response: DhtDirectResponseAlert
  readonly dht_error: DhtErrorAlert
  readonly dht_get_peers: DhtGetPeersAlert
  readonly dht_get_peers_reply: DhtGetPeersReplyAlert
  readonly dht_immutable_item: DhtImmutableItemAlert
  readonly dht_live_nodes: DhtLiveNodesAlert
  readonly dht_log: DhtLogAlert
  readonly dht_mutable_item: DhtMutableItemAlert
  readonly dht_outgoing_get_peers: DhtOutgoingGetPeersAlert
  readonly dht_pkt: DhtPktAlert
  readonly dht_put: DhtPutAlert
  readonly dht_reply: DhtReplyAlert
  readonly dht_sample_infohashes: DhtSampleInfohashesAlert
  readonly dht_stats: DhtStatsAlert
  readonly external_ip: ExternalIpAlert
  readonly fastresume_rejected: FastresumeRejectedAlert
  readonly file_completed: FileCompletedAlert
  readonly file_error: FileErrorAlert
  readonly file_prio: FilePrioAlert
  readonly file_progress: FileProgressAlert
  readonly file_rename_failed: FileRenameFailedAlert
  readonly file_renamed: FileRenamedAlert
  readonly hash_failed: HashFailedAlert
  readonly i2p: I2pAlert
  readonly incoming_connection: IncomingConnectionAlert
  readonly incoming_request: IncomingRequestAlert
  readonly invalid_request: InvalidRequestAlert
  readonly listen_failed: ListenFailedAlert
  readonly listen_succeeded: ListenSucceededAlert
  readonly log: LogAlert
  readonly lsd_error: LsdErrorAlert
  readonly lsd_peer: LsdPeerAlert
  readonly metadata_failed: MetadataFailedAlert
  readonly metadata_received: MetadataReceivedAlert
  readonly oversized_file: OversizedFileAlert
  readonly peer_ban: PeerBanAlert
  readonly peer_blocked: PeerBlockedAlert
  readonly peer_connect: PeerConnectAlert
  readonly peer_disconnected: PeerDisconnectedAlert
  readonly peer_error: PeerErrorAlert
  readonly peer_info: PeerInfoAlert
  readonly peer_log: PeerLogAlert
  readonly peer_snubbed: PeerSnubbedAlert
  readonly peer_unsnubbed: PeerUnsnubbedAlert
  readonly performance: PerformanceAlert
  readonly picker_log: PickerLogAlert
  readonly piece_availability: PieceAvailabilityAlert
  readonly piece_finished: PieceFinishedAlert
  readonly piece_info: PieceInfoAlert
  readonly portmap: PortmapAlert
  readonly portmap_error: PortmapErrorAlert
  readonly portmap_log: PortmapLogAlert
  readonly read_piece: ReadPieceAlert
  readonly request_dropped: RequestDroppedAlert
  readonly save_resume_data: SaveResumeDataAlert
  readonly save_resume_data_failed: SaveResumeDataFailedAlert
  readonly scrape_failed: ScrapeFailedAlert
  readonly scrape_reply: ScrapeReplyAlert
  readonly session_error: SessionErrorAlert
  readonly session_stats: SessionStatsAlert
  readonly session_stats_header: SessionStatsHeaderAlert
  readonly socks5: Socks5Alert
  readonly state_changed: StateChangedAlert
  readonly state_update: StateUpdateAlert
  readonly storage_moved: StorageMovedAlert
  readonly storage_moved_failed: StorageMovedFailedAlert
  readonly torrent_checked: TorrentCheckedAlert
  readonly torrent_conflict: TorrentConflictAlert
  readonly torrent_delete_failed: TorrentDeleteFailedAlert
  readonly torrent_deleted: TorrentDeletedAlert
  readonly torrent_error: TorrentErrorAlert
  readonly torrent_finished: TorrentFinishedAlert
  readonly torrent_log: TorrentLogAlert
  readonly torrent_need_cert: TorrentNeedCertAlert
  readonly torrent_paused: TorrentPausedAlert
  readonly torrent_removed: TorrentRemovedAlert
  readonly torrent_resumed: TorrentResumedAlert
  readonly tracker_announce: TrackerAnnounceAlert
  readonly tracker_error: TrackerErrorAlert
  readonly tracker_list: TrackerListAlert
  readonly tracker_reply: TrackerReplyAlert
  readonly tracker_warning: TrackerWarningAlert
  readonly trackerid: TrackeridAlert
  readonly udp_error: UdpErrorAlert
  readonly unwanted_block: UnwantedBlockAlert
  readonly url_seed: UrlSeedAlert
}
export type AlertType = keyof AlertMap
/** Any alert; `switch (alert.type)` narrows it. */
export type Alert = AlertMap[AlertType]
/** The alerts that are about a torrent. */
export const torrentAlertTypes = [
  'add_torrent',
  'block_downloading',
  'block_finished',
  'block_timeout',
  'block_uploaded',
  'cache_flushed',
  'dht_reply',
  'fastresume_rejected',
  'file_completed',
  'file_error',
  'file_prio',
  'file_progress',
  'file_rename_failed',
  'file_renamed',
  'hash_failed',
  'incoming_request',
  'invalid_request',
  'lsd_peer',
  'metadata_failed',
  'metadata_received',
  'oversized_file',
  'peer_ban',
  'peer_blocked',
  'peer_connect',
  'peer_disconnected',
  'peer_error',
  'peer_info',
  'peer_log',
  'peer_snubbed',
  'peer_unsnubbed',
  'performance',
  'picker_log',
  'piece_availability',
  'piece_finished',
  'piece_info',
  'read_piece',
  'request_dropped',
  'save_resume_data',
  'save_resume_data_failed',
  'scrape_failed',
  'scrape_reply',
  'state_changed',
  'storage_moved',
  'storage_moved_failed',
  'torrent_checked',
  'torrent_conflict',
  'torrent_delete_failed',
  'torrent_deleted',
  'torrent_error',
  'torrent_finished',
  'torrent_log',
  'torrent_need_cert',
  'torrent_paused',
  'torrent_removed',
  'torrent_resumed',
  'tracker_announce',
  'tracker_error',
  'tracker_list',
  'tracker_reply',
  'tracker_warning',
  'trackerid',
  'unwanted_block',
  'url_seed',
] as const
export type TorrentAlertType = (typeof torrentAlertTypes)[number]
/** Ranks alerts when the queue is full: a higher one may still be queued when a lower one is dropped. */
export type AlertPriority = 'normal' | 'high' | 'critical' | 'meta'
/** The number of a type, the categories that it is in, and its priority. */
export interface AlertTypeInfo {
  readonly id: number
  readonly category: number
  readonly priority: AlertPriority
}
/** Alerts that came after the pinned libtorrent. */
export type NewerAlertType =
  'file_progress' | 'peer_info' | 'piece_availability' | 'piece_info' | 'tracker_list'
const known = {
  add_torrent: { id: 67, category: 64, priority: 'critical' },
  alerts_dropped: { id: 95, category: 1, priority: 'meta' },
  block_downloading: { id: 31, category: 16777344, priority: 'normal' },
  block_finished: { id: 30, category: 16777344, priority: 'normal' },
  block_timeout: { id: 29, category: 16777346, priority: 'normal' },
  block_uploaded: { id: 94, category: 8388736, priority: 'normal' },
  cache_flushed: { id: 58, category: 8, priority: 'high' },
  dht_announce: { id: 55, category: 1024, priority: 'normal' },
  dht_bootstrap: { id: 62, category: 1024, priority: 'normal' },
  dht_direct_response: { id: 88, category: 1024, priority: 'critical' },
  dht_error: { id: 73, category: 1025, priority: 'normal' },
  dht_get_peers: { id: 56, category: 1024, priority: 'normal' },
  dht_get_peers_reply: { id: 87, category: 262144, priority: 'normal' },
  dht_immutable_item: { id: 74, category: 1024, priority: 'critical' },
  dht_live_nodes: { id: 91, category: 1024, priority: 'normal' },
  dht_log: { id: 85, category: 131072, priority: 'normal' },
  dht_mutable_item: { id: 75, category: 1024, priority: 'critical' },
  dht_outgoing_get_peers: { id: 78, category: 1024, priority: 'normal' },
  dht_pkt: { id: 86, category: 131072, priority: 'normal' },
  dht_put: { id: 76, category: 1024, priority: 'normal' },
  dht_reply: { id: 16, category: 1040, priority: 'normal' },
  dht_sample_infohashes: { id: 93, category: 262144, priority: 'normal' },
  dht_stats: { id: 83, category: 0, priority: 'normal' },
  external_ip: { id: 47, category: 64, priority: 'normal' },
  fastresume_rejected: { id: 53, category: 65, priority: 'critical' },
  file_completed: { id: 6, category: 2097280, priority: 'normal' },
  file_error: { id: 43, category: 73, priority: 'high' },
  file_prio: { id: 97, category: 8, priority: 'normal' },
  file_rename_failed: { id: 8, category: 8, priority: 'critical' },
  file_renamed: { id: 7, category: 8, priority: 'critical' },
  hash_failed: { id: 18, category: 64, priority: 'normal' },
  i2p: { id: 77, category: 1, priority: 'normal' },
  incoming_connection: { id: 66, category: 2, priority: 'normal' },
  incoming_request: { id: 84, category: 65536, priority: 'normal' },
  invalid_request: { id: 25, category: 2, priority: 'normal' },
  listen_failed: { id: 48, category: 65, priority: 'critical' },
  listen_succeeded: { id: 49, category: 64, priority: 'critical' },
  log: { id: 79, category: 8192, priority: 'normal' },
  lsd_error: { id: 82, category: 1, priority: 'normal' },
  lsd_peer: { id: 60, category: 2, priority: 'normal' },
  metadata_failed: { id: 44, category: 1, priority: 'normal' },
  metadata_received: { id: 45, category: 64, priority: 'normal' },
  oversized_file: { id: 98, category: 8, priority: 'normal' },
  peer_ban: { id: 19, category: 2, priority: 'normal' },
  peer_blocked: { id: 54, category: 256, priority: 'normal' },
  peer_connect: { id: 23, category: 32, priority: 'normal' },
  peer_disconnected: { id: 24, category: 32, priority: 'normal' },
  peer_error: { id: 22, category: 2, priority: 'normal' },
  peer_log: { id: 81, category: 32768, priority: 'normal' },
  peer_snubbed: { id: 21, category: 2, priority: 'normal' },
  peer_unsnubbed: { id: 20, category: 2, priority: 'normal' },
  performance: { id: 9, category: 512, priority: 'normal' },
  picker_log: { id: 89, category: 1048576, priority: 'normal' },
  piece_finished: { id: 27, category: 4194432, priority: 'normal' },
  portmap: { id: 51, category: 4, priority: 'normal' },
  portmap_error: { id: 50, category: 5, priority: 'normal' },
  portmap_log: { id: 52, category: 524288, priority: 'normal' },
  read_piece: { id: 5, category: 8, priority: 'critical' },
  request_dropped: { id: 28, category: 16777346, priority: 'normal' },
  save_resume_data: { id: 37, category: 8, priority: 'critical' },
  save_resume_data_failed: { id: 38, category: 9, priority: 'critical' },
  scrape_failed: { id: 14, category: 17, priority: 'critical' },
  scrape_reply: { id: 13, category: 16, priority: 'critical' },
  session_error: { id: 90, category: 1, priority: 'normal' },
  session_stats: { id: 70, category: 0, priority: 'critical' },
  session_stats_header: { id: 92, category: 0, priority: 'normal' },
  socks5: { id: 96, category: 1, priority: 'normal' },
  state_changed: { id: 10, category: 64, priority: 'high' },
  state_update: { id: 68, category: 64, priority: 'high' },
  storage_moved: { id: 33, category: 8, priority: 'critical' },
  storage_moved_failed: { id: 34, category: 8, priority: 'critical' },
  torrent_checked: { id: 41, category: 64, priority: 'high' },
  torrent_conflict: { id: 99, category: 1, priority: 'high' },
  torrent_delete_failed: { id: 36, category: 9, priority: 'critical' },
  torrent_deleted: { id: 35, category: 8, priority: 'critical' },
  torrent_error: { id: 64, category: 65, priority: 'high' },
  torrent_finished: { id: 26, category: 64, priority: 'high' },
  torrent_log: { id: 80, category: 16384, priority: 'normal' },
  torrent_need_cert: { id: 65, category: 64, priority: 'critical' },
  torrent_paused: { id: 39, category: 64, priority: 'high' },
  torrent_removed: { id: 4, category: 64, priority: 'critical' },
  torrent_resumed: { id: 40, category: 64, priority: 'high' },
  tracker_announce: { id: 17, category: 16, priority: 'normal' },
  tracker_error: { id: 11, category: 17, priority: 'high' },
  tracker_reply: { id: 15, category: 16, priority: 'normal' },
  tracker_warning: { id: 12, category: 17, priority: 'normal' },
  trackerid: { id: 61, category: 64, priority: 'normal' },
  udp_error: { id: 46, category: 1, priority: 'normal' },
  unwanted_block: { id: 32, category: 2, priority: 'normal' },
  url_seed: { id: 42, category: 3, priority: 'normal' },
} as const satisfies Record<Exclude<AlertType, NewerAlertType>, AlertTypeInfo>
/** Of every alert that this libtorrent has. */
export const alertTypes: typeof known & { readonly [K in NewerAlertType]?: AlertTypeInfo } = known

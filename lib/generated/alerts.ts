// Made by scripts/generate.mjs from native/tables. Do not edit.
import type { LibtorrentError } from '../errors'
import type { TorrentHandle } from '../torrent_handle'
import type { TorrentInfo } from '../torrent_info'
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
  DhtLookup,
  DhtRoutingBucket,
  Endpoint,
  Entry,
  InfoHash,
  PeerRequest,
  PieceBlock,
  SessionStats,
  TorrentStatus,
} from './records'

/**
 * Delivered as `add_torrent`.
 * @see https://libtorrent.org/reference-Alerts.html#add_torrent_alert
 */
export interface AddTorrentAlert {
  readonly type: 'add_torrent'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle | null
  readonly torrentName: string
  readonly params: AddTorrentParams
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `alerts_dropped`.
 * @see https://libtorrent.org/reference-Alerts.html#alerts_dropped_alert
 */
export interface AlertsDroppedAlert {
  readonly type: 'alerts_dropped'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly droppedAlerts: ReadonlyArray<AlertType>
}

/**
 * Delivered as `block_downloading`.
 * @see https://libtorrent.org/reference-Alerts.html#block_downloading_alert
 */
export interface BlockDownloadingAlert {
  readonly type: 'block_downloading'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly blockIndex: number
  readonly pieceIndex: number
}

/**
 * Delivered as `block_finished`.
 * @see https://libtorrent.org/reference-Alerts.html#block_finished_alert
 */
export interface BlockFinishedAlert {
  readonly type: 'block_finished'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly blockIndex: number
  readonly pieceIndex: number
}

/**
 * Delivered as `block_timeout`.
 * @see https://libtorrent.org/reference-Alerts.html#block_timeout_alert
 */
export interface BlockTimeoutAlert {
  readonly type: 'block_timeout'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly blockIndex: number
  readonly pieceIndex: number
}

/**
 * Delivered as `block_uploaded`.
 * @see https://libtorrent.org/reference-Alerts.html#block_uploaded_alert
 */
export interface BlockUploadedAlert {
  readonly type: 'block_uploaded'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly blockIndex: number
  readonly pieceIndex: number
}

/**
 * Delivered as `cache_flushed`.
 * @see https://libtorrent.org/reference-Alerts.html#cache_flushed_alert
 */
export interface CacheFlushedAlert {
  readonly type: 'cache_flushed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `dht_announce`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_announce_alert
 */
export interface DhtAnnounceAlert {
  readonly type: 'dht_announce'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly ip: string
  readonly port: number
  readonly infoHash: string
}

/**
 * Delivered as `dht_bootstrap`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_bootstrap_alert
 */
export interface DhtBootstrapAlert {
  readonly type: 'dht_bootstrap'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
}

/**
 * Delivered as `dht_direct_response`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_direct_response_alert
 */
export interface DhtDirectResponseAlert {
  readonly type: 'dht_direct_response'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly userdata: number
  readonly endpoint: Endpoint
  readonly response: Entry
}

/**
 * Delivered as `dht_error`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_error_alert
 */
export interface DhtErrorAlert {
  readonly type: 'dht_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly error: LibtorrentError | null
  readonly op: Operation
}

/**
 * Delivered as `dht_get_peers`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_get_peers_alert
 */
export interface DhtGetPeersAlert {
  readonly type: 'dht_get_peers'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly infoHash: string
}

/**
 * Delivered as `dht_get_peers_reply`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_get_peers_reply_alert
 */
export interface DhtGetPeersReplyAlert {
  readonly type: 'dht_get_peers_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly infoHash: string
  readonly numPeers: number
  readonly peers: ReadonlyArray<Endpoint>
}

/**
 * Delivered as `dht_immutable_item`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_immutable_item_alert
 */
export interface DhtImmutableItemAlert {
  readonly type: 'dht_immutable_item'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly target: string
  readonly item: Entry
}

/**
 * Delivered as `dht_live_nodes`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_live_nodes_alert
 */
export interface DhtLiveNodesAlert {
  readonly type: 'dht_live_nodes'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly nodeId: string
  readonly numNodes: number
  readonly nodes: ReadonlyArray<readonly [string, Endpoint]>
}

/**
 * Delivered as `dht_log`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_log_alert
 */
export interface DhtLogAlert {
  readonly type: 'dht_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly module: DhtModule
  readonly logMessage: string
}

/**
 * Delivered as `dht_mutable_item`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_mutable_item_alert
 */
export interface DhtMutableItemAlert {
  readonly type: 'dht_mutable_item'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly key: Buffer
  readonly signature: Buffer
  readonly seq: number
  readonly salt: string
  readonly item: Entry
  readonly authoritative: boolean
}

/**
 * Delivered as `dht_outgoing_get_peers`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_outgoing_get_peers_alert
 */
export interface DhtOutgoingGetPeersAlert {
  readonly type: 'dht_outgoing_get_peers'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly infoHash: string
  readonly obfuscatedInfoHash: string
  readonly endpoint: Endpoint
}

/**
 * Delivered as `dht_pkt`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_pkt_alert
 */
export interface DhtPktAlert {
  readonly type: 'dht_pkt'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly direction: DhtPacketDirection
  readonly node: Endpoint
  readonly pktBuf: Buffer
}

/**
 * Delivered as `dht_put`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_put_alert
 */
export interface DhtPutAlert {
  readonly type: 'dht_put'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly target: string
  readonly publicKey: Buffer
  readonly signature: Buffer
  readonly salt: string
  readonly seq: number
  readonly numSuccess: number
}

/**
 * Delivered as `dht_reply`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_reply_alert
 */
export interface DhtReplyAlert {
  readonly type: 'dht_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly numPeers: number
}

/**
 * Delivered as `dht_sample_infohashes`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_sample_infohashes_alert
 */
export interface DhtSampleInfohashesAlert {
  readonly type: 'dht_sample_infohashes'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly nodeId: string
  readonly endpoint: Endpoint
  readonly interval: number
  readonly numInfohashes: number
  readonly numSamples: number
  readonly samples: ReadonlyArray<string>
  readonly numNodes: number
  readonly nodes: ReadonlyArray<readonly [string, Endpoint]>
}

/**
 * Delivered as `dht_stats`.
 * @see https://libtorrent.org/reference-Alerts.html#dht_stats_alert
 */
export interface DhtStatsAlert {
  readonly type: 'dht_stats'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly activeRequests: ReadonlyArray<DhtLookup>
  readonly routingTable: ReadonlyArray<DhtRoutingBucket>
  readonly nid: string
  readonly localEndpoint: Endpoint
}

/**
 * Delivered as `external_ip`.
 * @see https://libtorrent.org/reference-Alerts.html#external_ip_alert
 */
export interface ExternalIpAlert {
  readonly type: 'external_ip'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly externalAddress: string
}

/**
 * Delivered as `fastresume_rejected`.
 * @see https://libtorrent.org/reference-Alerts.html#fastresume_rejected_alert
 */
export interface FastresumeRejectedAlert {
  readonly type: 'fastresume_rejected'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly op: Operation
  readonly filePath: string
}

/**
 * Delivered as `file_completed`.
 * @see https://libtorrent.org/reference-Alerts.html#file_completed_alert
 */
export interface FileCompletedAlert {
  readonly type: 'file_completed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly index: number
}

/**
 * Delivered as `file_error`.
 * @see https://libtorrent.org/reference-Alerts.html#file_error_alert
 */
export interface FileErrorAlert {
  readonly type: 'file_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly op: Operation
  readonly filename: string
}

/**
 * Delivered as `file_prio`.
 * @see https://libtorrent.org/reference-Alerts.html#file_prio_alert
 */
export interface FilePrioAlert {
  readonly type: 'file_prio'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly op: Operation
}

/**
 * Delivered as `file_rename_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#file_rename_failed_alert
 */
export interface FileRenameFailedAlert {
  readonly type: 'file_rename_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly index: number
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `file_renamed`.
 * @see https://libtorrent.org/reference-Alerts.html#file_renamed_alert
 */
export interface FileRenamedAlert {
  readonly type: 'file_renamed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly index: number
  readonly newName: string
  readonly oldName: string
}

/**
 * Delivered as `hash_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#hash_failed_alert
 */
export interface HashFailedAlert {
  readonly type: 'hash_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly pieceIndex: number
}

/**
 * Delivered as `i2p`.
 * @see https://libtorrent.org/reference-Alerts.html#i2p_alert
 */
export interface I2pAlert {
  readonly type: 'i2p'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `incoming_connection`.
 * @see https://libtorrent.org/reference-Alerts.html#incoming_connection_alert
 */
export interface IncomingConnectionAlert {
  readonly type: 'incoming_connection'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly socketType: SocketType
  readonly endpoint: Endpoint
}

/**
 * Delivered as `incoming_request`.
 * @see https://libtorrent.org/reference-Alerts.html#incoming_request_alert
 */
export interface IncomingRequestAlert {
  readonly type: 'incoming_request'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly req: PeerRequest
}

/**
 * Delivered as `invalid_request`.
 * @see https://libtorrent.org/reference-Alerts.html#invalid_request_alert
 */
export interface InvalidRequestAlert {
  readonly type: 'invalid_request'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly request: PeerRequest
  readonly weHave: boolean
  readonly peerInterested: boolean
  readonly withheld: boolean
}

/**
 * Delivered as `listen_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#listen_failed_alert
 */
export interface ListenFailedAlert {
  readonly type: 'listen_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly error: LibtorrentError | null
  readonly op: Operation
  readonly socketType: SocketType
  readonly address: string
  readonly port: number
  readonly listenInterface: string
}

/**
 * Delivered as `listen_succeeded`.
 * @see https://libtorrent.org/reference-Alerts.html#listen_succeeded_alert
 */
export interface ListenSucceededAlert {
  readonly type: 'listen_succeeded'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly address: string
  readonly port: number
  readonly socketType: SocketType
}

/**
 * Delivered as `log`.
 * @see https://libtorrent.org/reference-Alerts.html#log_alert
 */
export interface LogAlert {
  readonly type: 'log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly logMessage: string
}

/**
 * Delivered as `lsd_error`.
 * @see https://libtorrent.org/reference-Alerts.html#lsd_error_alert
 */
export interface LsdErrorAlert {
  readonly type: 'lsd_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly localAddress: string
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `lsd_peer`.
 * @see https://libtorrent.org/reference-Alerts.html#lsd_peer_alert
 */
export interface LsdPeerAlert {
  readonly type: 'lsd_peer'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
}

/**
 * Delivered as `metadata_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#metadata_failed_alert
 */
export interface MetadataFailedAlert {
  readonly type: 'metadata_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `metadata_received`.
 * @see https://libtorrent.org/reference-Alerts.html#metadata_received_alert
 */
export interface MetadataReceivedAlert {
  readonly type: 'metadata_received'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `oversized_file`.
 * @see https://libtorrent.org/reference-Alerts.html#oversized_file_alert
 */
export interface OversizedFileAlert {
  readonly type: 'oversized_file'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `peer_ban`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_ban_alert
 */
export interface PeerBanAlert {
  readonly type: 'peer_ban'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
}

/**
 * Delivered as `peer_blocked`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_blocked_alert
 */
export interface PeerBlockedAlert {
  readonly type: 'peer_blocked'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly reason: BlockedReason
}

/**
 * Delivered as `peer_connect`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_connect_alert
 */
export interface PeerConnectAlert {
  readonly type: 'peer_connect'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly direction: ConnectDirection
  readonly socketType: SocketType
}

/**
 * Delivered as `peer_disconnected`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_disconnected_alert
 */
export interface PeerDisconnectedAlert {
  readonly type: 'peer_disconnected'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly socketType: SocketType
  readonly op: Operation
  readonly error: LibtorrentError | null
  readonly reason: CloseReason
}

/**
 * Delivered as `peer_error`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_error_alert
 */
export interface PeerErrorAlert {
  readonly type: 'peer_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly op: Operation
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `peer_log`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_log_alert
 */
export interface PeerLogAlert {
  readonly type: 'peer_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly eventType: string
  readonly direction: PeerLogDirection
  readonly logMessage: string
}

/**
 * Delivered as `peer_snubbed`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_snubbed_alert
 */
export interface PeerSnubbedAlert {
  readonly type: 'peer_snubbed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
}

/**
 * Delivered as `peer_unsnubbed`.
 * @see https://libtorrent.org/reference-Alerts.html#peer_unsnubbed_alert
 */
export interface PeerUnsnubbedAlert {
  readonly type: 'peer_unsnubbed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
}

/**
 * Delivered as `performance`.
 * @see https://libtorrent.org/reference-Alerts.html#performance_alert
 */
export interface PerformanceAlert {
  readonly type: 'performance'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly warningCode: PerformanceWarning
}

/**
 * Delivered as `picker_log`.
 * @see https://libtorrent.org/reference-Alerts.html#picker_log_alert
 */
export interface PickerLogAlert {
  readonly type: 'picker_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly pickerFlags: number
  readonly blocks: ReadonlyArray<PieceBlock>
}

/**
 * Delivered as `piece_finished`.
 * @see https://libtorrent.org/reference-Alerts.html#piece_finished_alert
 */
export interface PieceFinishedAlert {
  readonly type: 'piece_finished'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly pieceIndex: number
}

/**
 * Delivered as `portmap`.
 * @see https://libtorrent.org/reference-Alerts.html#portmap_alert
 */
export interface PortmapAlert {
  readonly type: 'portmap'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly mapping: number
  readonly externalPort: number
  readonly mapProtocol: PortmapProtocol
  readonly mapTransport: PortmapTransport
  readonly localAddress: string
}

/**
 * Delivered as `portmap_error`.
 * @see https://libtorrent.org/reference-Alerts.html#portmap_error_alert
 */
export interface PortmapErrorAlert {
  readonly type: 'portmap_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly mapping: number
  readonly mapTransport: PortmapTransport
  readonly localAddress: string
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `portmap_log`.
 * @see https://libtorrent.org/reference-Alerts.html#portmap_log_alert
 */
export interface PortmapLogAlert {
  readonly type: 'portmap_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly mapTransport: PortmapTransport
  readonly localAddress: string
  readonly logMessage: string
}

/**
 * Delivered as `read_piece`.
 * @see https://libtorrent.org/reference-Alerts.html#read_piece_alert
 */
export interface ReadPieceAlert {
  readonly type: 'read_piece'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly buffer: Buffer
  readonly piece: number
  readonly size: number
}

/**
 * Delivered as `request_dropped`.
 * @see https://libtorrent.org/reference-Alerts.html#request_dropped_alert
 */
export interface RequestDroppedAlert {
  readonly type: 'request_dropped'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly blockIndex: number
  readonly pieceIndex: number
}

/**
 * Delivered as `save_resume_data`.
 * @see https://libtorrent.org/reference-Alerts.html#save_resume_data_alert
 */
export interface SaveResumeDataAlert {
  readonly type: 'save_resume_data'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly params: AddTorrentParams
}

/**
 * Delivered as `save_resume_data_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#save_resume_data_failed_alert
 */
export interface SaveResumeDataFailedAlert {
  readonly type: 'save_resume_data_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `scrape_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#scrape_failed_alert
 */
export interface ScrapeFailedAlert {
  readonly type: 'scrape_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly error: LibtorrentError | null
  readonly version: ProtocolVersion
  readonly errorMessage: string
}

/**
 * Delivered as `scrape_reply`.
 * @see https://libtorrent.org/reference-Alerts.html#scrape_reply_alert
 */
export interface ScrapeReplyAlert {
  readonly type: 'scrape_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly incomplete: number
  readonly complete: number
  readonly version: ProtocolVersion
}

/**
 * Delivered as `session_error`.
 * @see https://libtorrent.org/reference-Alerts.html#session_error_alert
 */
export interface SessionErrorAlert {
  readonly type: 'session_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `session_stats`.
 * @see https://libtorrent.org/reference-Alerts.html#session_stats_alert
 */
export interface SessionStatsAlert {
  readonly type: 'session_stats'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly counters: SessionStats
}

/**
 * Delivered as `session_stats_header`.
 * @see https://libtorrent.org/reference-Alerts.html#session_stats_header_alert
 */
export interface SessionStatsHeaderAlert {
  readonly type: 'session_stats_header'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
}

/**
 * Delivered as `socks5`.
 * @see https://libtorrent.org/reference-Alerts.html#socks5_alert
 */
export interface Socks5Alert {
  readonly type: 'socks5'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly error: LibtorrentError | null
  readonly op: Operation
  readonly ip: Endpoint
}

/**
 * Delivered as `state_changed`.
 * @see https://libtorrent.org/reference-Alerts.html#state_changed_alert
 */
export interface StateChangedAlert {
  readonly type: 'state_changed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly state: TorrentState
  readonly prevState: TorrentState
}

/**
 * Delivered as `state_update`.
 * @see https://libtorrent.org/reference-Alerts.html#state_update_alert
 */
export interface StateUpdateAlert {
  readonly type: 'state_update'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly status: ReadonlyArray<TorrentStatus>
}

/**
 * Delivered as `storage_moved`.
 * @see https://libtorrent.org/reference-Alerts.html#storage_moved_alert
 */
export interface StorageMovedAlert {
  readonly type: 'storage_moved'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly storagePath: string
  readonly oldPath: string
}

/**
 * Delivered as `storage_moved_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#storage_moved_failed_alert
 */
export interface StorageMovedFailedAlert {
  readonly type: 'storage_moved_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly op: Operation
  readonly filePath: string
}

/**
 * Delivered as `torrent_checked`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_checked_alert
 */
export interface TorrentCheckedAlert {
  readonly type: 'torrent_checked'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `torrent_conflict`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_conflict_alert
 */
export interface TorrentConflictAlert {
  readonly type: 'torrent_conflict'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly conflictingTorrent: TorrentHandle
  readonly metadata: TorrentInfo | null
}

/**
 * Delivered as `torrent_delete_failed`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_delete_failed_alert
 */
export interface TorrentDeleteFailedAlert {
  readonly type: 'torrent_delete_failed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly infoHashes: InfoHash
}

/**
 * Delivered as `torrent_deleted`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_deleted_alert
 */
export interface TorrentDeletedAlert {
  readonly type: 'torrent_deleted'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly infoHashes: InfoHash
}

/**
 * Delivered as `torrent_error`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_error_alert
 */
export interface TorrentErrorAlert {
  readonly type: 'torrent_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly filename: string
}

/**
 * Delivered as `torrent_finished`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_finished_alert
 */
export interface TorrentFinishedAlert {
  readonly type: 'torrent_finished'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `torrent_log`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_log_alert
 */
export interface TorrentLogAlert {
  readonly type: 'torrent_log'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly logMessage: string
}

/**
 * Delivered as `torrent_need_cert`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_need_cert_alert
 */
export interface TorrentNeedCertAlert {
  readonly type: 'torrent_need_cert'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `torrent_paused`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_paused_alert
 */
export interface TorrentPausedAlert {
  readonly type: 'torrent_paused'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `torrent_removed`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_removed_alert
 */
export interface TorrentRemovedAlert {
  readonly type: 'torrent_removed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly infoHashes: InfoHash
  readonly userdata: number
}

/**
 * Delivered as `torrent_resumed`.
 * @see https://libtorrent.org/reference-Alerts.html#torrent_resumed_alert
 */
export interface TorrentResumedAlert {
  readonly type: 'torrent_resumed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
}

/**
 * Delivered as `tracker_announce`.
 * @see https://libtorrent.org/reference-Alerts.html#tracker_announce_alert
 */
export interface TrackerAnnounceAlert {
  readonly type: 'tracker_announce'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly event: TrackerEvent
  readonly version: ProtocolVersion
}

/**
 * Delivered as `tracker_error`.
 * @see https://libtorrent.org/reference-Alerts.html#tracker_error_alert
 */
export interface TrackerErrorAlert {
  readonly type: 'tracker_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly timesInRow: number
  readonly error: LibtorrentError | null
  readonly op: Operation
  readonly version: ProtocolVersion
  readonly failureReason: string
  readonly errorMessage: string
}

/**
 * Delivered as `tracker_reply`.
 * @see https://libtorrent.org/reference-Alerts.html#tracker_reply_alert
 */
export interface TrackerReplyAlert {
  readonly type: 'tracker_reply'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly numPeers: number
  readonly version: ProtocolVersion
}

/**
 * Delivered as `tracker_warning`.
 * @see https://libtorrent.org/reference-Alerts.html#tracker_warning_alert
 */
export interface TrackerWarningAlert {
  readonly type: 'tracker_warning'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly version: ProtocolVersion
  readonly warningMessage: string
}

/**
 * Delivered as `trackerid`.
 * @see https://libtorrent.org/reference-Alerts.html#trackerid_alert
 */
export interface TrackeridAlert {
  readonly type: 'trackerid'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly localEndpoint: Endpoint
  readonly trackerUrl: string
  readonly trackerId: string
}

/**
 * Delivered as `udp_error`.
 * @see https://libtorrent.org/reference-Alerts.html#udp_error_alert
 */
export interface UdpErrorAlert {
  readonly type: 'udp_error'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly endpoint: Endpoint
  readonly operation: Operation
  readonly error: LibtorrentError | null
}

/**
 * Delivered as `unwanted_block`.
 * @see https://libtorrent.org/reference-Alerts.html#unwanted_block_alert
 */
export interface UnwantedBlockAlert {
  readonly type: 'unwanted_block'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly endpoint: Endpoint
  readonly pid: string
  readonly blockIndex: number
  readonly pieceIndex: number
}

/**
 * Delivered as `url_seed`.
 * @see https://libtorrent.org/reference-Alerts.html#url_seed_alert
 */
export interface UrlSeedAlert {
  readonly type: 'url_seed'
  /** A bit of {@link alertCategory}, or several. */
  readonly category: number
  /** What libtorrent prints for it; empty when the session was told to leave messages out. */
  readonly message: string
  /** In milliseconds on performance.now()'s clock. */
  readonly timestamp: number
  readonly handle: TorrentHandle
  readonly torrentName: string
  readonly error: LibtorrentError | null
  readonly serverUrl: string
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
  readonly peer_log: PeerLogAlert
  readonly peer_snubbed: PeerSnubbedAlert
  readonly peer_unsnubbed: PeerUnsnubbedAlert
  readonly performance: PerformanceAlert
  readonly picker_log: PickerLogAlert
  readonly piece_finished: PieceFinishedAlert
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
/** Ranks alerts when the queue is full: a higher one may still be queued when a lower one is dropped. */
export type AlertPriority = 'normal' | 'high' | 'critical' | 'meta'
/** The number of a type, the categories that it is in, and its priority. */
export const alertTypes = {
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
} as const satisfies Record<AlertType, { id: number; category: number; priority: AlertPriority }>

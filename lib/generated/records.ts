// Made by scripts/generate.mjs from native/tables. Do not edit.
import type { Bitfield } from '../bitfield'
import type { LibtorrentError } from '../errors'
import type { IpFilter } from '../filters'
import type { TorrentHandle } from '../torrent_handle'
import type { TorrentInfo } from '../torrent_info'
import type {
  BlockState,
  DiskBackend,
  Extension,
  MetricType,
  StorageMode,
  TorrentState,
  WebSeedType,
} from './enums'
import type { Settings, SettingsInit } from './settings'

/**
 * libtorrent's add_torrent_params.
 * @see https://libtorrent.org/reference-Add_Torrent.html#add_torrent_params
 */
export interface AddTorrentParams {
  readonly ti: TorrentInfo | null
  readonly trackers: ReadonlyArray<string>
  readonly trackerTiers: ReadonlyArray<number>
  readonly dhtNodes: ReadonlyArray<readonly [string, number]>
  readonly name: string
  readonly savePath: string
  readonly storageMode: StorageMode
  readonly userdata: number
  readonly filePriorities: ReadonlyArray<number>
  readonly trackerid: string
  readonly flags: number
  readonly infoHashes: InfoHash
  readonly maxUploads: number
  readonly maxConnections: number
  readonly uploadLimit: number
  readonly downloadLimit: number
  readonly totalUploaded: number
  readonly totalDownloaded: number
  readonly activeTime: number
  readonly finishedTime: number
  readonly seedingTime: number
  readonly addedTime: Date | null
  readonly completedTime: Date | null
  readonly lastSeenComplete: Date | null
  readonly numComplete: number
  readonly numIncomplete: number
  readonly numDownloaded: number
  readonly httpSeeds: ReadonlyArray<string>
  readonly urlSeeds: ReadonlyArray<string>
  readonly peers: ReadonlyArray<Endpoint>
  readonly bannedPeers: ReadonlyArray<Endpoint>
  readonly unfinishedPieces: ReadonlyMap<number, Bitfield>
  readonly havePieces: Bitfield
  readonly verifiedPieces: Bitfield
  readonly piecePriorities: ReadonlyArray<number>
  readonly merkleTrees: ReadonlyArray<ReadonlyArray<string>>
  readonly merkleTreeMask: ReadonlyArray<ReadonlyArray<boolean>>
  readonly verifiedLeafHashes: ReadonlyArray<ReadonlyArray<boolean>>
  readonly renamedFiles: ReadonlyMap<number, string>
  readonly lastDownload: Date | null
  readonly lastUpload: Date | null
}
/** What may be given of a {@link AddTorrentParams}: the rest keeps libtorrent's default. */
export interface AddTorrentParamsInit {
  readonly ti?: TorrentInfo | null | undefined
  readonly trackers?: ReadonlyArray<string> | undefined
  readonly trackerTiers?: ReadonlyArray<number> | undefined
  readonly dhtNodes?: ReadonlyArray<readonly [string, number]> | undefined
  readonly name?: string | undefined
  readonly savePath?: string | undefined
  readonly storageMode?: StorageMode | undefined
  readonly userdata?: number | undefined
  readonly filePriorities?: ReadonlyArray<number> | undefined
  readonly trackerid?: string | undefined
  readonly flags?: number | undefined
  readonly infoHashes?: InfoHashInit | undefined
  readonly maxUploads?: number | undefined
  readonly maxConnections?: number | undefined
  readonly uploadLimit?: number | undefined
  readonly downloadLimit?: number | undefined
  readonly totalUploaded?: number | undefined
  readonly totalDownloaded?: number | undefined
  readonly activeTime?: number | undefined
  readonly finishedTime?: number | undefined
  readonly seedingTime?: number | undefined
  readonly addedTime?: Date | null | undefined
  readonly completedTime?: Date | null | undefined
  readonly lastSeenComplete?: Date | null | undefined
  readonly numComplete?: number | undefined
  readonly numIncomplete?: number | undefined
  readonly numDownloaded?: number | undefined
  readonly httpSeeds?: ReadonlyArray<string> | undefined
  readonly urlSeeds?: ReadonlyArray<string> | undefined
  readonly peers?: ReadonlyArray<Endpoint> | undefined
  readonly bannedPeers?: ReadonlyArray<Endpoint> | undefined
  readonly unfinishedPieces?: ReadonlyMap<number, Bitfield | ReadonlyArray<boolean>> | undefined
  readonly havePieces?: Bitfield | ReadonlyArray<boolean> | undefined
  readonly verifiedPieces?: Bitfield | ReadonlyArray<boolean> | undefined
  readonly piecePriorities?: ReadonlyArray<number> | undefined
  readonly merkleTrees?: ReadonlyArray<ReadonlyArray<string>> | undefined
  readonly merkleTreeMask?: ReadonlyArray<ReadonlyArray<boolean>> | undefined
  readonly verifiedLeafHashes?: ReadonlyArray<ReadonlyArray<boolean>> | undefined
  readonly renamedFiles?: ReadonlyMap<number, string> | undefined
  readonly lastDownload?: Date | null | undefined
  readonly lastUpload?: Date | null | undefined
}

/**
 * libtorrent's announce_endpoint.
 * @see https://libtorrent.org/reference-Trackers.html#announce_endpoint
 */
export interface AnnounceEndpoint {
  readonly localEndpoint: Endpoint
  readonly infoHashes: ReadonlyArray<AnnounceInfohash>
  readonly enabled: boolean
}
/** What may be given of a {@link AnnounceEndpoint}: the rest keeps libtorrent's default. */
export interface AnnounceEndpointInit {
  readonly localEndpoint?: Endpoint | undefined
  readonly enabled?: boolean | undefined
}

/**
 * libtorrent's announce_entry.
 * @see https://libtorrent.org/reference-Trackers.html#announce_entry
 */
export interface AnnounceEntry {
  readonly url: string
  readonly trackerid: string
  readonly endpoints: ReadonlyArray<AnnounceEndpoint>
  readonly tier: number
  readonly failLimit: number
  readonly source: number
  readonly verified: boolean
}
/** What may be given of a {@link AnnounceEntry}: the rest keeps libtorrent's default. */
export interface AnnounceEntryInit {
  readonly url?: string | undefined
  readonly trackerid?: string | undefined
  readonly endpoints?: ReadonlyArray<AnnounceEndpointInit> | undefined
  readonly tier?: number | undefined
  readonly failLimit?: number | undefined
  readonly verified?: boolean | undefined
}

/**
 * libtorrent's announce_infohash.
 * @see https://libtorrent.org/reference-Trackers.html#announce_infohash
 */
export interface AnnounceInfohash {
  readonly message: string
  readonly lastError: LibtorrentError | null
  readonly nextAnnounce: number | null
  readonly minAnnounce: number | null
  readonly scrapeIncomplete: number
  readonly scrapeComplete: number
  readonly scrapeDownloaded: number
  readonly fails: number
  readonly updating: boolean
  readonly startSent: boolean
  readonly completeSent: boolean
}

/** A plain object. */
export interface BdecodeLimits {
  readonly maxDepth: number
  readonly maxTokens: number
}
/** What may be given of a {@link BdecodeLimits}: the rest keeps libtorrent's default. */
export interface BdecodeLimitsInit {
  readonly maxDepth?: number | undefined
  readonly maxTokens?: number | undefined
}

/**
 * libtorrent's block_info.
 * @see https://libtorrent.org/reference-Core.html#block_info
 */
export interface BlockInfo {
  readonly bytesProgress: number
  readonly blockSize: number
  readonly state: BlockState
  readonly peer: Endpoint
  readonly numPeers: number
}

/**
 * libtorrent's dht_lookup.
 * @see https://libtorrent.org/reference-DHT.html#dht_lookup
 */
export interface DhtLookup {
  readonly type: string
  readonly outstandingRequests: number
  readonly timeouts: number
  readonly responses: number
  readonly branchFactor: number
  readonly nodesLeft: number
  readonly lastSent: number
  readonly firstTimeout: number
  readonly target: string
}

/**
 * libtorrent's dht_routing_bucket.
 * @see https://libtorrent.org/reference-DHT.html#dht_routing_bucket
 */
export interface DhtRoutingBucket {
  readonly numNodes: number
  readonly numReplacements: number
  readonly lastActive: number
}

/**
 * libtorrent's dht_state.
 * @see https://libtorrent.org/reference-Core.html#dht_state
 */
export interface DhtState {
  readonly nids: ReadonlyArray<readonly [string, string]>
  readonly nodes: ReadonlyArray<Endpoint>
  readonly nodes6: ReadonlyArray<Endpoint>
}
/** What may be given of a {@link DhtState}: the rest keeps libtorrent's default. */
export interface DhtStateInit {
  readonly nids?: ReadonlyArray<readonly [string, string]> | undefined
  readonly nodes?: ReadonlyArray<Endpoint> | undefined
  readonly nodes6?: ReadonlyArray<Endpoint> | undefined
}

/** A plain object. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** A plain object. */
export interface ExportedFilter {
  readonly ipv4: ReadonlyArray<IpRange>
  readonly ipv6: ReadonlyArray<IpRange>
}

/**
 * libtorrent's file_slice.
 * @see https://libtorrent.org/reference-Core.html#file_slice
 */
export interface FileSlice {
  readonly fileIndex: number
  readonly offset: number
  readonly size: number
}

/** A plain object. */
export interface InfoHash {
  readonly v1: string | null
  readonly v2: string | null
}
/** What may be given of a {@link InfoHash}: the rest keeps libtorrent's default. */
export interface InfoHashInit {
  readonly v1?: string | null | undefined
  readonly v2?: string | null | undefined
}

/** A plain object. */
export interface IpRange {
  readonly first: string
  readonly last: string
  readonly flags: number
}

/** A plain object. */
export interface KeyPair {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/**
 * libtorrent's load_torrent_limits.
 * @see https://libtorrent.org/reference-Core.html#load_torrent_limits
 */
export interface LoadTorrentLimits {
  readonly maxBufferSize: number
  readonly maxPieces: number
  readonly maxDecodeDepth: number
  readonly maxDecodeTokens: number
}
/** What may be given of a {@link LoadTorrentLimits}: the rest keeps libtorrent's default. */
export interface LoadTorrentLimitsInit {
  readonly maxBufferSize?: number | undefined
  readonly maxPieces?: number | undefined
  readonly maxDecodeDepth?: number | undefined
  readonly maxDecodeTokens?: number | undefined
}

/** A plain object. */
export interface MutableItem {
  readonly data: Entry
  readonly publicKey: Buffer
  readonly secretKey: Buffer
  readonly salt: string
}
/** What may be given of a {@link MutableItem}: the rest keeps libtorrent's default. */
export interface MutableItemInit {
  readonly data?: EntryInit | undefined
  readonly publicKey?: Uint8Array | undefined
  readonly secretKey?: Uint8Array | undefined
  readonly salt?: string | undefined
}

/** A plain object. */
export interface NativeSessionOptions {
  readonly alertMessages: boolean
  readonly diskBackend: DiskBackend
  readonly extensions: ReadonlyArray<Extension>
  readonly flags: number
  readonly tcpNoDelay: boolean
}
/** What may be given of a {@link NativeSessionOptions}: the rest keeps libtorrent's default. */
export interface NativeSessionOptionsInit {
  readonly alertMessages?: boolean | undefined
  readonly diskBackend?: DiskBackend | undefined
  readonly extensions?: ReadonlyArray<Extension> | undefined
  readonly flags?: number | undefined
  readonly tcpNoDelay?: boolean | undefined
}

/**
 * libtorrent's open_file_state.
 * @see https://libtorrent.org/reference-Core.html#open_file_state
 */
export interface OpenFileState {
  readonly fileIndex: number
  readonly openMode: number
  readonly lastUse: number | null
}

/** A plain object. */
export interface PartialPieceInfo {
  readonly pieceIndex: number
  readonly blocksInPiece: number
  readonly finished: number
  readonly writing: number
  readonly requested: number
  readonly blocks: ReadonlyArray<BlockInfo>
}

/**
 * libtorrent's peer_class_info.
 * @see https://libtorrent.org/reference-Core.html#peer_class_info
 */
export interface PeerClassInfo {
  readonly ignoreUnchokeSlots: boolean
  readonly connectionLimitFactor: number
  readonly label: string
  readonly uploadLimit: number
  readonly downloadLimit: number
  readonly uploadPriority: number
  readonly downloadPriority: number
}
/** What may be given of a {@link PeerClassInfo}: the rest keeps libtorrent's default. */
export interface PeerClassInfoInit {
  readonly ignoreUnchokeSlots?: boolean | undefined
  readonly connectionLimitFactor?: number | undefined
  readonly label?: string | undefined
  readonly uploadLimit?: number | undefined
  readonly downloadLimit?: number | undefined
  readonly uploadPriority?: number | undefined
  readonly downloadPriority?: number | undefined
}

/**
 * libtorrent's peer_info.
 * @see https://libtorrent.org/reference-Torrent_Handle.html#peer_info
 */
export interface PeerInfo {
  readonly client: string
  readonly pieces: Bitfield
  readonly totalDownload: number
  readonly totalUpload: number
  readonly lastRequest: number
  readonly lastActive: number
  readonly downloadQueueTime: number
  readonly flags: number
  readonly source: number
  /** In bytes per second. */
  readonly upSpeed: number
  /** In bytes per second. */
  readonly downSpeed: number
  /** In bytes per second. */
  readonly payloadUpSpeed: number
  /** In bytes per second. */
  readonly payloadDownSpeed: number
  readonly pid: string
  readonly queueBytes: number
  readonly requestTimeout: number
  readonly sendBufferSize: number
  readonly usedSendBuffer: number
  readonly receiveBufferSize: number
  readonly usedReceiveBuffer: number
  readonly receiveBufferWatermark: number
  readonly numHashfails: number
  readonly downloadQueueLength: number
  readonly timedOutRequests: number
  readonly busyRequests: number
  readonly requestsInBuffer: number
  readonly targetDlQueueLength: number
  readonly uploadQueueLength: number
  readonly failcount: number
  readonly downloadingPieceIndex: number
  readonly downloadingBlockIndex: number
  readonly downloadingProgress: number
  readonly downloadingTotal: number
  readonly connectionType: number
  readonly pendingDiskBytes: number
  readonly pendingDiskReadBytes: number
  readonly sendQuota: number
  readonly receiveQuota: number
  readonly rtt: number
  readonly numPieces: number
  readonly downloadRatePeak: number
  readonly uploadRatePeak: number
  readonly progress: number
  readonly progressPpm: number
  readonly ip: Endpoint
  readonly localEndpoint: Endpoint
  readonly readState: number
  readonly writeState: number
}

/**
 * libtorrent's peer_request.
 * @see https://libtorrent.org/reference-Core.html#peer_request
 */
export interface PeerRequest {
  readonly piece: number
  readonly start: number
  readonly length: number
}

/**
 * libtorrent's piece_block.
 * @see https://libtorrent.org/reference-Core.html#piece_block
 */
export interface PieceBlock {
  readonly pieceIndex: number
  readonly blockIndex: number
}

/**
 * libtorrent's session_params.
 * @see https://libtorrent.org/reference-Session.html#session_params
 */
export interface SessionParams {
  readonly settings: Settings
  readonly dhtState: DhtState
  readonly extState: ReadonlyMap<string, string>
  readonly ipFilter: IpFilter
}
/** What may be given of a {@link SessionParams}: the rest keeps libtorrent's default. */
export interface SessionParamsInit {
  readonly settings?: SettingsInit | undefined
  readonly dhtState?: DhtStateInit | undefined
  readonly extState?: ReadonlyMap<string, string> | undefined
  readonly ipFilter?: IpFilter | undefined
}

/**
 * libtorrent's stats_metric.
 * @see https://libtorrent.org/reference-Stats.html#stats_metric
 */
export interface StatsMetric {
  readonly name: string
  readonly valueIndex: number
  readonly type: MetricType
}

/**
 * libtorrent's torrent_status.
 * @see https://libtorrent.org/reference-Torrent_Status.html#torrent_status
 */
export interface TorrentStatus {
  readonly handle: TorrentHandle
  readonly errc: LibtorrentError | null
  readonly errorFile: number
  readonly savePath: string
  readonly name: string
  readonly torrentFile: TorrentInfo | null
  readonly nextAnnounce: number
  readonly currentTracker: string
  readonly totalDownload: number
  readonly totalUpload: number
  readonly totalPayloadDownload: number
  readonly totalPayloadUpload: number
  readonly totalFailedBytes: number
  readonly totalRedundantBytes: number
  readonly pieces: Bitfield
  readonly verifiedPieces: Bitfield
  readonly totalDone: number
  readonly total: number
  readonly totalWantedDone: number
  readonly totalWanted: number
  readonly allTimeUpload: number
  readonly allTimeDownload: number
  readonly addedTime: Date | null
  readonly completedTime: Date | null
  readonly lastSeenComplete: Date | null
  readonly storageMode: StorageMode
  readonly progress: number
  readonly progressPpm: number
  readonly queuePosition: number
  /** In bytes per second. */
  readonly downloadRate: number
  /** In bytes per second. */
  readonly uploadRate: number
  /** In bytes per second. */
  readonly downloadPayloadRate: number
  /** In bytes per second. */
  readonly uploadPayloadRate: number
  readonly numSeeds: number
  readonly numPeers: number
  readonly numComplete: number
  readonly numIncomplete: number
  readonly listSeeds: number
  readonly listPeers: number
  readonly connectCandidates: number
  readonly numPieces: number
  readonly distributedFullCopies: number
  readonly distributedFraction: number
  readonly distributedCopies: number
  readonly blockSize: number
  readonly numUploads: number
  readonly numConnections: number
  readonly uploadsLimit: number
  readonly connectionsLimit: number
  readonly upBandwidthQueue: number
  readonly downBandwidthQueue: number
  readonly seedRank: number
  readonly state: TorrentState
  readonly needSaveResume: boolean
  readonly isSeeding: boolean
  readonly isFinished: boolean
  readonly hasMetadata: boolean
  readonly hasIncoming: boolean
  readonly movingStorage: boolean
  readonly announcingToTrackers: boolean
  readonly announcingToLsd: boolean
  readonly announcingToDht: boolean
  readonly infoHashes: InfoHash
  readonly lastUpload: number | null
  readonly lastDownload: number | null
  readonly activeDuration: number
  readonly finishedDuration: number
  readonly seedingDuration: number
  readonly flags: number
}

/**
 * libtorrent's web_seed_entry.
 * @see https://libtorrent.org/reference-Core.html#web_seed_entry
 */
export interface WebSeedEntry {
  readonly url: string
  readonly auth: string
  readonly extraHeaders: ReadonlyArray<readonly [string, string]>
  readonly type: WebSeedType
}
/** What may be given of a {@link WebSeedEntry}: the rest keeps libtorrent's default. */
export interface WebSeedEntryInit {
  readonly url?: string | undefined
  readonly auth?: string | undefined
  readonly extraHeaders?: ReadonlyArray<readonly [string, string]> | undefined
  readonly type?: WebSeedType | undefined
}

/** A bencoded value; integers that a number can't hold exactly are bigints, strings are bytes. */
export type Entry =
  number | bigint | Buffer | null | readonly Entry[] | { readonly [key: string]: Entry }
/** A value to bencode. The characters of keys are bytes (latin1), strings are encoded as UTF-8. */
export type EntryInit =
  | number
  | bigint
  | string
  | Uint8Array
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

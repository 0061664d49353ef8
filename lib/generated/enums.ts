// Made by scripts/generate.mjs from native/tables. Do not edit.
/** libtorrent's block_info::block_state_t. */
export type BlockState = 'none' | 'requested' | 'writing' | 'finished'

/** libtorrent's peer_blocked_alert::reason_t. */
export type BlockedReason =
  | 'ip_filter'
  | 'port_filter'
  | 'i2p_mixed'
  | 'privileged_ports'
  | 'utp_disabled'
  | 'tcp_disabled'
  | 'invalid_local_interface'
  | 'ssrf_mitigation'

/** libtorrent's close_reason_t. */
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

/** libtorrent's peer_connect_alert::direction_t. */
export type ConnectDirection = 'in' | 'out'

/** libtorrent's dht_log_alert::dht_module_t. */
export type DhtModule = 'tracker' | 'node' | 'routing_table' | 'rpc_manager' | 'traversal'

/** libtorrent's dht_pkt_alert::direction_t. */
export type DhtPacketDirection = 'incoming' | 'outgoing'

/** libtorrent's DiskBackend. */
export type DiskBackend = 'standard' | 'mmap' | 'posix' | 'disabled'

/** libtorrent's Extension. */
export type Extension = 'ut_metadata' | 'ut_pex' | 'smart_ban'

/** libtorrent's metric_type_t. */
export type MetricType = 'counter' | 'gauge'

/** libtorrent's move_flags_t. */
export type MoveFlags = 'always_replace_files' | 'fail_if_exist' | 'dont_replace'

/** libtorrent's operation_t. */
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

/** libtorrent's peer_class_type_filter::socket_type_t. */
export type PeerClassSocketType =
  'tcp_socket' | 'utp_socket' | 'ssl_tcp_socket' | 'ssl_utp_socket' | 'i2p_socket'

/** libtorrent's peer_log_alert::direction_t. */
export type PeerLogDirection =
  'incoming_message' | 'outgoing_message' | 'incoming' | 'outgoing' | 'info'

/** libtorrent's performance_alert::performance_warning_t. */
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

/** libtorrent's portmap_protocol. */
export type PortmapProtocol = 'none' | 'tcp' | 'udp'

/** libtorrent's portmap_transport. */
export type PortmapTransport = 'natpmp' | 'upnp'

/** libtorrent's protocol_version. */
export type ProtocolVersion = 'V1' | 'V2'

/** libtorrent's socket_type_t. */
export type SocketType =
  'tcp' | 'socks5' | 'http' | 'utp' | 'i2p' | 'tcp_ssl' | 'socks5_ssl' | 'http_ssl' | 'utp_ssl'

/** libtorrent's storage_mode_t. */
export type StorageMode = 'storage_mode_allocate' | 'storage_mode_sparse'

/** libtorrent's torrent_status::state_t. */
export type TorrentState =
  | 'checking_files'
  | 'downloading_metadata'
  | 'downloading'
  | 'finished'
  | 'seeding'
  | 'checking_resume_data'

/** libtorrent's event_t. */
export type TrackerEvent = 'none' | 'completed' | 'started' | 'stopped' | 'paused'

/** libtorrent's announce_entry::tracker_source. */
export type TrackerSource = 'source_torrent' | 'source_client' | 'source_magnet_link' | 'source_tex'

/** libtorrent's web_seed_entry::type_t. */
export type WebSeedType = 'url_seed' | 'http_seed'

export const addPieceFlags = {
  /** torrent_handle::overwrite_existing */
  overwriteExisting: 1,
} as const

export const alertCategory = {
  /** alert_category::error */
  error: 1,
  /** alert_category::peer */
  peer: 2,
  /** alert_category::port_mapping */
  portMapping: 4,
  /** alert_category::storage */
  storage: 8,
  /** alert_category::tracker */
  tracker: 16,
  /** alert_category::connect */
  connect: 32,
  /** alert_category::status */
  status: 64,
  /** alert_category::ip_block */
  ipBlock: 256,
  /** alert_category::performance_warning */
  performanceWarning: 512,
  /** alert_category::dht */
  dht: 1024,
  /** alert_category::stats */
  stats: 2048,
  /** alert_category::session_log */
  sessionLog: 8192,
  /** alert_category::torrent_log */
  torrentLog: 16384,
  /** alert_category::peer_log */
  peerLog: 32768,
  /** alert_category::incoming_request */
  incomingRequest: 65536,
  /** alert_category::dht_log */
  dhtLog: 131072,
  /** alert_category::dht_operation */
  dhtOperation: 262144,
  /** alert_category::port_mapping_log */
  portMappingLog: 524288,
  /** alert_category::picker_log */
  pickerLog: 1048576,
  /** alert_category::file_progress */
  fileProgress: 2097152,
  /** alert_category::piece_progress */
  pieceProgress: 4194304,
  /** alert_category::upload */
  upload: 8388608,
  /** alert_category::block_progress */
  blockProgress: 16777216,
  /** alert_category::all */
  all: 4294967295,
} as const

export const announceFlags = {
  /** dht::announce::seed */
  seed: 1,
  /** dht::announce::implied_port */
  impliedPort: 2,
  /** dht::announce::ssl_torrent */
  sslTorrent: 4,
} as const

export const bandwidthMixedAlgo = {
  /** settings_pack::prefer_tcp */
  preferTcp: 0,
  /** settings_pack::peer_proportional */
  peerProportional: 1,
} as const

export const bandwidthState = {
  /** peer_info::bw_idle */
  bwIdle: 1,
  /** peer_info::bw_limit */
  bwLimit: 2,
  /** peer_info::bw_network */
  bwNetwork: 4,
  /** peer_info::bw_disk */
  bwDisk: 16,
} as const

export const chokingAlgorithm = {
  /** settings_pack::fixed_slots_choker */
  fixedSlotsChoker: 0,
  /** settings_pack::rate_based_choker */
  rateBasedChoker: 2,
} as const

export const connectionType = {
  /** peer_info::standard_bittorrent */
  standardBittorrent: 1,
  /** peer_info::web_seed */
  webSeed: 2,
  /** peer_info::http_seed */
  httpSeed: 4,
} as const

export const createFlags = {
  /** create_torrent::modification_time */
  modificationTime: 4,
  /** create_torrent::symlinks */
  symlinks: 8,
  /** create_torrent::v2_only */
  v2Only: 32,
  /** create_torrent::v1_only */
  v1Only: 64,
  /** create_torrent::canonical_files */
  canonicalFiles: 128,
  /** create_torrent::no_attributes */
  noAttributes: 256,
  /** create_torrent::canonical_files_no_tail_padding */
  canonicalFilesNoTailPadding: 512,
} as const

export const deadlineFlags = {
  /** torrent_handle::alert_when_available */
  alertWhenAvailable: 1,
} as const

export const downloadPriority = {
  /** dont_download */
  dontDownload: 0,
  /** low_priority */
  lowPriority: 1,
  /** default_priority */
  defaultPriority: 4,
  /** top_priority */
  topPriority: 7,
} as const

export const encLevel = {
  /** settings_pack::pe_plaintext */
  pePlaintext: 1,
  /** settings_pack::pe_rc4 */
  peRc4: 2,
  /** settings_pack::pe_both */
  peBoth: 3,
} as const

export const encPolicy = {
  /** settings_pack::pe_forced */
  peForced: 0,
  /** settings_pack::pe_enabled */
  peEnabled: 1,
  /** settings_pack::pe_disabled */
  peDisabled: 2,
} as const

export const errorFile = {
  /** torrent_status::error_file_none */
  errorFileNone: -1,
  /** torrent_status::error_file_ssl_ctx */
  errorFileSslCtx: -3,
  /** torrent_status::error_file_metadata */
  errorFileMetadata: -4,
  /** torrent_status::error_file_exception */
  errorFileException: -5,
  /** torrent_status::error_file_partfile */
  errorFilePartfile: -6,
} as const

export const fileFlags = {
  /** file_storage::flag_pad_file */
  flagPadFile: 1,
  /** file_storage::flag_hidden */
  flagHidden: 2,
  /** file_storage::flag_executable */
  flagExecutable: 4,
  /** file_storage::flag_symlink */
  flagSymlink: 8,
} as const

export const fileOpenMode = {
  /** file_open_mode::read_only */
  readOnly: 0,
  /** file_open_mode::write_only */
  writeOnly: 1,
  /** file_open_mode::read_write */
  readWrite: 2,
  /** file_open_mode::rw_mask */
  rwMask: 3,
  /** file_open_mode::sparse */
  sparse: 4,
  /** file_open_mode::no_atime */
  noAtime: 8,
  /** file_open_mode::random_access */
  randomAccess: 32,
  /** file_open_mode::mmapped */
  mmapped: 128,
} as const

export const fileProgressFlags = {
  /** torrent_handle::piece_granularity */
  pieceGranularity: 1,
} as const

export const ioBufferMode = {
  /** settings_pack::enable_os_cache */
  enableOsCache: 0,
  /** settings_pack::disable_os_cache */
  disableOsCache: 2,
  /** settings_pack::write_through */
  writeThrough: 3,
} as const

export const ipFilterFlags = {
  /** ip_filter::blocked */
  blocked: 1,
} as const

export const limits = {
  /** default_block_size */
  defaultBlockSize: 16384,
  /** file_storage::max_file_size */
  maxFileSize: 17592186028032,
  /** file_storage::max_file_offset */
  maxFileOffset: 281474976710655,
} as const

export const mmapWriteMode = {
  /** settings_pack::always_pwrite */
  alwaysPwrite: 0,
  /** settings_pack::always_mmap_write */
  alwaysMmapWrite: 1,
  /** settings_pack::auto_mmap_write */
  autoMmapWrite: 2,
} as const

export const pauseFlags = {
  /** torrent_handle::graceful_pause */
  gracefulPause: 1,
} as const

export const peerClass = {
  /** session_handle::global_peer_class_id */
  globalPeerClassId: 0,
  /** session_handle::tcp_peer_class_id */
  tcpPeerClassId: 1,
  /** session_handle::local_peer_class_id */
  localPeerClassId: 2,
} as const

export const peerFlags = {
  /** peer_info::interesting */
  interesting: 1,
  /** peer_info::choked */
  choked: 2,
  /** peer_info::remote_interested */
  remoteInterested: 4,
  /** peer_info::remote_choked */
  remoteChoked: 8,
  /** peer_info::supports_extensions */
  supportsExtensions: 16,
  /** peer_info::outgoing_connection */
  outgoingConnection: 32,
  /** peer_info::local_connection */
  localConnection: 32,
  /** peer_info::handshake */
  handshake: 64,
  /** peer_info::connecting */
  connecting: 128,
  /** peer_info::on_parole */
  onParole: 512,
  /** peer_info::seed */
  seed: 1024,
  /** peer_info::optimistic_unchoke */
  optimisticUnchoke: 2048,
  /** peer_info::snubbed */
  snubbed: 4096,
  /** peer_info::upload_only */
  uploadOnly: 8192,
  /** peer_info::endgame_mode */
  endgameMode: 16384,
  /** peer_info::holepunched */
  holepunched: 32768,
  /** peer_info::i2p_socket */
  i2pSocket: 65536,
  /** peer_info::utp_socket */
  utpSocket: 131072,
  /** peer_info::ssl_socket */
  sslSocket: 262144,
  /** peer_info::rc4_encrypted */
  rc4Encrypted: 524288,
  /** peer_info::plaintext_encrypted */
  plaintextEncrypted: 1048576,
} as const

export const peerSourceFlags = {
  /** peer_info::tracker */
  tracker: 1,
  /** peer_info::dht */
  dht: 2,
  /** peer_info::pex */
  pex: 4,
  /** peer_info::lsd */
  lsd: 8,
  /** peer_info::resume_data */
  resumeData: 16,
  /** peer_info::incoming */
  incoming: 32,
} as const

export const pexFlags = {
  /** pex_encryption */
  pexEncryption: 1,
  /** pex_seed */
  pexSeed: 2,
  /** pex_utp */
  pexUtp: 4,
  /** pex_holepunch */
  pexHolepunch: 8,
  /** pex_lt_v2 */
  pexLtV2: 128,
} as const

export const pickerFlags = {
  /** picker_log_alert::partial_ratio */
  partialRatio: 1,
  /** picker_log_alert::prioritize_partials */
  prioritizePartials: 2,
  /** picker_log_alert::rarest_first_partials */
  rarestFirstPartials: 4,
  /** picker_log_alert::rarest_first */
  rarestFirst: 8,
  /** picker_log_alert::reverse_rarest_first */
  reverseRarestFirst: 16,
  /** picker_log_alert::suggested_pieces */
  suggestedPieces: 32,
  /** picker_log_alert::prio_sequential_pieces */
  prioSequentialPieces: 64,
  /** picker_log_alert::sequential_pieces */
  sequentialPieces: 128,
  /** picker_log_alert::reverse_pieces */
  reversePieces: 256,
  /** picker_log_alert::time_critical */
  timeCritical: 512,
  /** picker_log_alert::random_pieces */
  randomPieces: 1024,
  /** picker_log_alert::prefer_contiguous */
  preferContiguous: 2048,
  /** picker_log_alert::reverse_sequential */
  reverseSequential: 4096,
  /** picker_log_alert::backup1 */
  backup1: 8192,
  /** picker_log_alert::backup2 */
  backup2: 16384,
  /** picker_log_alert::end_game */
  endGame: 32768,
  /** picker_log_alert::extent_affinity */
  extentAffinity: 65536,
} as const

export const portFilterFlags = {
  /** port_filter::blocked */
  blocked: 1,
} as const

export const proxyType = {
  /** settings_pack::none */
  none: 0,
  /** settings_pack::socks4 */
  socks4: 1,
  /** settings_pack::socks5 */
  socks5: 2,
  /** settings_pack::socks5_pw */
  socks5Pw: 3,
  /** settings_pack::http */
  http: 4,
  /** settings_pack::http_pw */
  httpPw: 5,
  /** settings_pack::i2p_proxy */
  i2pProxy: 6,
} as const

export const reannounceFlags = {
  /** torrent_handle::ignore_min_interval */
  ignoreMinInterval: 1,
} as const

export const removeFlags = {
  /** session_handle::delete_files */
  deleteFiles: 1,
  /** session_handle::delete_partfile */
  deletePartfile: 2,
} as const

export const reopenNetworkFlags = {
  /** session_handle::reopen_map_ports */
  reopenMapPorts: 1,
} as const

export const resumeDataFlags = {
  /** torrent_handle::flush_disk_cache */
  flushDiskCache: 1,
  /** torrent_handle::save_info_dict */
  saveInfoDict: 2,
  /** torrent_handle::only_if_modified */
  onlyIfModified: 4,
} as const

export const saveStateFlags = {
  /** session_handle::save_settings */
  saveSettings: 1,
  /** session_handle::save_dht_state */
  saveDhtState: 4,
  /** session_handle::save_extension_state */
  saveExtensionState: 2048,
  /** session_handle::save_ip_filter */
  saveIpFilter: 4096,
} as const

export const seedChokingAlgorithm = {
  /** settings_pack::round_robin */
  roundRobin: 0,
  /** settings_pack::fastest_upload */
  fastestUpload: 1,
  /** settings_pack::anti_leech */
  antiLeech: 2,
} as const

export const sessionFlags = {
  /** session_handle::paused */
  paused: 4,
} as const

export const statusFlags = {
  /** torrent_handle::query_distributed_copies */
  queryDistributedCopies: 1,
  /** torrent_handle::query_accurate_download_counters */
  queryAccurateDownloadCounters: 2,
  /** torrent_handle::query_last_seen_complete */
  queryLastSeenComplete: 4,
  /** torrent_handle::query_pieces */
  queryPieces: 8,
  /** torrent_handle::query_verified_pieces */
  queryVerifiedPieces: 16,
  /** torrent_handle::query_torrent_file */
  queryTorrentFile: 32,
  /** torrent_handle::query_name */
  queryName: 64,
  /** torrent_handle::query_save_path */
  querySavePath: 128,
} as const

export const suggestMode = {
  /** settings_pack::no_piece_suggestions */
  noPieceSuggestions: 0,
  /** settings_pack::suggest_read_cache */
  suggestReadCache: 1,
} as const

export const torrentFlags = {
  /** torrent_flags::seed_mode */
  seedMode: 1,
  /** torrent_flags::upload_mode */
  uploadMode: 2,
  /** torrent_flags::share_mode */
  shareMode: 4,
  /** torrent_flags::apply_ip_filter */
  applyIpFilter: 8,
  /** torrent_flags::paused */
  paused: 16,
  /** torrent_flags::auto_managed */
  autoManaged: 32,
  /** torrent_flags::duplicate_is_error */
  duplicateIsError: 64,
  /** torrent_flags::update_subscribe */
  updateSubscribe: 128,
  /** torrent_flags::super_seeding */
  superSeeding: 256,
  /** torrent_flags::sequential_download */
  sequentialDownload: 512,
  /** torrent_flags::stop_when_ready */
  stopWhenReady: 1024,
  /** torrent_flags::override_trackers */
  overrideTrackers: 2048,
  /** torrent_flags::override_web_seeds */
  overrideWebSeeds: 4096,
  /** torrent_flags::need_save_resume */
  needSaveResume: 8192,
  /** torrent_flags::disable_dht */
  disableDht: 524288,
  /** torrent_flags::disable_lsd */
  disableLsd: 1048576,
  /** torrent_flags::disable_pex */
  disablePex: 2097152,
  /** torrent_flags::no_verify_files */
  noVerifyFiles: 4194304,
  /** torrent_flags::default_dont_download */
  defaultDontDownload: 8388608,
  /** torrent_flags::all */
  all: 4294967295,
  /** torrent_flags::default_flags */
  defaultFlags: 352440,
} as const

export const writeFlags = {
  /** write_flags::allow_missing_piece_layer */
  allowMissingPieceLayer: 1,
  /** write_flags::no_http_seeds */
  noHttpSeeds: 2,
  /** write_flags::include_dht_nodes */
  includeDhtNodes: 4,
} as const

/** Values of error codes by category and name. */
export const errorCodes = {
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

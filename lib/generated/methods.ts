// Made by scripts/generate.mjs from native/tables. Do not edit.
import type { FileStorage } from '../file_storage'
import type { IpFilter, PeerClassTypeFilter, PortFilter } from '../filters'
import type { TorrentHandle } from '../torrent_handle'
import type { TorrentInfo } from '../torrent_info'
import type { MoveFlags, Operation, PeerClassSocketType, PortmapProtocol } from './enums'
import type {
  AddTorrentParams,
  AddTorrentParamsInit,
  AnnounceEntry,
  AnnounceEntryInit,
  BdecodeLimitsInit,
  DhtStateInit,
  Endpoint,
  Entry,
  EntryInit,
  ExportedFilter,
  FileSlice,
  InfoHash,
  KeyPair,
  LoadTorrentLimitsInit,
  MutableItemInit,
  OpenFileState,
  PartialPieceInfo,
  PeerClassInfo,
  PeerClassInfoInit,
  PeerInfo,
  PeerRequest,
  SessionParams,
  SessionParamsInit,
  StatsMetric,
  TorrentStatus,
  WebSeedEntry,
  WebSeedEntryInit,
} from './records'
import type { Settings, SettingsInit } from './settings'

export interface CreateTorrentMethods {
  /**
   * libtorrent's add_collection().
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_collection()
   */
  addCollection(name: string): void
  /**
   * libtorrent's add_http_seed().
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_http_seed()
   */
  addHttpSeed(url: string): void
  /**
   * libtorrent's add_node().
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_node()
   */
  addNode(node: readonly [string, number]): void
  /**
   * libtorrent's add_similar_torrent().
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_similar_torrent()
   */
  addSimilarTorrent(infoHash: string): void
  /**
   * libtorrent's add_tracker().
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_tracker()
   */
  addTracker(url: string, tier?: number): void
  /**
   * libtorrent's add_url_seed().
   * @see https://libtorrent.org/reference-Create_Torrents.html#add_url_seed()
   */
  addUrlSeed(url: string): void
  /**
   * libtorrent's end_file().
   * @see https://libtorrent.org/reference-Create_Torrents.html#end_file()
   */
  endFile(): number
  /**
   * libtorrent's end_piece().
   * @see https://libtorrent.org/reference-Create_Torrents.html#end_piece()
   */
  endPiece(): number
  /**
   * libtorrent's file_piece_range().
   * @see https://libtorrent.org/reference-Create_Torrents.html#file_piece_range()
   */
  filePieceRange(file: number): readonly [number, number]
  /**
   * libtorrent's file_range().
   * @see https://libtorrent.org/reference-Create_Torrents.html#file_range()
   */
  fileRange(): readonly [number, number]
  /**
   * libtorrent's generate().
   * @see https://libtorrent.org/reference-Create_Torrents.html#generate()
   */
  generate(): Entry
  /**
   * libtorrent's generate_buf().
   * @see https://libtorrent.org/reference-Create_Torrents.html#generate_buf()
   */
  generateBuf(): Buffer
  /**
   * libtorrent's is_v1_only().
   * @see https://libtorrent.org/reference-Create_Torrents.html#is_v1_only()
   */
  isV1Only(): boolean
  /**
   * libtorrent's is_v2_only().
   * @see https://libtorrent.org/reference-Create_Torrents.html#is_v2_only()
   */
  isV2Only(): boolean
  /**
   * libtorrent's num_pieces().
   * @see https://libtorrent.org/reference-Create_Torrents.html#num_pieces()
   */
  numPieces(): number
  /**
   * libtorrent's piece_length().
   * @see https://libtorrent.org/reference-Create_Torrents.html#piece_length()
   */
  pieceLength(): number
  /**
   * libtorrent's piece_range().
   * @see https://libtorrent.org/reference-Create_Torrents.html#piece_range()
   */
  pieceRange(): readonly [number, number]
  /**
   * libtorrent's piece_size().
   * @see https://libtorrent.org/reference-Create_Torrents.html#piece_size()
   */
  pieceSize(piece: number): number
  /**
   * libtorrent's priv().
   * @see https://libtorrent.org/reference-Create_Torrents.html#priv()
   */
  priv(): boolean
  /**
   * libtorrent's set_comment().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_comment()
   */
  setComment(comment: string): void
  /**
   * libtorrent's set_creation_date().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_creation_date()
   */
  setCreationDate(date: Date | null): void
  /**
   * libtorrent's set_creator().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_creator()
   */
  setCreator(creator: string): void
  /**
   * libtorrent's set_hash().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_hash()
   */
  setHash(piece: number, hash: string): void
  /**
   * libtorrent's set_hash2().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_hash2()
   */
  setHash2(file: number, piece: number, hash: string): void
  /**
   * libtorrent's set_priv().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_priv()
   */
  setPriv(isPrivate: boolean): void
  /**
   * libtorrent's set_root_cert().
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_root_cert()
   */
  setRootCert(pem: string): void
  /**
   * libtorrent's total_size().
   * @see https://libtorrent.org/reference-Create_Torrents.html#total_size()
   */
  totalSize(): number
}

export interface FileStorageMethods {
  /**
   * libtorrent's add_file().
   * @see https://libtorrent.org/reference-Storage.html#add_file()
   */
  addFile(
    path: string,
    size: number,
    flags?: number,
    mtime?: Date | null,
    symlinkPath?: string,
  ): void
  /**
   * libtorrent's all_path_hashes().
   * @see https://libtorrent.org/reference-Storage.html#all_path_hashes()
   */
  allPathHashes(): ReadonlyArray<number>
  /**
   * libtorrent's blocks_in_piece2().
   * @see https://libtorrent.org/reference-Storage.html#blocks_in_piece2()
   */
  blocksInPiece2(piece: number): number
  /**
   * libtorrent's canonicalize().
   * @see https://libtorrent.org/reference-Storage.html#canonicalize()
   */
  canonicalize(): void
  /**
   * libtorrent's end_file().
   * @see https://libtorrent.org/reference-Storage.html#end_file()
   */
  endFile(): number
  /**
   * libtorrent's end_piece().
   * @see https://libtorrent.org/reference-Storage.html#end_piece()
   */
  endPiece(): number
  /**
   * libtorrent's file_absolute_path().
   * @see https://libtorrent.org/reference-Storage.html#file_absolute_path()
   */
  fileAbsolutePath(file: number): boolean
  /**
   * libtorrent's file_first_block_node().
   * @see https://libtorrent.org/reference-Storage.html#file_first_block_node()
   */
  fileFirstBlockNode(file: number): number
  /**
   * libtorrent's file_first_piece_node().
   * @see https://libtorrent.org/reference-Storage.html#file_first_piece_node()
   */
  fileFirstPieceNode(file: number): number
  /**
   * libtorrent's file_flags().
   * @see https://libtorrent.org/reference-Storage.html#file_flags()
   */
  fileFlags(file: number): number
  /**
   * libtorrent's file_index_at_offset().
   * @see https://libtorrent.org/reference-Storage.html#file_index_at_offset()
   */
  fileIndexAtOffset(offset: number): number
  /**
   * libtorrent's file_index_at_piece().
   * @see https://libtorrent.org/reference-Storage.html#file_index_at_piece()
   */
  fileIndexAtPiece(piece: number): number
  /**
   * libtorrent's file_index_for_root().
   * @see https://libtorrent.org/reference-Storage.html#file_index_for_root()
   */
  fileIndexForRoot(rootHash: string): number
  /**
   * libtorrent's file_name().
   * @see https://libtorrent.org/reference-Storage.html#file_name()
   */
  fileName(file: number): string
  /**
   * libtorrent's file_num_blocks().
   * @see https://libtorrent.org/reference-Storage.html#file_num_blocks()
   */
  fileNumBlocks(file: number): number
  /**
   * libtorrent's file_num_pieces().
   * @see https://libtorrent.org/reference-Storage.html#file_num_pieces()
   */
  fileNumPieces(file: number): number
  /**
   * libtorrent's file_offset().
   * @see https://libtorrent.org/reference-Storage.html#file_offset()
   */
  fileOffset(file: number): number
  /**
   * libtorrent's file_path().
   * @see https://libtorrent.org/reference-Storage.html#file_path()
   */
  filePath(file: number, savePath?: string): string
  /**
   * libtorrent's file_path_hash().
   * @see https://libtorrent.org/reference-Storage.html#file_path_hash()
   */
  filePathHash(file: number, savePath: string): number
  /**
   * libtorrent's file_piece_range().
   * @see https://libtorrent.org/reference-Storage.html#file_piece_range()
   */
  filePieceRange(file: number): readonly [number, number]
  /**
   * libtorrent's file_range().
   * @see https://libtorrent.org/reference-Storage.html#file_range()
   */
  fileRange(): readonly [number, number]
  /**
   * libtorrent's file_size().
   * @see https://libtorrent.org/reference-Storage.html#file_size()
   */
  fileSize(file: number): number
  /**
   * libtorrent's hash().
   * @see https://libtorrent.org/reference-Storage.html#hash()
   */
  hash(file: number): string
  /**
   * libtorrent's is_valid().
   * @see https://libtorrent.org/reference-Storage.html#is_valid()
   */
  isValid(): boolean
  /**
   * libtorrent's last_piece().
   * @see https://libtorrent.org/reference-Storage.html#last_piece()
   */
  lastPiece(): number
  /**
   * libtorrent's map_block().
   * @see https://libtorrent.org/reference-Storage.html#map_block()
   */
  mapBlock(piece: number, offset: number, size: number): ReadonlyArray<FileSlice>
  /**
   * libtorrent's map_file().
   * @see https://libtorrent.org/reference-Storage.html#map_file()
   */
  mapFile(file: number, offset: number, size: number): PeerRequest
  /**
   * libtorrent's mtime().
   * @see https://libtorrent.org/reference-Storage.html#mtime()
   */
  mtime(file: number): Date | null
  /**
   * libtorrent's name().
   * @see https://libtorrent.org/reference-Storage.html#name()
   */
  name(): string
  /**
   * libtorrent's num_files().
   * @see https://libtorrent.org/reference-Storage.html#num_files()
   */
  numFiles(): number
  /**
   * libtorrent's num_pieces().
   * @see https://libtorrent.org/reference-Storage.html#num_pieces()
   */
  numPieces(): number
  /**
   * libtorrent's pad_file_at().
   * @see https://libtorrent.org/reference-Storage.html#pad_file_at()
   */
  padFileAt(file: number): boolean
  /**
   * libtorrent's piece_index_at_file().
   * @see https://libtorrent.org/reference-Storage.html#piece_index_at_file()
   */
  pieceIndexAtFile(file: number): number
  /**
   * libtorrent's piece_length().
   * @see https://libtorrent.org/reference-Storage.html#piece_length()
   */
  pieceLength(): number
  /**
   * libtorrent's piece_range().
   * @see https://libtorrent.org/reference-Storage.html#piece_range()
   */
  pieceRange(): readonly [number, number]
  /**
   * libtorrent's piece_size().
   * @see https://libtorrent.org/reference-Storage.html#piece_size()
   */
  pieceSize(piece: number): number
  /**
   * libtorrent's piece_size2().
   * @see https://libtorrent.org/reference-Storage.html#piece_size2()
   */
  pieceSize2(piece: number): number
  /**
   * libtorrent's rename_file().
   * @see https://libtorrent.org/reference-Storage.html#rename_file()
   */
  renameFile(file: number, newName: string): void
  /**
   * libtorrent's reserve().
   * @see https://libtorrent.org/reference-Storage.html#reserve()
   */
  reserve(numFiles: number): void
  /**
   * libtorrent's root().
   * @see https://libtorrent.org/reference-Storage.html#root()
   */
  root(file: number): string
  /**
   * libtorrent's sanitize_symlinks().
   * @see https://libtorrent.org/reference-Storage.html#sanitize_symlinks()
   */
  sanitizeSymlinks(): void
  /**
   * libtorrent's set_name().
   * @see https://libtorrent.org/reference-Storage.html#set_name()
   */
  setName(name: string): void
  /**
   * libtorrent's set_num_pieces().
   * @see https://libtorrent.org/reference-Storage.html#set_num_pieces()
   */
  setNumPieces(numPieces: number): void
  /**
   * libtorrent's set_piece_length().
   * @see https://libtorrent.org/reference-Storage.html#set_piece_length()
   */
  setPieceLength(pieceLength: number): void
  /**
   * libtorrent's symlink().
   * @see https://libtorrent.org/reference-Storage.html#symlink()
   */
  symlink(file: number): string
  /**
   * libtorrent's total_size().
   * @see https://libtorrent.org/reference-Storage.html#total_size()
   */
  totalSize(): number
  /**
   * libtorrent's v2().
   * @see https://libtorrent.org/reference-Storage.html#v2()
   */
  v2(): boolean
}

export interface Functions {
  /**
   * libtorrent's bdecode().
   */
  bdecode(bytes: Uint8Array, limits?: BdecodeLimitsInit): Entry
  /**
   * libtorrent's bencode().
   */
  bencode(value: EntryInit): Buffer
  /**
   * libtorrent's default_settings().
   */
  defaultSettings(): Settings
  /**
   * libtorrent's ed25519_add_scalar_public().
   */
  ed25519AddScalarPublic(publicKey: Uint8Array, scalar: Uint8Array): Buffer
  /**
   * libtorrent's ed25519_add_scalar_secret().
   */
  ed25519AddScalarSecret(secretKey: Uint8Array, scalar: Uint8Array): Buffer
  /**
   * libtorrent's ed25519_create_keypair().
   */
  ed25519CreateKeypair(seed: Uint8Array): KeyPair
  /**
   * libtorrent's ed25519_create_seed().
   */
  ed25519CreateSeed(): Buffer
  /**
   * libtorrent's ed25519_key_exchange().
   */
  ed25519KeyExchange(publicKey: Uint8Array, secretKey: Uint8Array): Buffer
  /**
   * libtorrent's ed25519_sign().
   */
  ed25519Sign(message: Uint8Array, publicKey: Uint8Array, secretKey: Uint8Array): Buffer
  /**
   * libtorrent's ed25519_verify().
   */
  ed25519Verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
  /**
   * libtorrent's find_metric_idx().
   */
  findMetricIdx(name: string): number
  /**
   * libtorrent's generate_fingerprint().
   */
  generateFingerprint(
    name: string,
    major: number,
    minor?: number,
    revision?: number,
    tag?: number,
  ): string
  /**
   * libtorrent's high_performance_seed().
   */
  highPerformanceSeed(): Settings
  /**
   * libtorrent's load_torrent_buffer().
   */
  loadTorrentBuffer(bytes: Uint8Array, limits?: LoadTorrentLimitsInit): AddTorrentParams
  /**
   * libtorrent's load_torrent_file().
   */
  loadTorrentFile(path: string, limits?: LoadTorrentLimitsInit): Promise<AddTorrentParams>
  /**
   * {@link loadTorrentFile} on the calling thread, which waits for libtorrent's.
   */
  loadTorrentFileSync(path: string, limits?: LoadTorrentLimitsInit): AddTorrentParams
  /**
   * libtorrent's make_magnet_uri().
   */
  makeMagnetUri(params: AddTorrentParamsInit): string
  /**
   * libtorrent's min_memory_usage().
   */
  minMemoryUsage(): Settings
  /**
   * libtorrent's operation_name().
   */
  operationName(operation: Operation): string
  /**
   * libtorrent's parse_magnet_uri().
   */
  parseMagnetUri(uri: string): AddTorrentParams
  /**
   * libtorrent's read_resume_data().
   */
  readResumeData(bytes: Uint8Array, limits?: LoadTorrentLimitsInit): AddTorrentParams
  /**
   * libtorrent's read_session_params().
   */
  readSessionParams(bytes: Uint8Array, flags?: number): SessionParams
  /**
   * libtorrent's session_stats_metrics().
   */
  sessionStatsMetrics(): ReadonlyArray<StatsMetric>
  /**
   * libtorrent's sign_mutable_item().
   */
  signMutableItem(
    data: EntryInit,
    salt: string,
    sequence: number,
    publicKey: Uint8Array,
    secretKey: Uint8Array,
  ): Buffer
  /**
   * libtorrent's version().
   */
  version(): string
  /**
   * libtorrent's write_resume_data().
   */
  writeResumeData(params: AddTorrentParamsInit): Entry
  /**
   * libtorrent's write_resume_data_buf().
   */
  writeResumeDataBuf(params: AddTorrentParamsInit): Buffer
  /**
   * libtorrent's write_session_params().
   */
  writeSessionParams(params: SessionParamsInit, flags?: number): Entry
  /**
   * libtorrent's write_session_params_buf().
   */
  writeSessionParamsBuf(params: SessionParamsInit, flags?: number): Buffer
  /**
   * libtorrent's write_torrent_file().
   */
  writeTorrentFile(params: AddTorrentParamsInit, flags?: number): Entry
  /**
   * libtorrent's write_torrent_file_buf().
   */
  writeTorrentFileBuf(params: AddTorrentParamsInit, flags?: number): Buffer
}

export interface IpFilterMethods {
  /**
   * libtorrent's access().
   * @see https://libtorrent.org/reference-Filter.html#access()
   */
  access(address: string): number
  /**
   * libtorrent's add_rule().
   * @see https://libtorrent.org/reference-Filter.html#add_rule()
   */
  addRule(first: string, last: string, flags: number): void
  /**
   * libtorrent's empty().
   * @see https://libtorrent.org/reference-Filter.html#empty()
   */
  empty(): boolean
  /**
   * libtorrent's export_filter().
   * @see https://libtorrent.org/reference-Filter.html#export_filter()
   */
  exportFilter(): ExportedFilter
}

export interface PeerClassTypeFilterMethods {
  /**
   * libtorrent's add().
   * @see https://libtorrent.org/reference-PeerClass.html#add()
   */
  add(socketType: PeerClassSocketType, peerClass: number): void
  /**
   * libtorrent's allow().
   * @see https://libtorrent.org/reference-PeerClass.html#allow()
   */
  allow(socketType: PeerClassSocketType, peerClass: number): void
  /**
   * libtorrent's apply().
   * @see https://libtorrent.org/reference-PeerClass.html#apply()
   */
  apply(socketType: PeerClassSocketType, peerClassMask: number): number
  /**
   * libtorrent's disallow().
   * @see https://libtorrent.org/reference-PeerClass.html#disallow()
   */
  disallow(socketType: PeerClassSocketType, peerClass: number): void
  /**
   * libtorrent's remove().
   * @see https://libtorrent.org/reference-PeerClass.html#remove()
   */
  remove(socketType: PeerClassSocketType, peerClass: number): void
}

export interface PortFilterMethods {
  /**
   * libtorrent's access().
   * @see https://libtorrent.org/reference-Filter.html#access()
   */
  access(port: number): number
  /**
   * libtorrent's add_rule().
   * @see https://libtorrent.org/reference-Filter.html#add_rule()
   */
  addRule(first: number, last: number, flags: number): void
}

export interface SessionMethods {
  /**
   * libtorrent's add_dht_node().
   * @see https://libtorrent.org/reference-Session.html#add_dht_node()
   */
  addDhtNode(node: readonly [string, number]): void
  /**
   * libtorrent's add_port_mapping().
   * @see https://libtorrent.org/reference-Session.html#add_port_mapping()
   */
  addPortMapping(
    protocol: PortmapProtocol,
    externalPort: number,
    localPort: number,
  ): Promise<ReadonlyArray<number>>
  /**
   * {@link addPortMapping} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#add_port_mapping()
   */
  addPortMappingSync(
    protocol: PortmapProtocol,
    externalPort: number,
    localPort: number,
  ): ReadonlyArray<number>
  /**
   * libtorrent's apply_settings().
   * @see https://libtorrent.org/reference-Session.html#apply_settings()
   */
  applySettings(settings: SettingsInit): void
  /**
   * libtorrent's async_add_torrent().
   * @see https://libtorrent.org/reference-Session.html#async_add_torrent()
   */
  asyncAddTorrent(params: AddTorrentParamsInit, token?: number): void
  /**
   * libtorrent's create_peer_class().
   * @see https://libtorrent.org/reference-Session.html#create_peer_class()
   */
  createPeerClass(name: string): Promise<number>
  /**
   * {@link createPeerClass} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#create_peer_class()
   */
  createPeerClassSync(name: string): number
  /**
   * libtorrent's delete_peer_class().
   * @see https://libtorrent.org/reference-Session.html#delete_peer_class()
   */
  deletePeerClass(peerClass: number): void
  /**
   * libtorrent's delete_port_mapping().
   * @see https://libtorrent.org/reference-Session.html#delete_port_mapping()
   */
  deletePortMapping(mapping: number): void
  /**
   * libtorrent's dht_announce().
   * @see https://libtorrent.org/reference-Session.html#dht_announce()
   */
  dhtAnnounce(infoHash: string, port?: number, flags?: number): void
  /**
   * libtorrent's dht_direct_request().
   * @see https://libtorrent.org/reference-Session.html#dht_direct_request()
   */
  dhtDirectRequest(endpoint: Endpoint, request: EntryInit, userdata?: number): void
  /**
   * libtorrent's dht_get_item().
   * @see https://libtorrent.org/reference-Session.html#dht_get_item()
   */
  dhtGetItem(target: string): void
  /**
   * libtorrent's dht_get_mutable_item().
   * @see https://libtorrent.org/reference-Session.html#dht_get_mutable_item()
   */
  dhtGetMutableItem(publicKey: Uint8Array, salt?: string): void
  /**
   * libtorrent's dht_get_peers().
   * @see https://libtorrent.org/reference-Session.html#dht_get_peers()
   */
  dhtGetPeers(infoHash: string): void
  /**
   * libtorrent's dht_live_nodes().
   * @see https://libtorrent.org/reference-Session.html#dht_live_nodes()
   */
  dhtLiveNodes(nodeId: string): void
  /**
   * libtorrent's dht_put_item().
   * @see https://libtorrent.org/reference-Session.html#dht_put_item()
   */
  dhtPutItem(data: EntryInit): string
  /**
   * libtorrent's dht_put_mutable_item().
   * @see https://libtorrent.org/reference-Session.html#dht_put_mutable_item()
   */
  dhtPutMutableItem(item: MutableItemInit): void
  /**
   * libtorrent's dht_sample_infohashes().
   * @see https://libtorrent.org/reference-Session.html#dht_sample_infohashes()
   */
  dhtSampleInfohashes(endpoint: Endpoint, target: string): void
  /**
   * libtorrent's find_torrent().
   * @see https://libtorrent.org/reference-Session.html#find_torrent()
   */
  findTorrent(infoHash: string): Promise<TorrentHandle | null>
  /**
   * {@link findTorrent} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#find_torrent()
   */
  findTorrentSync(infoHash: string): TorrentHandle | null
  /**
   * libtorrent's get_ip_filter().
   * @see https://libtorrent.org/reference-Session.html#get_ip_filter()
   */
  getIpFilter(): Promise<IpFilter>
  /**
   * {@link getIpFilter} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_ip_filter()
   */
  getIpFilterSync(): IpFilter
  /**
   * libtorrent's get_peer_class().
   * @see https://libtorrent.org/reference-Session.html#get_peer_class()
   */
  getPeerClass(peerClass: number): Promise<PeerClassInfo>
  /**
   * libtorrent's get_peer_class_filter().
   * @see https://libtorrent.org/reference-Session.html#get_peer_class_filter()
   */
  getPeerClassFilter(): Promise<IpFilter>
  /**
   * {@link getPeerClassFilter} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_peer_class_filter()
   */
  getPeerClassFilterSync(): IpFilter
  /**
   * {@link getPeerClass} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_peer_class()
   */
  getPeerClassSync(peerClass: number): PeerClassInfo
  /**
   * libtorrent's get_peer_class_type_filter().
   * @see https://libtorrent.org/reference-Session.html#get_peer_class_type_filter()
   */
  getPeerClassTypeFilter(): Promise<PeerClassTypeFilter>
  /**
   * {@link getPeerClassTypeFilter} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_peer_class_type_filter()
   */
  getPeerClassTypeFilterSync(): PeerClassTypeFilter
  /**
   * libtorrent's get_settings().
   * @see https://libtorrent.org/reference-Session.html#get_settings()
   */
  getSettings(): Promise<Settings>
  /**
   * {@link getSettings} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_settings()
   */
  getSettingsSync(): Settings
  /**
   * libtorrent's get_torrent_status().
   * @see https://libtorrent.org/reference-Session.html#get_torrent_status()
   */
  getTorrentStatus(flags?: number): Promise<ReadonlyArray<TorrentStatus>>
  /**
   * {@link getTorrentStatus} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_torrent_status()
   */
  getTorrentStatusSync(flags?: number): ReadonlyArray<TorrentStatus>
  /**
   * libtorrent's get_torrents().
   * @see https://libtorrent.org/reference-Session.html#get_torrents()
   */
  getTorrents(): Promise<ReadonlyArray<TorrentHandle>>
  /**
   * {@link getTorrents} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#get_torrents()
   */
  getTorrentsSync(): ReadonlyArray<TorrentHandle>
  /**
   * libtorrent's is_dht_running().
   * @see https://libtorrent.org/reference-Session.html#is_dht_running()
   */
  isDhtRunning(): Promise<boolean>
  /**
   * {@link isDhtRunning} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#is_dht_running()
   */
  isDhtRunningSync(): boolean
  /**
   * libtorrent's is_listening().
   * @see https://libtorrent.org/reference-Session.html#is_listening()
   */
  isListening(): Promise<boolean>
  /**
   * {@link isListening} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#is_listening()
   */
  isListeningSync(): boolean
  /**
   * libtorrent's is_paused().
   * @see https://libtorrent.org/reference-Session.html#is_paused()
   */
  isPaused(): Promise<boolean>
  /**
   * {@link isPaused} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#is_paused()
   */
  isPausedSync(): boolean
  /**
   * libtorrent's listen_port().
   * @see https://libtorrent.org/reference-Session.html#listen_port()
   */
  listenPort(): Promise<number>
  /**
   * {@link listenPort} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#listen_port()
   */
  listenPortSync(): number
  /**
   * libtorrent's pause().
   * @see https://libtorrent.org/reference-Session.html#pause()
   */
  pause(): void
  /**
   * libtorrent's post_dht_stats().
   * @see https://libtorrent.org/reference-Session.html#post_dht_stats()
   */
  postDhtStats(): void
  /**
   * libtorrent's post_session_stats().
   * @see https://libtorrent.org/reference-Session.html#post_session_stats()
   */
  postSessionStats(): void
  /**
   * libtorrent's post_torrent_updates().
   * @see https://libtorrent.org/reference-Session.html#post_torrent_updates()
   */
  postTorrentUpdates(flags?: number): void
  /**
   * libtorrent's refresh_torrent_status().
   * @see https://libtorrent.org/reference-Session.html#refresh_torrent_status()
   */
  refreshTorrentStatus(
    torrents: ReadonlyArray<TorrentHandle>,
    flags?: number,
  ): Promise<ReadonlyArray<TorrentStatus>>
  /**
   * {@link refreshTorrentStatus} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#refresh_torrent_status()
   */
  refreshTorrentStatusSync(
    torrents: ReadonlyArray<TorrentHandle>,
    flags?: number,
  ): ReadonlyArray<TorrentStatus>
  /**
   * libtorrent's remove_torrent().
   * @see https://libtorrent.org/reference-Session.html#remove_torrent()
   */
  removeTorrent(torrent: TorrentHandle, flags?: number): void
  /**
   * libtorrent's reopen_network_sockets().
   * @see https://libtorrent.org/reference-Session.html#reopen_network_sockets()
   */
  reopenNetworkSockets(flags?: number): void
  /**
   * libtorrent's resume().
   * @see https://libtorrent.org/reference-Session.html#resume()
   */
  resume(): void
  /**
   * libtorrent's session_state().
   * @see https://libtorrent.org/reference-Session.html#session_state()
   */
  sessionState(flags?: number): Promise<SessionParams>
  /**
   * {@link sessionState} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#session_state()
   */
  sessionStateSync(flags?: number): SessionParams
  /**
   * libtorrent's set_dht_state().
   * @see https://libtorrent.org/reference-Session.html#set_dht_state()
   */
  setDhtState(state: DhtStateInit): void
  /**
   * libtorrent's set_ip_filter().
   * @see https://libtorrent.org/reference-Session.html#set_ip_filter()
   */
  setIpFilter(filter: IpFilter): void
  /**
   * libtorrent's set_peer_class().
   * @see https://libtorrent.org/reference-Session.html#set_peer_class()
   */
  setPeerClass(peerClass: number, info: PeerClassInfoInit): void
  /**
   * libtorrent's set_peer_class_filter().
   * @see https://libtorrent.org/reference-Session.html#set_peer_class_filter()
   */
  setPeerClassFilter(filter: IpFilter): void
  /**
   * libtorrent's set_peer_class_type_filter().
   * @see https://libtorrent.org/reference-Session.html#set_peer_class_type_filter()
   */
  setPeerClassTypeFilter(filter: PeerClassTypeFilter): void
  /**
   * libtorrent's set_port_filter().
   * @see https://libtorrent.org/reference-Session.html#set_port_filter()
   */
  setPortFilter(filter: PortFilter): void
  /**
   * libtorrent's ssl_listen_port().
   * @see https://libtorrent.org/reference-Session.html#ssl_listen_port()
   */
  sslListenPort(): Promise<number>
  /**
   * {@link sslListenPort} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Session.html#ssl_listen_port()
   */
  sslListenPortSync(): number
}

export interface TorrentHandleMethods {
  /**
   * libtorrent's add_http_seed().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_http_seed()
   */
  addHttpSeed(url: string): void
  /**
   * libtorrent's add_piece().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_piece()
   */
  addPiece(piece: number, data: Uint8Array, flags?: number): Promise<void>
  /**
   * {@link addPiece} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_piece()
   */
  addPieceSync(piece: number, data: Uint8Array, flags?: number): void
  /**
   * libtorrent's add_tracker().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_tracker()
   */
  addTracker(tracker: AnnounceEntryInit): void
  /**
   * libtorrent's add_url_seed().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#add_url_seed()
   */
  addUrlSeed(url: string): void
  /**
   * libtorrent's clear_error().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#clear_error()
   */
  clearError(): void
  /**
   * libtorrent's clear_peers().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#clear_peers()
   */
  clearPeers(): void
  /**
   * libtorrent's clear_piece_deadlines().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#clear_piece_deadlines()
   */
  clearPieceDeadlines(): void
  /**
   * libtorrent's connect_peer().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#connect_peer()
   */
  connectPeer(endpoint: Endpoint, source?: number, flags?: number): void
  /**
   * libtorrent's download_limit().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#download_limit()
   */
  downloadLimit(): Promise<number>
  /**
   * {@link downloadLimit} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#download_limit()
   */
  downloadLimitSync(): number
  /**
   * libtorrent's file_priority().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_priority()
   */
  filePriority(file: number): Promise<number>
  /**
   * {@link filePriority} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_priority()
   */
  filePrioritySync(file: number): number
  /**
   * libtorrent's file_progress().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_progress()
   */
  fileProgress(flags?: number): Promise<ReadonlyArray<number>>
  /**
   * {@link fileProgress} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_progress()
   */
  fileProgressSync(flags?: number): ReadonlyArray<number>
  /**
   * libtorrent's file_status().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_status()
   */
  fileStatus(): Promise<ReadonlyArray<OpenFileState>>
  /**
   * {@link fileStatus} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_status()
   */
  fileStatusSync(): ReadonlyArray<OpenFileState>
  /**
   * libtorrent's flags().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#flags()
   */
  flags(): Promise<number>
  /**
   * {@link flags} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#flags()
   */
  flagsSync(): number
  /**
   * libtorrent's flush_cache().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#flush_cache()
   */
  flushCache(): void
  /**
   * libtorrent's force_dht_announce().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_dht_announce()
   */
  forceDhtAnnounce(): void
  /**
   * libtorrent's force_lsd_announce().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_lsd_announce()
   */
  forceLsdAnnounce(): void
  /**
   * libtorrent's force_reannounce().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_reannounce()
   */
  forceReannounce(seconds?: number, trackerIndex?: number, flags?: number): void
  /**
   * libtorrent's force_recheck().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_recheck()
   */
  forceRecheck(): void
  /**
   * libtorrent's get_download_queue().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_download_queue()
   */
  getDownloadQueue(): Promise<ReadonlyArray<PartialPieceInfo>>
  /**
   * {@link getDownloadQueue} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_download_queue()
   */
  getDownloadQueueSync(): ReadonlyArray<PartialPieceInfo>
  /**
   * libtorrent's get_file_priorities().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_file_priorities()
   */
  getFilePriorities(): Promise<ReadonlyArray<number>>
  /**
   * {@link getFilePriorities} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_file_priorities()
   */
  getFilePrioritiesSync(): ReadonlyArray<number>
  /**
   * libtorrent's get_peer_info().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_peer_info()
   */
  getPeerInfo(): Promise<ReadonlyArray<PeerInfo>>
  /**
   * {@link getPeerInfo} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_peer_info()
   */
  getPeerInfoSync(): ReadonlyArray<PeerInfo>
  /**
   * libtorrent's get_piece_priorities().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_piece_priorities()
   */
  getPiecePriorities(): Promise<ReadonlyArray<number>>
  /**
   * {@link getPiecePriorities} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#get_piece_priorities()
   */
  getPiecePrioritiesSync(): ReadonlyArray<number>
  /**
   * libtorrent's have_piece().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#have_piece()
   */
  havePiece(piece: number): Promise<boolean>
  /**
   * {@link havePiece} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#have_piece()
   */
  havePieceSync(piece: number): boolean
  /**
   * libtorrent's http_seeds().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#http_seeds()
   */
  httpSeeds(): Promise<ReadonlyArray<string>>
  /**
   * {@link httpSeeds} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#http_seeds()
   */
  httpSeedsSync(): ReadonlyArray<string>
  /**
   * libtorrent's id().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#id()
   */
  id(): number
  /**
   * libtorrent's in_session().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#in_session()
   */
  inSession(): Promise<boolean>
  /**
   * {@link inSession} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#in_session()
   */
  inSessionSync(): boolean
  /**
   * libtorrent's info_hash().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#info_hash()
   */
  infoHash(): string
  /**
   * libtorrent's info_hashes().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#info_hashes()
   */
  infoHashes(): InfoHash
  /**
   * libtorrent's is_valid().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#is_valid()
   */
  isValid(): boolean
  /**
   * libtorrent's max_connections().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#max_connections()
   */
  maxConnections(): Promise<number>
  /**
   * {@link maxConnections} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#max_connections()
   */
  maxConnectionsSync(): number
  /**
   * libtorrent's max_uploads().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#max_uploads()
   */
  maxUploads(): Promise<number>
  /**
   * {@link maxUploads} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#max_uploads()
   */
  maxUploadsSync(): number
  /**
   * libtorrent's move_storage().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#move_storage()
   */
  moveStorage(savePath: string, flags?: MoveFlags): void
  /**
   * libtorrent's need_save_resume_data().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#need_save_resume_data()
   */
  needSaveResumeData(): Promise<boolean>
  /**
   * {@link needSaveResumeData} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#need_save_resume_data()
   */
  needSaveResumeDataSync(): boolean
  /**
   * libtorrent's pause().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#pause()
   */
  pause(flags?: number): void
  /**
   * libtorrent's piece_availability().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_availability()
   */
  pieceAvailability(): Promise<ReadonlyArray<number>>
  /**
   * {@link pieceAvailability} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_availability()
   */
  pieceAvailabilitySync(): ReadonlyArray<number>
  /**
   * libtorrent's piece_layers().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_layers()
   */
  pieceLayers(): Promise<ReadonlyArray<ReadonlyArray<string>>>
  /**
   * {@link pieceLayers} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_layers()
   */
  pieceLayersSync(): ReadonlyArray<ReadonlyArray<string>>
  /**
   * libtorrent's piece_priority().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_priority()
   */
  piecePriority(piece: number): Promise<number>
  /**
   * {@link piecePriority} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#piece_priority()
   */
  piecePrioritySync(piece: number): number
  /**
   * libtorrent's prioritize_files().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#prioritize_files()
   */
  prioritizeFiles(priorities: ReadonlyArray<number>): void
  /**
   * libtorrent's prioritize_pieces().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#prioritize_pieces()
   */
  prioritizePieces(priorities: ReadonlyArray<number>): Promise<void>
  /**
   * {@link prioritizePieces} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#prioritize_pieces()
   */
  prioritizePiecesSync(priorities: ReadonlyArray<number>): void
  /**
   * libtorrent's queue_position().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position()
   */
  queuePosition(): Promise<number>
  /**
   * libtorrent's queue_position_bottom().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_bottom()
   */
  queuePositionBottom(): void
  /**
   * libtorrent's queue_position_down().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_down()
   */
  queuePositionDown(): void
  /**
   * libtorrent's queue_position_set().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_set()
   */
  queuePositionSet(position: number): void
  /**
   * {@link queuePosition} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position()
   */
  queuePositionSync(): number
  /**
   * libtorrent's queue_position_top().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_top()
   */
  queuePositionTop(): void
  /**
   * libtorrent's queue_position_up().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#queue_position_up()
   */
  queuePositionUp(): void
  /**
   * libtorrent's read_piece().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#read_piece()
   */
  readPiece(piece: number): void
  /**
   * libtorrent's remove_http_seed().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#remove_http_seed()
   */
  removeHttpSeed(url: string): void
  /**
   * libtorrent's remove_url_seed().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#remove_url_seed()
   */
  removeUrlSeed(url: string): void
  /**
   * libtorrent's rename_file().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#rename_file()
   */
  renameFile(file: number, newName: string): Promise<void>
  /**
   * {@link renameFile} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#rename_file()
   */
  renameFileSync(file: number, newName: string): void
  /**
   * libtorrent's replace_trackers().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#replace_trackers()
   */
  replaceTrackers(trackers: ReadonlyArray<AnnounceEntryInit>): void
  /**
   * libtorrent's reset_piece_deadline().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#reset_piece_deadline()
   */
  resetPieceDeadline(piece: number): void
  /**
   * libtorrent's resume().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#resume()
   */
  resume(): void
  /**
   * libtorrent's save_resume_data().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#save_resume_data()
   */
  saveResumeData(flags?: number): void
  /**
   * libtorrent's scrape_tracker().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#scrape_tracker()
   */
  scrapeTracker(trackerIndex?: number): void
  /**
   * libtorrent's set_download_limit().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_download_limit()
   */
  setDownloadLimit(bytesPerSecond: number): void
  /**
   * libtorrent's set_file_priority().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_file_priority()
   */
  setFilePriority(file: number, priority: number): Promise<void>
  /**
   * {@link setFilePriority} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_file_priority()
   */
  setFilePrioritySync(file: number, priority: number): void
  /**
   * libtorrent's set_flags().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_flags()
   */
  setFlags(flags: number, mask?: number): void
  /**
   * libtorrent's set_max_connections().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_max_connections()
   */
  setMaxConnections(maxConnections: number): void
  /**
   * libtorrent's set_max_uploads().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_max_uploads()
   */
  setMaxUploads(maxUploads: number): void
  /**
   * libtorrent's set_metadata().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_metadata()
   */
  setMetadata(metadata: Uint8Array): Promise<boolean>
  /**
   * {@link setMetadata} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_metadata()
   */
  setMetadataSync(metadata: Uint8Array): boolean
  /**
   * libtorrent's set_piece_deadline().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_piece_deadline()
   */
  setPieceDeadline(piece: number, milliseconds: number, flags?: number): void
  /**
   * libtorrent's set_piece_priority().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_piece_priority()
   */
  setPiecePriority(piece: number, priority: number): void
  /**
   * libtorrent's set_ssl_certificate().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_ssl_certificate()
   */
  setSslCertificate(
    certificate: string,
    privateKey: string,
    dhParams: string,
    passphrase?: string,
  ): void
  /**
   * libtorrent's set_ssl_certificate_buffer().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_ssl_certificate_buffer()
   */
  setSslCertificateBuffer(certificate: string, privateKey: string, dhParams: string): void
  /**
   * libtorrent's set_upload_limit().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#set_upload_limit()
   */
  setUploadLimit(bytesPerSecond: number): void
  /**
   * libtorrent's status().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#status()
   */
  status(flags?: number): Promise<TorrentStatus>
  /**
   * {@link status} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#status()
   */
  statusSync(flags?: number): TorrentStatus
  /**
   * libtorrent's torrent_file().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#torrent_file()
   */
  torrentFile(): Promise<TorrentInfo | null>
  /**
   * {@link torrentFile} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#torrent_file()
   */
  torrentFileSync(): TorrentInfo | null
  /**
   * libtorrent's torrent_file_with_hashes().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#torrent_file_with_hashes()
   */
  torrentFileWithHashes(): Promise<TorrentInfo | null>
  /**
   * {@link torrentFileWithHashes} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#torrent_file_with_hashes()
   */
  torrentFileWithHashesSync(): TorrentInfo | null
  /**
   * libtorrent's trackers().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#trackers()
   */
  trackers(): Promise<ReadonlyArray<AnnounceEntry>>
  /**
   * {@link trackers} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#trackers()
   */
  trackersSync(): ReadonlyArray<AnnounceEntry>
  /**
   * libtorrent's unset_flags().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#unset_flags()
   */
  unsetFlags(flags: number): void
  /**
   * libtorrent's upload_limit().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#upload_limit()
   */
  uploadLimit(): Promise<number>
  /**
   * {@link uploadLimit} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#upload_limit()
   */
  uploadLimitSync(): number
  /**
   * libtorrent's url_seeds().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#url_seeds()
   */
  urlSeeds(): Promise<ReadonlyArray<string>>
  /**
   * {@link urlSeeds} on the calling thread, which waits for libtorrent's.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#url_seeds()
   */
  urlSeedsSync(): ReadonlyArray<string>
  /**
   * libtorrent's userdata().
   * @see https://libtorrent.org/reference-Torrent_Handle.html#userdata()
   */
  userdata(): number
}

export interface TorrentInfoMethods {
  /**
   * libtorrent's add_http_seed().
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_http_seed()
   */
  addHttpSeed(url: string, auth?: string, headers?: ReadonlyArray<readonly [string, string]>): void
  /**
   * libtorrent's add_node().
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_node()
   */
  addNode(node: readonly [string, number]): void
  /**
   * libtorrent's add_tracker().
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_tracker()
   */
  addTracker(url: string, tier?: number, source?: number): void
  /**
   * libtorrent's add_url_seed().
   * @see https://libtorrent.org/reference-Torrent_Info.html#add_url_seed()
   */
  addUrlSeed(url: string, auth?: string, headers?: ReadonlyArray<readonly [string, string]>): void
  /**
   * libtorrent's clear_trackers().
   * @see https://libtorrent.org/reference-Torrent_Info.html#clear_trackers()
   */
  clearTrackers(): void
  /**
   * libtorrent's collections().
   * @see https://libtorrent.org/reference-Torrent_Info.html#collections()
   */
  collections(): ReadonlyArray<string>
  /**
   * libtorrent's comment().
   * @see https://libtorrent.org/reference-Torrent_Info.html#comment()
   */
  comment(): string
  /**
   * libtorrent's creation_date().
   * @see https://libtorrent.org/reference-Torrent_Info.html#creation_date()
   */
  creationDate(): Date | null
  /**
   * libtorrent's creator().
   * @see https://libtorrent.org/reference-Torrent_Info.html#creator()
   */
  creator(): string
  /**
   * libtorrent's end_piece().
   * @see https://libtorrent.org/reference-Torrent_Info.html#end_piece()
   */
  endPiece(): number
  /**
   * libtorrent's free_piece_layers().
   * @see https://libtorrent.org/reference-Torrent_Info.html#free_piece_layers()
   */
  freePieceLayers(): void
  /**
   * libtorrent's hash_for_piece().
   * @see https://libtorrent.org/reference-Torrent_Info.html#hash_for_piece()
   */
  hashForPiece(piece: number): string
  /**
   * libtorrent's info().
   * @see https://libtorrent.org/reference-Torrent_Info.html#info()
   */
  info(key: string): Entry
  /**
   * libtorrent's info_hash().
   * @see https://libtorrent.org/reference-Torrent_Info.html#info_hash()
   */
  infoHash(): string
  /**
   * libtorrent's info_hashes().
   * @see https://libtorrent.org/reference-Torrent_Info.html#info_hashes()
   */
  infoHashes(): InfoHash
  /**
   * libtorrent's info_section().
   * @see https://libtorrent.org/reference-Torrent_Info.html#info_section()
   */
  infoSection(): Buffer
  /**
   * libtorrent's is_i2p().
   * @see https://libtorrent.org/reference-Torrent_Info.html#is_i2p()
   */
  isI2p(): boolean
  /**
   * libtorrent's is_loaded().
   * @see https://libtorrent.org/reference-Torrent_Info.html#is_loaded()
   */
  isLoaded(): boolean
  /**
   * libtorrent's is_valid().
   * @see https://libtorrent.org/reference-Torrent_Info.html#is_valid()
   */
  isValid(): boolean
  /**
   * libtorrent's last_piece().
   * @see https://libtorrent.org/reference-Torrent_Info.html#last_piece()
   */
  lastPiece(): number
  /**
   * libtorrent's map_block().
   * @see https://libtorrent.org/reference-Torrent_Info.html#map_block()
   */
  mapBlock(piece: number, offset: number, size: number): ReadonlyArray<FileSlice>
  /**
   * libtorrent's map_file().
   * @see https://libtorrent.org/reference-Torrent_Info.html#map_file()
   */
  mapFile(file: number, offset: number, size: number): PeerRequest
  /**
   * libtorrent's name().
   * @see https://libtorrent.org/reference-Torrent_Info.html#name()
   */
  name(): string
  /**
   * libtorrent's nodes().
   * @see https://libtorrent.org/reference-Torrent_Info.html#nodes()
   */
  nodes(): ReadonlyArray<readonly [string, number]>
  /**
   * libtorrent's num_files().
   * @see https://libtorrent.org/reference-Torrent_Info.html#num_files()
   */
  numFiles(): number
  /**
   * libtorrent's num_pieces().
   * @see https://libtorrent.org/reference-Torrent_Info.html#num_pieces()
   */
  numPieces(): number
  /**
   * libtorrent's piece_layer().
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_layer()
   */
  pieceLayer(file: number): Buffer
  /**
   * libtorrent's piece_length().
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_length()
   */
  pieceLength(): number
  /**
   * libtorrent's piece_range().
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_range()
   */
  pieceRange(): readonly [number, number]
  /**
   * libtorrent's piece_size().
   * @see https://libtorrent.org/reference-Torrent_Info.html#piece_size()
   */
  pieceSize(piece: number): number
  /**
   * libtorrent's priv().
   * @see https://libtorrent.org/reference-Torrent_Info.html#priv()
   */
  priv(): boolean
  /**
   * libtorrent's remap_files().
   * @see https://libtorrent.org/reference-Torrent_Info.html#remap_files()
   */
  remapFiles(files: FileStorage): void
  /**
   * libtorrent's rename_file().
   * @see https://libtorrent.org/reference-Torrent_Info.html#rename_file()
   */
  renameFile(file: number, newName: string): void
  /**
   * libtorrent's set_piece_layers().
   * @see https://libtorrent.org/reference-Torrent_Info.html#set_piece_layers()
   */
  setPieceLayers(layers: ReadonlyArray<Uint8Array>): void
  /**
   * libtorrent's set_web_seeds().
   * @see https://libtorrent.org/reference-Torrent_Info.html#set_web_seeds()
   */
  setWebSeeds(seeds: ReadonlyArray<WebSeedEntryInit>): void
  /**
   * libtorrent's similar_torrents().
   * @see https://libtorrent.org/reference-Torrent_Info.html#similar_torrents()
   */
  similarTorrents(): ReadonlyArray<string>
  /**
   * libtorrent's ssl_cert().
   * @see https://libtorrent.org/reference-Torrent_Info.html#ssl_cert()
   */
  sslCert(): string
  /**
   * libtorrent's total_size().
   * @see https://libtorrent.org/reference-Torrent_Info.html#total_size()
   */
  totalSize(): number
  /**
   * libtorrent's trackers().
   * @see https://libtorrent.org/reference-Torrent_Info.html#trackers()
   */
  trackers(): ReadonlyArray<AnnounceEntry>
  /**
   * libtorrent's v1().
   * @see https://libtorrent.org/reference-Torrent_Info.html#v1()
   */
  v1(): boolean
  /**
   * libtorrent's v2().
   * @see https://libtorrent.org/reference-Torrent_Info.html#v2()
   */
  v2(): boolean
  /**
   * libtorrent's web_seeds().
   * @see https://libtorrent.org/reference-Torrent_Info.html#web_seeds()
   */
  webSeeds(): ReadonlyArray<WebSeedEntry>
}

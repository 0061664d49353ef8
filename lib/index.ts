import './hooks'

export { Bitfield } from './support/bitfield'
export { printable } from './support/printable'
export { CreateTorrent } from './metainfo/create-torrent'
export { LibtorrentError, type ErrorCode } from './support/errors'
export { FileStorage } from './metainfo/file-storage'
export { IpFilter, PeerClassTypeFilter, PortFilter } from './session/filters'
export {
  addFiles,
  addFilesSync,
  bdecode,
  bencode,
  defaultSettings,
  findMetricIdx,
  generateFingerprint,
  highPerformanceSeed,
  loadTorrentBuffer,
  loadTorrentFile,
  minMemoryUsage,
  operationName,
  readResumeData,
  sessionStatsMetrics,
  truncateFiles,
  version,
  writeResumeData,
  writeResumeDataBuf,
  writeTorrentFile,
  writeTorrentFileBuf,
} from './metainfo/functions'
export * from './dht/ed25519'
export { createFetchHandler, createHttpHandler } from './http/handler'
export { httpPath } from './http/listing'
export { serveHttp } from './http/server'
export { makeMagnetUri, parseMagnetUri } from './metainfo/magnet-uri'
export { fastLocalTransfer, privateDht, throughProxy } from './session/presets'
export { Preformatted } from './metainfo/preformatted'
export { loadSource } from './metainfo/source'
export { prometheusContentType, prometheusText } from './session/prometheus'
export { Session } from './session/session'
export { readSessionParams, writeSessionParams, writeSessionParamsBuf } from './session/state'
export { TorrentFile } from './torrent/file'
export { TorrentStore } from './session/store'
export { TorrentHandle } from './torrent/torrent-handle'
export { TorrentInfo } from './metainfo/torrent-info'
export { createTorrent } from './transfer/create'
export { Download, download } from './transfer/download'
export { fetchMetadata } from './transfer/fetch-metadata'
export { Seeding, seed } from './transfer/seed'
export { alertTypes, torrentAlertTypes } from './generated/alerts'
export * from './generated/enums'
export { settingsMetadata } from './generated/settings'

export type { AlertIterator, AlertsOptions, Overflow } from './alerts/iterator'
export type { DhtAnnounceOptions, DhtMutableItemOptions, DhtNode } from './dht/dht'
export type { AlertName } from './alerts/emitting'
export type {
  AnyListener,
  EventName,
  Listener,
  ListenerMap,
  TorrentListenerMap,
} from './alerts/emitter'
export type { CreateTorrentSummary, HashOptions } from './metainfo/create-torrent'
export type { FileEntry, FileStorageSummary } from './metainfo/file-storage'
export type { ClassesOfType, PortRange } from './session/filters'
export type { FetchHandler, HttpHandler, HttpHandlerOptions } from './http/handler'
export type { ListedFile, ListedTorrent } from './http/listing'
export type { HttpServer, ServeHttpOptions } from './http/server'
export type { AddFilesOptions, AddFilesSyncOptions } from './metainfo/functions'
export type { ReadStreamOptions } from './torrent/read-stream'
export type { CreatedTorrent, CreateOptions, HashProgress } from './transfer/create'
export type { DownloadedFile, DownloadOptions } from './transfer/download'
export type { FetchMetadataOptions } from './transfer/fetch-metadata'
export type { SessionChoice } from './transfer/ownership'
export type { ProgressOptions, TransferProgress } from './transfer/progress'
export type { SeedOptions } from './transfer/seed'
export type { DownloadTimes } from './transfer/times'
export type { AddOptions } from './session/add'
export type { TrackerList } from './metainfo/trackers'
export type { FileSelection } from './metainfo/select'
export type { HttpOptions } from './metainfo/fetch-torrent'
export type { LoadSourceOptions, SourceParams, TorrentSource } from './metainfo/source'
export type { SessionOptions } from './session/options'
export type { RemoveTorrentOptions, TorrentUpdatesOptions } from './session/requests'
export type { PrometheusOptions } from './session/prometheus'
export type { SessionState } from './session/state'
export type { TorrentFileSummary } from './torrent/file'
export type { RestoredTorrent } from './session/store-restore'
export type { TorrentStoreEvents, TorrentStoreOptions } from './session/store'
export type {
  ConnectPeerOptions,
  MoveStorageOptions,
  ReannounceOptions,
  RenameOptions,
  ResumeData,
  SaveResumeDataOptions,
} from './torrent/requests'
export type { TorrentInfoSummary } from './metainfo/torrent-info'
export type { ScrapeOptions, ScrapeResult } from './torrent/scrape'
export type { FinishedOptions } from './torrent/waits'
export type { AlertWaitOptions, TorrentAlertWaitOptions } from './alerts/wait-for'
export type { WaitOptions } from './support/options'
export type * from './generated/alerts'
export type * from './generated/records'
export type { NewerSetting, SettingInfo, Settings, SettingsInit } from './generated/settings'

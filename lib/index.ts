import './runtime'

export { Bitfield } from './bitfield'
export { CreateTorrent } from './create_torrent'
export { LibtorrentError } from './errors'
export { FileStorage } from './file_storage'
export { IpFilter, PeerClassTypeFilter, PortFilter } from './filters'
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
} from './functions'
export {
  ed25519AddScalarPublic,
  ed25519AddScalarSecret,
  ed25519CreateKeypair,
  ed25519CreateSeed,
  ed25519KeyExchange,
  ed25519Sign,
  ed25519Verify,
  signMutableItem,
} from './keys'
export { makeMagnetUri, parseMagnetUri } from './magnet_uri'
export { fastLocalTransfer } from './presets'
export { Preformatted } from './preformatted'
export { Session } from './session'
export { readSessionParams, writeSessionParams, writeSessionParamsBuf } from './session_params'
export { TorrentHandle } from './torrent_handle'
export { TorrentInfo } from './torrent_info'
export { alertTypes } from './generated/alerts'
export * from './generated/enums'
export { settingsMetadata } from './generated/settings'

export type { AlertIterator } from './alert_iterator'
export type { DhtAnnounceOptions, DhtNode, DhtOptions } from './dht_session'
export type { EventName, Listener, ListenerMap } from './dispatch'
export type { CreateTorrentSummary, HashOptions } from './create_torrent'
export type { FileStorageSummary } from './file_storage'
export type { ClassesOfType, PortRange } from './filters'
export type { AddFilesOptions } from './functions'
export type { ReadStreamOptions } from './read_stream'
export type { SessionOptions } from './session_options'
export type { SessionState } from './session_params'
export type { RenameOptions, RequestOptions, ResumeData } from './torrent_handle'
export type { TorrentInfoSummary } from './torrent_info'
export type { ScrapeResult } from './scrape'
export type { TorrentWaitOptions } from './torrent_waits'
export type { WaitOptions } from './wait'
export type * from './generated/alerts'
export type * from './generated/records'
export type { NewerSetting, SettingInfo, Settings, SettingsInit } from './generated/settings'

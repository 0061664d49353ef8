export {
  type Downloaded,
  downloadTorrent,
  type DownloadTorrentOptions,
  type Incomplete,
} from './node/download-torrent'
export { type MadeTorrent, makeTorrent, type MakeTorrentOptions } from './node/content'
export { type TransferProgress } from './node/transfer'
export { seedFile, type Seeding, type SeedOptions, type SeedStats } from './node/seeding'
export { type NetworkOptions, nodeSettings } from './node/session'
export { type TorrentVersion, type Transport } from './plan/parameters'
export { waitForTorrent, type WaitOptions } from './node/source'
export {
  type EmbeddedTracker,
  startTracker,
  type TrackerOptions,
  type TrackerProtocol,
} from './coordinator/tracker'
export { UserError } from './util/errors'

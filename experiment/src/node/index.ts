export {
  type Downloaded,
  downloadTorrent,
  type DownloadTorrentOptions,
  type Incomplete,
} from './download-torrent'
export { type TransferTimes } from '../results/iteration-result'
export {
  type MadeTorrent,
  makeTorrent,
  type MakeTorrentOptions,
  type TorrentVersion,
} from './make-torrent'
export { type TransferProgress } from './monitor'
export { seedFile, type SeedOptions } from './seed-file'
export { type Seeding, type SeedStats } from './seeding'
export { type NetworkOptions, nodeSettings, type Transport } from './session-settings'
export { type TorrentInput } from './source'
export { waitForTorrent, type WaitOptions } from './wait-for-torrent'

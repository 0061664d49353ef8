export {
  type Downloaded,
  downloadTorrent,
  type DownloadTorrentOptions,
  type Incomplete,
} from './downloadTorrent'
export { type TransferTimes } from '../measure/results'
export {
  type MadeTorrent,
  makeTorrent,
  type MakeTorrentOptions,
  type TorrentVersion,
} from './makeTorrent'
export { type TransferProgress } from './monitor'
export { seedFile, type SeedOptions } from './seedFile'
export { type Seeding, type SeedStats } from './seeding'
export { type NetworkOptions, nodeSettings, type Transport } from './settings'
export { type TorrentInput } from './source'
export { waitForTorrent, type WaitOptions } from './waitForTorrent'

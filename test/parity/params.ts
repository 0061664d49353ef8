// add_torrent_params as reference.py takes and gives them.
import * as lt from '../../lib'
import { camelCase, mapValues, plain, snakeCase } from './reference'

type Pair = readonly [string, number]

/** What Python sets on an add_torrent_params. */
export interface PlainParams {
  readonly info_hashes?: { readonly v1: string; readonly v2: string }
  readonly ti?: Uint8Array
  readonly peers?: readonly Pair[]
  readonly banned_peers?: readonly Pair[]
  readonly dht_nodes?: readonly Pair[]
  readonly renamed_files?: Readonly<Record<number, string>>
  readonly unfinished_pieces?: Readonly<Record<number, readonly boolean[]>>
  readonly have_pieces?: readonly boolean[]
  readonly verified_pieces?: readonly boolean[]
  readonly [name: string]: unknown
}

const endpointOf = ([address, port]: Pair): lt.Endpoint => ({ address, port })

const nullHash = /^0*$/

function mapOf<T>(record: Readonly<Record<number, T>>): Map<number, T> {
  return new Map(Object.entries(record).map(([key, value]) => [Number(key), value]))
}

/** The same for us. */
export function initOf(values: PlainParams): Partial<lt.AddTorrentParamsInit> {
  const { info_hashes, ti, peers, banned_peers, renamed_files, unfinished_pieces, ...rest } = values
  const init = Object.entries(rest).map(([name, value]) => [
    camelCase(name),
    points.has(name) ? new Date(Number(value) * 1000) : value,
  ])
  return {
    ...(Object.fromEntries(init) as Partial<lt.AddTorrentParamsInit>),
    ...(info_hashes && {
      infoHashes: mapValues(info_hashes, (hash: string) => (nullHash.test(hash) ? null : hash)),
    }),
    ...(ti && { ti: new lt.TorrentInfo(ti) }),
    ...(peers && { peers: peers.map(endpointOf) }),
    ...(banned_peers && { bannedPeers: banned_peers.map(endpointOf) }),
    ...(renamed_files && { renamedFiles: mapOf(renamed_files) }),
    ...(unfinished_pieces && { unfinishedPieces: mapOf(unfinished_pieces) }),
  }
}

const unknownToPython: ReadonlySet<string> = new Set([
  'ti',
  'userdata',
  'merkleTrees',
  'merkleTreeMask',
  'verifiedLeafHashes',
])

// Points in time are Dates, spans are numbers.
const points: ReadonlySet<string> = new Set([
  'added_time',
  'completed_time',
  'last_seen_complete',
  'last_download',
  'last_upload',
])

const none = 0xffffff // in resume data

/** What Python has where a key of ours is missing. */
const absent: Readonly<Record<string, unknown>> = {
  trackers: [],
  tracker_tiers: [],
  dht_nodes: [],
  name: '',
  save_path: '',
  storage_mode: 'storage_mode_sparse',
  file_priorities: [],
  trackerid: '',
  max_uploads: -1,
  max_connections: -1,
  upload_limit: -1,
  download_limit: -1,
  added_time: 0,
  completed_time: 0,
  last_seen_complete: 0,
  num_complete: -1,
  num_incomplete: -1,
  num_downloaded: -1,
  http_seeds: [],
  url_seeds: [],
  peers: [],
  banned_peers: [],
  unfinished_pieces: {},
  have_pieces: [],
  verified_pieces: [],
  piece_priorities: [],
  renamed_files: {},
  last_download: 0,
  last_upload: 0,
}

/** Ours as `params_to()` of reference.py gives Python's. */
export function paramsOf(params: lt.AddTorrentParams): Record<string, unknown> {
  const known = Object.entries(params).filter(([name]) => !unknownToPython.has(name))
  const pairs = known.map(([name, value]) => {
    const key = snakeCase(name)
    if (name === 'peers' || name === 'bannedPeers') {
      const endpoints = value as readonly lt.Endpoint[]
      return [key, endpoints.map(({ address, port }) => [address, port])]
    }
    return [key, plain(value)]
  })
  return { ...absent, ...(Object.fromEntries(pairs) as Record<string, unknown>) }
}

/** Python's, with one number for what is unknown. */
export function withoutNone(answer: unknown): unknown {
  const entries = Object.entries(answer as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, value]) => [key, value === none ? -1 : value]))
}

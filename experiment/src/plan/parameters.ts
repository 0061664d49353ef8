import * as lt from 'libtorrent-napi'
import { z } from 'zod'
import { usageError } from '../util/errors'
import { formatSize, parseInteger, parseSize } from '../util/units'
import { choice, discoveries, parameter, rate, settingsOfRole, toggle } from './parameter-kinds'
import type { Parameter } from './parameter-kinds'

export const transports = ['tcp', 'utp', 'both'] as const
export type Transport = (typeof transports)[number]
export const torrentVersions = ['v1', 'v2', 'hybrid'] as const
export type TorrentVersion = (typeof torrentVersions)[number]

const presetNames = ['none', 'swarm', 'swarm-fast'] as const

export const expectedPieceSize = 'expected a power of two from 16KiB to 256MiB'

function encryptionPolicy(policy: number): lt.SettingsInit {
  return { in_enc_policy: policy, out_enc_policy: policy }
}

/** A DHT of the nodes of the run. Nodes of one address count as one node unless these settings allow more. */
const privateDht: lt.SettingsInit = {
  enable_dht: true,
  dht_bootstrap_nodes: '',
  dht_restrict_routing_ips: false,
  dht_restrict_search_ips: false,
  dht_ignore_dark_internet: false,
  dht_prefer_verified_node_ids: false,
  // libtorrent ignores an address for five minutes after five requests a second: all nodes of a machine share one
  dht_block_ratelimit: 1_000_000,
}

/**
 * Everything that an experimenter varies: the one table that makes the keys of plans, the options of the command line,
 * their documentation, and the settings of the sessions.
 */
export const parameters = {
  peers: parameter({
    help: 'number of peers; with --torrent: end after so many downloads',
    defaultText: '3',
    defaultValue: () => 3,
    argument: '<n>',
    schema: z.int().min(1).max(1000),
    parse: (text, option) => parseInteger(text, option, 1, 1000),
  }),
  transport: choice(transports, {
    help: 'transport of BitTorrent',
    defaultText: 'tcp',
    defaultValue: ({ libtorrentDefaults }) => (libtorrentDefaults ? 'both' : 'tcp'),
    settings: (transport) => ({
      enable_incoming_tcp: transport !== 'utp',
      enable_outgoing_tcp: transport !== 'utp',
      enable_incoming_utp: transport !== 'tcp',
      enable_outgoing_utp: transport !== 'tcp',
    }),
  }),
  encryption: choice(['off', 'allowed', 'forced'], {
    help: 'encryption, of the handshake if allowed, of everything (RC4) if forced',
    defaultText: "allowed, which is libtorrent's",
    defaultValue: () => 'allowed',
    argument: '<mode>',
    settings: (mode) => {
      if (mode === 'off') return encryptionPolicy(lt.encPolicy.peDisabled)
      if (mode === 'allowed') return encryptionPolicy(lt.encPolicy.peEnabled)
      return { ...encryptionPolicy(lt.encPolicy.peForced), allowed_enc_level: lt.encLevel.peRc4 }
    },
  }),
  torrentVersion: choice(torrentVersions, {
    help: 'version of the torrents',
    defaultText: 'hybrid; with --torrent v1',
    defaultValue: () => 'hybrid',
    argument: '<version>',
  }),
  pieceSize: parameter({
    help: 'a power of two from 16KiB to 256MiB',
    defaultText: 'what suits the size',
    defaultValue: () => 0,
    argument: '<size>',
    schema: z.int().min(0).refine(isPieceSize, expectedPieceSize),
    parse: (text, option) => {
      const size = parseSize(text)
      if (isPieceSize(size)) return size
      throw usageError(`bad ${option} '${text}': ${expectedPieceSize}`)
    },
    takesText: true,
    format: (size) => (size === 0 ? 'what suits the size' : formatSize(size)),
  }),
  discovery: choice(discoveries, {
    help: 'how peers are found; direct means that the seeder sends addresses',
    defaultText: 'tracker',
    defaultValue: ({ discovery }) => discovery,
    argument: '<how>',
  }),
  tracker: parameter({
    help: "'http' or 'udp' for the embedded one, the URL of another one, or 'none'",
    defaultText: 'udp; with --torrent http',
    defaultValue: () => 'udp',
    argument: '<url>',
    schema: z.string(),
    parse: (text) => text,
  }),
  dht: toggle({
    help: 'a DHT of the nodes',
    defaultText: 'off',
    defaultValue: ({ discovery }) => discovery === 'dht',
    settings: (isOn) => (isOn ? privateDht : {}),
  }),
  lsd: toggle({
    help: 'local service discovery',
    defaultText: 'off',
    defaultValue: ({ discovery }) => discovery === 'lsd',
    settings: (isOn) => ({ enable_lsd: isOn }),
  }),
  pex: toggle({
    help: 'peer exchange',
    defaultText: 'off',
    defaultValue: ({ libtorrentDefaults }) => libtorrentDefaults,
  }),
  seederUp: rate('seeder', 'upload_rate_limit', 'bytes a second that the seeder may send: 500kB'),
  seederDown: rate('seeder', 'download_rate_limit', 'bytes a second that the seeder may receive'),
  peerUp: rate('peer', 'upload_rate_limit', 'bytes a second that each peer may send'),
  peerDown: rate('peer', 'download_rate_limit', 'bytes a second that each peer may receive'),
  choker: choice(['fixed-slots', 'rate-based'], {
    help: 'how many peers a node unchokes',
    defaultText: 'fixed-slots',
    defaultValue: () => 'fixed-slots',
    settings: (name) => ({
      choking_algorithm: {
        'fixed-slots': lt.chokingAlgorithm.fixedSlotsChoker,
        'rate-based': lt.chokingAlgorithm.rateBasedChoker,
      }[name],
    }),
  }),
  seedChoker: choice(['round-robin', 'fastest-upload', 'anti-leech'], {
    help: 'which peers a seed unchokes',
    defaultText: 'round-robin',
    defaultValue: () => 'round-robin',
    settings: (name) => ({
      seed_choking_algorithm: {
        'round-robin': lt.seedChokingAlgorithm.roundRobin,
        'fastest-upload': lt.seedChokingAlgorithm.fastestUpload,
        'anti-leech': lt.seedChokingAlgorithm.antiLeech,
      }[name],
    }),
  }),
  superSeeding: toggle({
    help: 'the node that has the file names each peer other pieces (super seeding)',
    defaultText: 'off',
    defaultValue: () => false,
  }),
  exemptLocal: toggle({
    help: 'exemption of local addresses from limits and choking',
    defaultText: 'on; off with rates or a choker',
    defaultValue: ({ isLimited }) => !isLimited,
  }),
  disk: choice(['standard', 'mmap', 'posix'], {
    help: 'disk back end',
    defaultText: 'standard',
    defaultValue: () => 'standard',
  }),
  tcpNoDelay: toggle({
    help: 'TCP_NODELAY',
    defaultText: 'on',
    defaultValue: ({ libtorrentDefaults }) => !libtorrentDefaults,
  }),
  settings: settingsOfRole('set', 'any setting of libtorrent'),
  seederSettings: settingsOfRole('seeder-set', 'settings of the seeder only', 'seeder'),
  peerSettings: settingsOfRole('peer-set', 'settings of the peers only', 'peer'),
  preset: choice(presetNames, {
    help: 'parameters for a purpose, each of which may be given as well',
    defaultText: 'none',
    defaultValue: () => 'none',
  }),
  libtorrentDefaults: parameter({
    help: "libtorrent's defaults, and none of the optimisations for small transfers",
    defaultText: null,
    defaultValue: () => false,
    schema: z.boolean(),
    parse: () => true,
  }),
}

export type ParameterName = keyof typeof parameters
type ValueOf<Line> = Line extends Parameter<infer T> ? T : never
export type Values = { readonly [Name in ParameterName]: ValueOf<(typeof parameters)[Name]> }

/** The lines of the table, each with its name. */
export const parameterEntries = Object.entries(parameters) as [ParameterName, Parameter<unknown>][]

export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name)
}

/** Whether libtorrent can use a piece size, in bytes; 0 stands for a choice of its own. */
export function isPieceSize(size: number): boolean {
  return size === 0 || (Number.isInteger(Math.log2(size)) && size >= 2 ** 14 && size <= 2 ** 28)
}

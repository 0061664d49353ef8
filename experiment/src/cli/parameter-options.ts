import type { Command } from 'commander'
import {
  chokers,
  discoveries,
  disks,
  encryptions,
  seedChokers,
  type Settings,
} from '../plan/condition'
import type { Knobs } from '../plan/parameters'
import { parseSetting } from '../plan/libtorrent-settings'
import { checkPieceSize, torrentVersions } from '../node/make-torrent'
import { transports } from '../node/session-settings'
import { parseSize } from '../util/units'
import { integer, oneOf } from './command'

/** The options that stand for knobs, by commander's names: those of a plan file but for settings. */
export interface KnobArguments extends Omit<
  Knobs,
  'settings' | 'seederSettings' | 'peerSettings' | 'tracker'
> {
  readonly tracker?: string
  /** A number stands for `peers`, too. */
  readonly localPeers?: number | true
  readonly set?: Settings
  readonly seederSet?: Settings
  readonly peerSet?: Settings
}

/** The knobs that were turned on the command line; no others. */
export function knobsOf(args: KnobArguments): Knobs {
  const { set, seederSet, peerSet, localPeers } = args
  const turned = Object.fromEntries(
    knobNames.flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]]])),
  ) as Knobs
  return {
    ...(typeof localPeers === 'number' && { peers: localPeers }),
    ...turned,
    ...(set && { settings: set }),
    ...(seederSet && { seederSettings: seederSet }),
    ...(peerSet && { peerSettings: peerSet }),
  }
}

const knobNames = [
  ...(['peers', 'stock', 'transport', 'encryption', 'torrentVersion', 'pieceSize'] as const),
  ...(['discovery', 'tracker', 'dht', 'lsd', 'pex', 'choker', 'seedChoker'] as const),
  ...(['exemptLocal', 'disk', 'tcpNoDelay'] as const),
  ...(['seederUp', 'seederDown', 'peerUp', 'peerDown'] as const),
] as const satisfies readonly (keyof Knobs)[]

/** What is compared by experimenters. */
export function knobOptions(command: Command): void {
  swarmKnobs(command)
  libtorrentKnobs(command)
}

function swarmKnobs(command: Command): void {
  command
    .option(
      '--transport <name>',
      'tcp, utp or both (default: tcp)',
      choice('transport', transports),
    )
    .option('--encryption <mode>', encryptionHelp, choice('encryption', encryptions))
    .option('--torrent-version <version>', versionHelp, choice('torrent-version', torrentVersions))
    .option('--piece-size <size>', 'a power of two from 16KiB (default: what suits)', pieceSize)
    .option('--discovery <how>', discoveryHelp, choice('discovery', discoveries))
    .option('--tracker <url>', trackerHelp)
    .option('--dht <state>', 'on or off: a DHT of the nodes (default: off)', onOff('--dht'))
    .option('--lsd <state>', 'on or off: local service discovery (default: off)', onOff('--lsd'))
    .option('--pex <state>', 'on or off: peer exchange (default: off)', onOff('--pex'))
    .option('--seeder-up <rate>', 'bytes a second that the seeder may send: 500kB ...', rate)
    .option('--seeder-down <rate>', 'bytes a second that it may receive', rate)
    .option('--peer-up <rate>', 'bytes a second that each peer may send', rate)
    .option('--peer-down <rate>', 'bytes a second that each may receive', rate)
}

function libtorrentKnobs(command: Command): void {
  command
    .option('--choker <name>', chokerHelp, choice('choker', chokers))
    .option('--seed-choker <name>', seedChokerHelp, choice('seed-choker', seedChokers))
    .option('--exempt-local <state>', exemptHelp, onOff('--exempt-local'))
    .option('--disk <name>', 'standard, mmap or posix (default: standard)', choice('disk', disks))
    .option(
      '--tcp-no-delay <state>',
      'on or off: TCP_NODELAY (default: on)',
      onOff('--tcp-no-delay'),
    )
    .option('--set <name=value>', 'any setting of libtorrent (repeatable)', settings('--set'))
    .option('--seeder-set <name=value>', "the seeder's only (repeatable)", settings('--seeder-set'))
    .option('--peer-set <name=value>', "the peers' only (repeatable)", settings('--peer-set'))
    .option('--stock', "libtorrent's defaults, and none of the tricks that make transfers fast")
}

const encryptionHelp = "off, allowed or forced (default: allowed, which is libtorrent's)"
const versionHelp = 'v1, v2 or hybrid (default: hybrid; with --torrent v1)'
const discoveryHelp = 'tracker, direct (peers are told addresses), dht or lsd (default: tracker)'
const trackerHelp =
  "'http' or 'udp' for the embedded one, another one's URL, or 'none' (default: udp; with --torrent http)"
const chokerHelp = 'whom a peer unchokes: fixed-slots or rate-based (default: fixed-slots)'
const seedChokerHelp = 'the same of a seed: round-robin, fastest-upload or anti-leech'
const exemptHelp =
  'on or off: no limits or choking for local addresses (default: on; off with rates or a choker)'

const choice = <T extends string>(name: string, values: readonly T[]) => oneOf(values, `--${name}`)

function onOff(name: string): (text: string) => boolean {
  const parse = oneOf(['on', 'off'], name)
  return (text) => parse(text) === 'on'
}

function rate(text: string): number {
  return text === '0' ? 0 : parseSize(text)
}

function pieceSize(text: string): number {
  const size = parseSize(text)
  checkPieceSize(size)
  return size
}

function settings(option: string): (text: string, earlier?: Settings) => Settings {
  return (text, earlier) => ({ ...earlier, ...parseSetting(text, option) })
}

/** How many take part. */
export const parsePeers = integer('--peers', 1, 1000)

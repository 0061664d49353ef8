import type { Command } from 'commander'
import { type Endpoint, parseListen } from '../net/endpoint'
import { type TorrentVersion, torrentVersions } from '../transfer/makeTorrent'
import { type Transport, transports } from '../transfer/settings'
import { parseSeconds, parseSize } from '../units'
import { collect, integer, makeCommand, oneOf } from './command'
import { type LocalArguments, localOptions } from './localOptions'

/** Where peers look for the seeder unless they are told. */
export const defaultPort = 7700

export interface SeedArguments extends LocalArguments {
  readonly file?: string
  readonly fileSize?: number[]
  readonly iterations?: number[]
  readonly torrent?: string
  readonly savePath?: string
  readonly peers?: number
  readonly port: number
  readonly token?: string
  readonly tracker: string
  readonly trackerPort?: number
  readonly listen?: Endpoint
  readonly transport: Transport
  readonly discovery: 'tracker' | 'direct'
  readonly torrentVersion: TorrentVersion
  readonly pieceSize?: number
  readonly timeout?: number
  readonly results?: string
}

/** Where the seeder listens unless it is told: only this machine reaches it. */
export const loopback: Endpoint = { host: '127.0.0.1', port: 0 }

/** The command line of seed.js. */
export function seedCommand(): Command {
  const command = makeCommand(
    'seed.js',
    'Shares files with peers over BitTorrent, and measures how long that takes.',
  )
  contentOptions(command)
  runOptions(command)
  networkOptions(command)
  localOptions(command)
  return command.addHelpText('after', examples)
}

function contentOptions(command: Command): void {
  command
    .option('--file <path>', 'file to share; made if it does not exist and --file-size is given')
    .option('--file-size <size>', sizeHelp, collect(parseSize))
    .option('--iterations <n>', 'transfers of each size (repeatable, one per size)', counts)
    .option(
      '--torrent <path>',
      'write this .torrent and share the file, instead of directing peers',
    )
    .option('--save-path <directory>', 'where files are made (default: a temporary directory)')
    .option('--torrent-version <version>', 'v1, v2 or hybrid', version, 'hybrid')
    .option('--piece-size <size>', 'a power of two from 16KiB (default: what suits)', parseSize)
}

function runOptions(command: Command): void {
  command
    .option('--peers <n>', peersHelp, integer('--peers', 1, 1000))
    .option('--port <n>', 'where the peers report', integer('--port', 0, 65535), defaultPort)
    .option('--token <text>', 'what peers have to show (default: none on loopback, else random)')
    .option('--timeout <seconds>', timeoutHelp, (text) => parseSeconds(text, '--timeout'))
    .option('--results <file>', 'append every iteration to this file, as JSON lines')
}

function networkOptions(command: Command): void {
  command
    .option('--tracker <url>', "'http' or 'udp' for the embedded one, or another one's URL", 'http')
    .option('--tracker-port <n>', 'of the embedded tracker (default: any)', trackerPort)
    .option('--listen <address>', 'IP address, port optional (default: 127.0.0.1)', parseListen)
    .option('--transport <name>', 'tcp, utp or both', oneOf(transports, '--transport'), 'tcp')
    .option(
      '--discovery <how>',
      'tracker, or direct: peers are told addresses',
      discovery,
      'tracker',
    )
}

const sizeHelp = 'size of random content: 10240, 10kB, 1MiB ... (repeatable)'
const peersHelp = 'how many take part (default: 3); with --torrent: end when so many are done'
const timeoutHelp = 'what a transfer may take (default: 60, and 1 more per MB)'

const counts = collect(integer('--iterations', 1, 1e6))
const trackerPort = integer('--tracker-port', 0, 65535)
const version = oneOf(torrentVersions, '--torrent-version')
const discovery = oneOf(['tracker', 'direct'], '--discovery')

const examples = `
Start the peers first. Examples:
  node peer.js                                          (three times)
  node seed.js --file-size 10kB --iterations 20         directs them and prints a table
  node seed.js --local-peers 3                          starts them itself
  node seed.js --listen 192.168.1.5 --peers 2           says how to start peers elsewhere
  node seed.js --file film.mkv --torrent film.torrent   for peer.js --torrent film.torrent
`

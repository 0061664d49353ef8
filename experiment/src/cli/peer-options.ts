import { type Command, Option } from 'commander'
import { type Endpoint, parseEndpoint, parseListen, parseTrackerUrl } from '../util/endpoint'
import { type Transport, transports } from '../plan/parameters'
import { parseSeconds, parseSize } from '../util/units'
import { choiceOption, collect, integer, makeCommand } from './command'
import { parseToken } from '../protocol/orders'
import { parseFingerprint } from '../protocol/tls'
import { defaultPort, interfaceHelp } from './seed-options'

export interface PeerArguments {
  readonly seeder?: Endpoint
  readonly torrent?: string
  readonly savePath?: string
  readonly file?: string
  readonly fileSize?: number[]
  readonly iterations?: number[]
  readonly tracker?: string[]
  readonly peer?: Endpoint[]
  readonly listen?: Endpoint
  readonly transport: Transport
  readonly token?: string | undefined
  readonly tls?: string
  readonly wait?: number
  readonly timeout?: number
  readonly stay: boolean
  readonly keep: boolean
  readonly quiet: boolean
  readonly sessions: number
  readonly interface?: string
  /** What the seeder calls this machine. Default: its host name. */
  readonly name?: string
  /** Set by a seeder that had this process started: see `attach()`. */
  readonly attached: boolean
}

/** The command line of peer.js. */
export function peerCommand(): Command {
  const command = makeCommand(
    'peer.js',
    'Fetches files over BitTorrent, as a seeder directs, or a torrent.',
  )
  contentOptions(command)
  waitingOptions(command)
  networkOptions(command)
  return command.addHelpText('after', examples)
}

function contentOptions(command: Command): void {
  command
    .option('--seeder <host:port>', `take part in its run (default: ${defaultSeeder})`, parseSeeder)
    .addOption(new Option('--torrent <source>', torrentHelp).conflicts('seeder'))
    .option('--save-path <directory>', 'where files go (default: downloads; directed: temporary)')
    .option('--file <name>', "name to store the file under (default: the torrent's)")
    .option('--file-size <size>', 'expected (repeatable); other sizes are refused', sizes)
    .option('--iterations <n>', 'fetch so many times; directed: what is expected', counts)
    .option('--keep', 'when directed: keep the files of every iteration', false)
    .option('--stay', 'with --torrent: continue to share until Ctrl-C when it is complete', false)
}

function waitingOptions(command: Command): void {
  const seconds = (name: string) => (text: string) => parseSeconds(text, name)
  command
    .option('--wait <seconds>', 'for seeder or .torrent (default: until Ctrl-C)', seconds('--wait'))
    .option('--timeout <seconds>', timeoutHelp, seconds('--timeout'))
    .option('--quiet', 'print only what matters', false)
    .option('--sessions <n>', 'number of peers in this process, each with a session', sessions, 1)
}

function networkOptions(command: Command): void {
  command
    .option('--token <text>', 'that the seeder requires', parseToken)
    .option('--tls <fingerprint>', 'of the certificate of a seeder with --tls', parseFingerprint)
    .option('--tracker <url>', "besides the torrent's own (repeatable)", collect(parseTrackerUrl))
    .option('--peer <host:port>', 'a peer that has the torrent (repeatable)', collect(parsePeer))
    .option('--listen <address>', listenHelp, parseListen)
    .option('--interface <name>', interfaceHelp)
    .addOption(new Option('--name <host>').hideHelp())
    .addOption(new Option('--attached').default(false).hideHelp())
    .addOption(choiceOption('--transport <name>', transportHelp, transports, 'tcp').default('tcp'))
}

const defaultSeeder = `127.0.0.1:${defaultPort}`
const timeoutHelp = 'with --torrent: fail when nothing arrives for so long (default: 60)'
const listenHelp = 'IP address, port optional (default: the one that reaches seeder or tracker)'
const transportHelp = 'transport of BitTorrent; the seeder decides when it directs'
const torrentHelp = 'fetch this .torrent (a path, once it exists; http or https) or magnet link'

const sizes = collect(parseSize)
const sessions = integer('--sessions', 1, 1000)
const counts = collect(integer('--iterations', 1, 1e6))
const parseSeeder = (text: string) => parseEndpoint(text, '--seeder', defaultPort)
const parsePeer = (text: string) => parseEndpoint(text, '--peer')

const examples = `
It may be started before the seeder, and waits. Examples:
  node peer.js
  node peer.js --seeder 192.168.1.5:${defaultPort} --token 0123456789abcdef
  node peer.js --torrent film.torrent --save-path films
  node peer.js --torrent https://example.org/film.torrent
  node peer.js --torrent 'magnet:?xt=urn:btih:...' --peer 192.168.1.5:6881
`

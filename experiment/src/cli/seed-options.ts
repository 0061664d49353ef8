import { type Command, Option } from 'commander'
import { isIP } from 'node:net'
import { type Launch, parseLaunch } from '../host/launch'
import { parseDelay, parseLoss, parseRate, type Shape } from '../host/shape'
import { largestSeed, mostIterations } from '../plan/input'
import { type Plan, timelines } from '../plan/plan'
import { parseToken } from '../protocol/orders'
import { type Endpoint, parseListen } from '../util/endpoint'
import { usageError } from '../util/errors'
import { parseSeconds, parseSize } from '../util/units'
import { choiceOption, collect, integer, makeCommand, parameterOptions } from './command'

/** Port where peers look for the seeder by default. */
export const defaultPort = 7700

export interface SeedArguments {
  readonly plan?: string
  readonly file?: string[]
  readonly fileName?: string[]
  readonly fileSize?: number[]
  readonly iterations?: number[]
  readonly warmUp?: number
  readonly shuffle?: number | true
  readonly contentSeed?: number
  readonly direction?: 'A' | 'B' | 'both'
  readonly timeline?: Plan['timeline']
  readonly json?: boolean
  readonly timeout?: number
  readonly results?: string
  readonly resume?: string
  readonly strict?: boolean | undefined
  readonly torrent?: string
  readonly savePath?: string | undefined
  readonly port?: number | undefined
  readonly token?: string
  readonly tls?: boolean
  readonly trackerPort?: number | undefined
  readonly listen?: Endpoint | undefined
  readonly peers?: number
  /** True: as many as take part. */
  readonly localPeers?: number | true
  readonly launch?: Launch | undefined
  readonly launchCommand?: string | undefined
  readonly netns: boolean
  readonly rate?: number
  readonly delay?: number
  readonly loss?: number
  readonly link?: number | undefined
  readonly control?: string
  readonly interface?: string
  /** Set by the process that made the namespace of this seeder. */
  readonly inNamespace: boolean
  /** Set as well where programs delay and lose the packets. */
  readonly userspaceLinks?: boolean
}

/** Address where the seeder listens by default: only this machine reaches it. */
export const loopback: Endpoint = { host: '127.0.0.1', port: 0 }

/** The command line of seed.js. */
export function seedCommand(): Command {
  const command = makeCommand(
    'seed.js',
    'Shares files with peers over BitTorrent, and measures how long that takes.',
  )
  command.optionsGroup('Content:')
  contentOptions(command)
  command.optionsGroup('Run:')
  runOptions(command)
  command.optionsGroup('Place:')
  placeOptions(command)
  localOptions(command)
  command.optionsGroup('Parameters:')
  parameterOptions(command)
  return command.addHelpText('after', examples).action(() => {})
}

/** Options of a run with directed peers, which --torrent is not. */
const notWithTorrent = [
  ...(['plan', 'fileName', 'warmUp', 'shuffle', 'contentSeed', 'direction', 'timeout'] as const),
  ...(['timeline', 'results', 'resume', 'strict', 'json'] as const),
  ...(['localPeers', 'launch', 'netns', 'tls'] as const),
] satisfies (keyof SeedArguments)[]

function contentOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--plan <plan>',
        'csc573, latency, demonstration, or a JSON file (docs/experiment.md)',
      ).conflicts(['file', 'fileName', 'fileSize', 'iterations']),
    )
    .option('--file-size <size>', sizeHelp, collect(parseSize))
    .option('--file-name <name>', 'of that content (repeatable, one per size)', collect(String))
    .option('--file <path>', fileHelp, collect(String))
    .option('--iterations <n>', 'transfers of each size (repeatable, one per size)', counts)
    .option('--warm-up <n>', warmUpHelp, count('--warm-up', 0))
    .addOption(choiceOption('--direction <which>', directionHelp, ['A', 'B', 'both'], 'A'))
    .addOption(new Option('--torrent <path>', torrentHelp).conflicts(notWithTorrent))
}

function runOptions(command: Command): void {
  command
    .option('--shuffle [seed]', 'iterations of all sizes in random order', seed('--shuffle'))
    .option('--content-seed <n>', contentSeedHelp, seed('--content-seed'))
    .option('--timeout <seconds>', timeoutHelp, (text) => parseSeconds(text, '--timeout'))
    .option('--strict', 'stop at the first failed iteration')
    .addOption(choiceOption('--timeline <which>', timelineHelp, timelines, 'sample'))
    .option('--results <directory>', 'for this run (default: results/<date>-<plan>)')
    .option('--json', 'print the summary as one JSON document, and everything else on stderr')
    .addOption(
      new Option(
        '--resume <directory>',
        'continue the run whose results are in the directory',
      ).conflicts('results'),
    )
}

function placeOptions(command: Command): void {
  command
    .option('--listen <address>', listenHelp, parseListen)
    .option('--port <n>', portHelp, port('--port'))
    .option('--token <text>', tokenHelp, parseToken)
    .option('--tls', 'encrypt what peers report; they take the fingerprint that is printed')
    .option('--tracker-port <n>', 'of the embedded tracker (default: any)', port('--tracker-port'))
    .option('--save-path <directory>', 'where files are made (default: a temporary directory)')
}

function localOptions(command: Command): void {
  command
    .option('--local-peers [n]', localPeersHelp, integer('--local-peers', 1, 1000))
    .addOption(
      new Option('--launch <engine>', launchHelp)
        .argParser(parseLaunch)
        .conflicts(['localPeers', 'netns']),
    )
    .option('--launch-command <command>', launchCommandHelp)
    .option('--netns', 'a network namespace for each peer and the seeder (root, Linux)', false)
    .option('--rate <rate>', 'of the link of each namespace, such as 10mbit', rate('--rate'))
    .option(
      '--delay <time>',
      'delay that each node adds to what it sends, such as 20ms',
      parseDelay,
    )
    .option('--loss <part>', 'share of its packets that each node loses, such as 2%', parseLoss)
    .option('--control <address>', controlHelp, parseControl)
    .option('--interface <name>', interfaceHelp)
    .option('--link <rate>', linkHelp, rate('--link'))
    .addOption(new Option('--in-namespace').default(false).hideHelp())
    .addOption(new Option('--userspace-links').hideHelp())
}

/** Where the embedded tracker listens. */
export function trackerPlace({ listen = loopback, trackerPort = 0 }: SeedArguments): Endpoint {
  return { host: listen.host, port: trackerPort }
}

/** The links of namespaces; null when there are none to make. */
export function shapeOf(args: SeedArguments): Shape | null {
  const { netns, inNamespace, rate = null, delay = null, loss = null } = args
  if (!netns) {
    if ((rate ?? delay ?? loss) !== null)
      throw usageError('--rate, --delay and --loss need --netns')
    return null
  }
  if (inNamespace) return null
  if (args.listen ?? args.control ?? args.interface)
    throw usageError('--netns has addresses of its own: leave out --listen, --control, --interface')
  return { rate, delay, loss }
}

function parseControl(text: string): string {
  if (isIP(text) === 0) throw usageError(`bad --control '${text}': expected an IP address`)
  return text
}

export const interfaceHelp = "count the bytes of this network interface besides libtorrent's"
const linkHelp =
  'rate of the link of each machine, for the least time (default: --rate; not known without)'
const sizeHelp = 'size of random content: 10240, 10kB, 1MiB ... (repeatable)'
const fileHelp = 'file to share (repeatable); with --torrent: made if --file-size is given'
const warmUpHelp =
  'iterations of each step before those, which do not count (default: 1; 0 without a --timeline sample)'
const torrentHelp = 'write this .torrent and share the file, instead of directing peers'
const directionHelp =
  'node that has the files (A: the seeder, B: peer 1), and from which all others fetch them'
const contentSeedHelp =
  'the same content and info-hashes in every run with this number (default: new each time)'
const timelineHelp =
  'iterations whose arrivals of pieces are recorded (sample: one warm-up of each step)'
const timeoutHelp = 'most that a transfer may take (default: 60, 1 more per MB and 0.1 per peer)'
const listenHelp = 'IP address of this node, port optional (default: 127.0.0.1)'
const tokenHelp = 'that peers have to send (default: none on loopback, else random)'
const portHelp = `where peers connect (default: ${defaultPort}; any, with --local-peers or --launch)`
const localPeersHelp = 'start the peers on this machine; n means --peers n as well'
const launchHelp = 'start the peers on other machines: by ssh:HOST,HOST... or slurm'
const launchCommandHelp =
  'shell command that runs peer.js there (default: node, with the path that peer.js has here)'
const controlHelp = 'IP address where peers connect (default: --listen)'

const count = (name: string, min: number) => integer(name, min, mostIterations)
const counts = collect(count('--iterations', 1))
const rate = (name: string) => (text: string) => parseRate(text, name)
const port = (name: string) => integer(name, 0, 65535)
const seed = (name: string) => integer(name, 0, largestSeed)

const examples = `
Start the peers first. Examples:
  node peer.js                                   (three times)
  node seed.js --file-size 10kB --iterations 20  directs them, prints a table
  node seed.js --plan csc573 --shuffle 7         the experiment of the course
  node seed.js --local-peers 3                   starts the peers itself
  node seed.js --listen 192.168.1.5 --peers 2    for peers on other machines
  node seed.js --listen 192.168.1.5 --launch ssh:one,two  starts them there
  node seed.js --file a.mkv --torrent a.torrent  for peer.js --torrent ...
`

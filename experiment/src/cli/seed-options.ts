import type { Command } from 'commander'
import { type Endpoint, parseListen } from '../util/endpoint'
import { largestSeed, mostIterations } from '../plan/input'
import { type Plan, timelines } from '../plan/plan'
import { parseSeconds, parseSize } from '../util/units'
import { collect, integer, makeCommand, oneOf } from './command'
import { type KnobArguments, knobOptions, parsePeers } from './parameter-options'
import { type LocalArguments, localOptions } from './local-options'

/** Where peers look for the seeder unless they are told. */
export const defaultPort = 7700

export interface SeedArguments extends KnobArguments, LocalArguments {
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
  readonly trackerPort?: number | undefined
  readonly listen?: Endpoint | undefined
}

/** Where the seeder listens unless it is told: only this machine reaches it. */
export const loopback: Endpoint = { host: '127.0.0.1', port: 0 }

/** The command line of seed.js. */
export function seedCommand(): Command {
  const command = makeCommand(
    'seed.js',
    'Shares files with peers over BitTorrent, and measures how long that takes.',
  )
  command.optionsGroup('What is transferred:')
  contentOptions(command)
  command.optionsGroup('How the run goes:')
  runOptions(command)
  command.optionsGroup('Where:')
  placeOptions(command)
  localOptions(command)
  command.optionsGroup('Knobs:')
  knobOptions(command)
  return command.addHelpText('after', examples)
}

function contentOptions(command: Command): void {
  command
    .option('--plan <plan>', 'csc573, demonstration, or a JSON file (docs/experiment.md)')
    .option('--file-size <size>', sizeHelp, collect(parseSize))
    .option('--file-name <name>', 'of that content (repeatable, one per size)', collect(String))
    .option('--file <path>', fileHelp, collect(String))
    .option('--iterations <n>', 'transfers of each size (repeatable, one per size)', counts)
    .option(
      '--warm-up <n>',
      'more before those, which do not count (default: 1; 0 without a --timeline sample)',
      count('--warm-up', 0),
    )
    .option('--direction <which>', directionHelp, direction)
    .option(
      '--torrent <path>',
      'write this .torrent and share the file, instead of directing peers',
    )
}

function runOptions(command: Command): void {
  command
    .option('--peers <n>', peersHelp, parsePeers)
    .option('--shuffle [seed]', 'iterations of all sizes in random order', seed('--shuffle'))
    .option('--content-seed <n>', contentSeedHelp, seed('--content-seed'))
    .option('--timeout <seconds>', timeoutHelp, (text) => parseSeconds(text, '--timeout'))
    .option('--strict', 'stop at the first failed iteration')
    .option('--timeline <which>', timelineHelp, oneOf(timelines, '--timeline'))
    .option('--results <directory>', 'for this run (default: results/<date>-<plan>)')
    .option('--json', 'print the summary as one JSON document, and everything else on stderr')
    .option('--resume <directory>', 'go on with the run whose results are there')
}

function placeOptions(command: Command): void {
  command
    .option(
      '--listen <address>',
      'IP address of this node, port optional (default: 127.0.0.1)',
      parseListen,
    )
    .option(
      '--port <n>',
      `where the peers report (default: ${defaultPort}; any, with --local-peers)`,
      port('--port'),
    )
    .option('--token <text>', 'what peers have to show (default: none on loopback, else random)')
    .option('--tracker-port <n>', 'of the embedded tracker (default: any)', port('--tracker-port'))
    .option('--save-path <directory>', 'where files are made (default: a temporary directory)')
}

const sizeHelp = 'size of random content: 10240, 10kB, 1MiB ... (repeatable)'
const fileHelp = 'file to share (repeatable); with --torrent: made if --file-size is given'
const directionHelp =
  'A: the seeder has the files; B: peer 1 has them, and the others get them; both (default: A)'
const peersHelp = 'how many take part (default: 3); with --torrent: end when so many are done'
const contentSeedHelp =
  'the same content and info-hashes in every run that has it (default: new each time)'
const timelineHelp =
  'when pieces came, and from whom: sample (of a warm-up), all or none (default: sample)'
const timeoutHelp = 'what a transfer may take (default: 60, and 1 more per MB)'

const count = (name: string, min: number) => integer(name, min, mostIterations)
const counts = collect(count('--iterations', 1))
const port = (name: string) => integer(name, 0, 65535)
const seed = (name: string) => integer(name, 0, largestSeed)
const direction = oneOf(['A', 'B', 'both'], '--direction')

const examples = `
Start the peers first. Examples:
  node peer.js                                   (three times)
  node seed.js --file-size 10kB --iterations 20  directs them, prints a table
  node seed.js --plan csc573 --shuffle 7         the experiment of the course
  node seed.js --local-peers 3                   starts the peers itself
  node seed.js --listen 192.168.1.5 --peers 2    for peers on other machines
  node seed.js --file a.mkv --torrent a.torrent  for peer.js --torrent ...
`

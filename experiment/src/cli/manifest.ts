import { Argument, type Command, type Option } from 'commander'
import { manifests } from '../host/manifest'
import { peersNeeded } from '../plan/plan'
import { usageError } from '../util/errors'
import { runCommand } from './command'
import { planOf } from './plan'
import { type SeedArguments, seedCommand } from './seed-options'

type Kind = keyof typeof manifests

/** Options that a manifest has already, or that name a place which a container is not at. */
const ofThePlace = new Set<keyof SeedArguments>([
  ...(['listen', 'port', 'token', 'results', 'resume', 'torrent', 'localPeers', 'launch'] as const),
  ...(['netns', 'control', 'interface', 'json', 'tls'] as const),
])

/** Adds `node seed.js manifest`, which describes a run for engines that start containers. */
export function addManifestCommand(program: Command): void {
  program
    .command('manifest')
    .description('Prints the description of a run for engines that start containers.')
    .addArgument(new Argument('<kind>', 'what reads it').choices(Object.keys(manifests)))
    .argument('[options...]', 'of seed.js, behind --: what to measure, with how many --peers')
    .option('--image <name>', 'of the containers', 'libtorrent-experiment')
    .action(async (kind: Kind, args: string[], { image }: { readonly image: string }) => {
      process.stdout.write(manifests[kind]({ image, peers: await peersOf(args), args }))
    })
}

/** How many peers the run of a command line has. */
async function peersOf(args: readonly string[]): Promise<number> {
  let given: SeedArguments | undefined
  const command = seedCommand().action((options: SeedArguments) => {
    given = options
  })
  await runCommand(command, args)
  if (!given) throw usageError('manifest: the options behind -- describe no run')
  const misplaced = command.options.find((option) => isMisplaced(option, command))
  if (misplaced) throw usageError(`manifest: ${misplaced.long} is the manifest's to choose`)
  return peersNeeded(await planOf(given))
}

function isMisplaced(option: Option, command: Command): boolean {
  const name = option.attributeName()
  return ofThePlace.has(name as keyof SeedArguments) && command.getOptionValueSource(name) === 'cli'
}

import type { Command } from 'commander'
import { peersNeeded } from '../plan/plan'
import { planSchema } from '../plan/schema'
import { tallyOf } from '../plan/tally'
import { visible } from '../util/text'
import { formatCount } from '../util/units'
import { planOf } from './plan-arguments'

/** Adds `node seed.js plan`, for authors of plan files. */
export function addPlanCommand(program: Command): void {
  const plan = program.command('plan').description('Checks plan files, and describes their form.')
  plan
    .command('check')
    .description('Checks plan files without executing them.')
    .argument('<file...>', 'plans in JSON')
    .action(async (files: string[]) => {
      for (const file of files) print(await check(file))
    })
  plan
    .command('schema')
    .description('Prints the JSON Schema of a plan file, for an editor.')
    .action(() => print(JSON.stringify(planSchema(), null, 2)))
}

/** Fails where `--plan` would, with the same reason. */
async function check(file: string): Promise<string> {
  const plan = await planOf({ plan: file, netns: false, inNamespace: false })
  const { iterations, warmUps } = tallyOf(plan.steps, [])
  const counts = [
    formatCount(iterations.planned, 'iteration'),
    formatCount(warmUps.planned, 'warm-up'),
    formatCount(plan.steps.length, 'step'),
    formatCount(plan.conditions.length, 'condition'),
    formatCount(peersNeeded(plan), 'peer'),
  ]
  return visible(`${file}: ${counts.join(', ')}`)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

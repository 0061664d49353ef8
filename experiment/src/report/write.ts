import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRun } from '../measure/runDirectory'

/** Writes what is derived from the plan and the results of a run, next to them; also for a run that was stopped. */
export async function writeReports(runDirectory: string): Promise<void> {
  const { plan, nodes, startedAt } = await readRun(runDirectory)
  const environment = { startedAt, plan: plan.name, shuffle: plan.shuffle, nodes }
  const file = join(runDirectory, 'environment.json')
  await writeFile(file, `${JSON.stringify(environment, null, 2)}\n`)
}

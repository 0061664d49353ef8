// Signals that come more than once.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Run, runFiles } from '../src/results/run-directory'
import { tempDir } from '../../test/helpers/files'
import { Command } from './helpers/command'
import { writeRun } from './helpers/runs'

jest.setTimeout(600_000)

/** Milliseconds: they start processes, and read and report a long run. */
const limit = 240_000

const script = 'experiment/dist/run.js'
const short = ['--file-size', '10kB', '--file-size', '50MB', '--iterations', '1']

test('one Ctrl-C that arrives twice still writes the report', async () => {
  const results = join(await tempDir(), 'run')
  const args = [...short, '--iterations', '1000', '--results', results]
  const demonstration = new Command(script, args)
  await demonstration.printed('10.0 kB: 1 of 1 iterations', limit)
  demonstration.process.kill('SIGINT')
  // within milliseconds, as npm sends the one that the terminal sent already
  setTimeout(() => demonstration.process.kill('SIGINT'), 4)
  const { code, stdout, stderr } = await demonstration.end(limit)
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
  expect(stdout).toContain(`report: ${join(results, 'report.html')}`)
  expect(existsSync(join(results, 'report.html'))).toBe(true)
})

test('the report of a long run is written after Ctrl-C, however long that takes', async () => {
  const iterations = 1000
  const shape = { name: 'long', conditions: ['one'], peers: 3 }
  const { directory } = await writeRun(await tempDir(), {
    ...shape,
    steps: [{ size: 10_000, iterations }],
  })
  // As it was written before the last iterations, which are still to be carried out.
  await planMore(directory, 1000)
  const demonstration = new Command(script, ['--resume', directory])
  await demonstration.printed('iterations are done already', limit)
  demonstration.process.kill('SIGINT')
  const { code, stdout, stderr } = await demonstration.end(limit)
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
  const lines = stdout.split('\n')
  const lineOf = (text: string): number => lines.findIndex((line) => line.startsWith(text))
  expect(lineOf('go on with it by --resume')).toBeGreaterThan(lineOf('results: '))
  expect(lineOf('report: ')).toBeGreaterThan(lineOf('go on with it by --resume'))
  expect(existsSync(join(directory, 'report.html'))).toBe(true)
})

/** Adds iterations to the plan of a run. */
async function planMore(directory: string, more: number): Promise<void> {
  const file = join(directory, runFiles.plan)
  const content = JSON.parse(await readFile(file, 'utf8')) as Pick<Run, 'plan'>
  const steps = content.plan.steps.map((step) => ({ ...step, iterations: step.iterations + more }))
  await writeFile(file, JSON.stringify({ ...content, plan: { ...content.plan, steps } }))
}

// Random sequences of calls against a model. `npm run test:soak` runs them for longer, and replays one.
import { join } from 'node:path'
import { soak, textOf } from './soak'
import { add } from './tally'
import type { Summary } from './soak'

const seconds = { fixed: 20, random: 40 }
const fixedSeed = 1
/** Milliseconds within which a promise must be settled, also next to other tests. */
const deadline = 20_000
const script = join(__dirname, 'dist', 'child.js')

/** Of the sequences of both seeds. */
let commands = 0
const tally: Record<string, number> = {}

async function run(seed: number, time: number): Promise<Summary> {
  const summary = await soak({ script, seed, seconds: time, deadline, stopsAtFailure: true })
  console.log(`from seed ${seed}: ${textOf(summary)}`)
  commands += summary.commands
  add(summary.tally, tally)
  return summary
}

function failuresOf(summary: Summary): string {
  return summary.failures.map(({ text }) => text).join('\n')
}

test('sequences of calls keep to the model, from a fixed seed', async () => {
  const summary = await run(fixedSeed, seconds.fixed)
  expect(failuresOf(summary)).toBe('')
  expect(summary.sequences).toBeGreaterThan(0)
}, 180_000)

test('sequences of calls keep to the model, from a random seed', async () => {
  const summary = await run(Math.floor(Math.random() * 2 ** 31), seconds.random)
  expect(failuresOf(summary)).toBe('')
  expect(summary.sequences).toBeGreaterThan(0)
}, 180_000)

test('the sequences reach transfers that end, and leave out few of their calls', () => {
  const reached = ['fulfilled', 'alert piece_finished', 'alert torrent_finished']
  expect(Object.keys(tally)).toEqual(expect.arrayContaining(reached))
  expect(tally['left out']).toBeLessThan(commands / 2)
})

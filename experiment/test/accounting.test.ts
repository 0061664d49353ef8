// Bytes of real swarms: each one that a node sends is accounted for.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lostBytes, sum } from '../src/results/counters'
import type { IterationResult } from '../src/results/iteration-result'
import { readRun } from '../src/results/run-directory'
import { tempDir } from '../../test/helpers/files'
import { Command } from './helpers/command'

jest.setTimeout(180_000)

/** Transfers by peers under every condition of a matrix. */
async function transfers(peers: number, matrix: Record<string, unknown[]>) {
  const directory = await tempDir()
  const plan = join(directory, 'accounting.json')
  const sizes = [10_240, 102_400, 1_048_576]
  const steps = sizes.map((size) => ({ size, iterations: size > 1e6 ? 2 : 5 }))
  await writeFile(plan, JSON.stringify({ peers, timeline: 'none', matrix, steps }))
  const results = join(directory, 'run')
  const seeder = new Command('seed.js', ['--local-peers', '--plan', plan, '--results', results])
  expect(await seeder.end(170_000)).toMatchObject({ code: 0, stderr: '' })
  return (await readRun(results)).results
}

/** Fails for iterations in which a byte is missing that no connection took with it. */
function expectAccounted(results: readonly IterationResult[]): void {
  expect(results.filter(({ settled }) => !settled)).toEqual([])
  for (const { counters } of results) {
    const total = sum(counters!)
    if (total.ended > 0) continue
    expect(lostBytes(total)).toBe(0)
  }
}

test('each byte of three peers is accounted for, in every version and over both transports', async () => {
  const matrix = { torrentVersion: ['v1', 'v2', 'hybrid'], transport: ['tcp', 'utp'] }
  expectAccounted(await transfers(3, matrix))
})

test('each byte of eight peers is accounted for', async () => {
  expectAccounted(await transfers(8, { transport: ['tcp', 'utp'] }))
})

test('payload agrees when handshakes are encrypted', async () => {
  const results = await transfers(2, { encryption: ['forced'] })
  expect(results.filter(({ settled }) => !settled)).toEqual([])
})

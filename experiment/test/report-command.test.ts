// Runs that really took place, and the reports that are made of them.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRun } from '../src/results/run-directory'
import { tempDir } from '../../test/helpers/files'
import { Command, run } from './helpers/command'

/** Two peers on this machine. */
async function measure(results: string, ...options: string[]): Promise<string> {
  const how = ['--local-peers', '2', '--iterations', '2', '--results', results, '--json']
  const { code, stdout, stderr } = await new Command('seed.js', [...how, ...options]).end(60_000)
  expect({ code, problem: /seed\.js: .*/.exec(stderr)?.[0] }).toEqual({ code: 0 })
  expect(stderr).toContain(`results: ${results}`)
  return stdout
}

interface Summary {
  steps: {
    label: string
    ok: number
    measures: Record<
      'transferTime' | 'connectTime' | 'swarmTime' | 'overhead' | 'wireOverhead' | 'sourceShare',
      { n: number; mean: number; median: number; min: number; max: number }
    >
  }[]
}

describe('the reports of a real run', () => {
  test('agree with what was recorded, are made anew, and compare', async () => {
    const directory = await tempDir()
    const first = join(directory, 'first')
    const summary = JSON.parse(
      await measure(first, '--file-size', '10kB', '--file-size', '300kB', '--warm-up', '1'),
    ) as Summary
    expect(summary.steps.map(({ label, ok }) => [label, ok])).toEqual([
      ['10.0 kB', 2],
      ['300 kB', 2],
    ])
    for (const { measures } of summary.steps) {
      expect(measures.transferTime).toMatchObject({ n: 4 })
      expect(measures.transferTime.min).toBeGreaterThan(measures.connectTime.min)
      expect(measures.swarmTime.max).toBeGreaterThanOrEqual(measures.transferTime.max)
      expect(measures.overhead.mean).toBeGreaterThan(1)
      expect(measures.wireOverhead.mean).toBeGreaterThan(measures.overhead.mean)
      expect(measures.sourceShare.mean).toBeGreaterThan(0)
    }
    expect(await readdir(join(first, 'figures'))).toHaveLength(14)
    const { nodes } = await readRun(first)
    const known = process.platform === 'linux' ? expect.any(Number) : null
    expect(nodes.map(({ steal }) => steal)).toEqual(nodes.map(() => known))
    const page = await readFile(join(first, 'report.html'), 'utf8')

    const again = await run('seed.js', 'report', first)
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toMatch(/^300 kB {2,}2 {2,}[\d.]+ ms/m)
    expect(again.stdout).toContain(`report: ${join(first, 'report.html')}`)
    expect(await readFile(join(first, 'report.html'), 'utf8')).toBe(page)

    const second = join(directory, 'second')
    const other = JSON.parse(
      await measure(second, '--file-size', '10kB', '--libtorrent-defaults'),
    ) as Summary
    const both = await run('seed.js', 'report', first, second, '--output', join(directory, 'both'))
    expect(both).toMatchObject({ code: 0, stderr: '' })
    const [before, after] = [summary, other].map(({ steps }) => steps[0]!.measures.transferTime)
    const [, ratio] = /^10\.0 kB +B .* m?s {2,}([\d.]+) {2,}[\d.]+ to /m.exec(both.stdout) ?? []
    expect(both.stdout).toMatch(/^libtorrentDefaults {2,}A {2,}off\n {2,}B {2,}on$/m)
    expect(ratio).toBe((after!.median / before!.median).toFixed(3))
    expect((await readdir(join(directory, 'both'))).sort()).toEqual([
      'comparison.csv',
      'comparison.html',
      'comparison.json',
      'figures',
    ])
  }, 120_000)

  test('are refused where there is no run', async () => {
    const directory = await tempDir()
    const outcome = await run('seed.js', 'report', directory)
    expect(outcome).toMatchObject({ code: 1, stdout: '' })
    expect(outcome.stderr).toBe(`seed.js: ${directory} is no run: it has no plan.json`)
    expect(await run('seed.js', 'report')).toMatchObject({ code: 2 })
    expect(await run('seed.js', 'report', directory, '--output', directory)).toMatchObject({
      code: 2,
    })
    expect(await run('seed.js', '--json', '--torrent', 'x')).toMatchObject({ code: 2 })
  })
})

// What stands in a run's directory after its reports were written, read back by others than wrote it.
import { appendFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readRun, runFiles } from '../src/results/run-directory'
import { writeReports } from '../src/report/write'
import { rejectionOf } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { writeRun } from './helpers/runs'
import { allFailed, classroom, hostile, matrix, shapes, single } from './helpers/shapes'

type Row = Readonly<Record<string, string>>

async function rowsOf(directory: string, name: string): Promise<Row[]> {
  return parse(await readFile(join(directory, name), 'utf8'), { columns: true })
}

async function readAll(directory: string): Promise<Map<string, string>> {
  const names = await readdir(directory, { recursive: true })
  const files = names.filter((name) => /\.(csv|json|html|svg)$/.test(name))
  const read = files.sort().map(async (name) => {
    return [name, await readFile(join(directory, name), 'utf8')] as const
  })
  return new Map(await Promise.all(read))
}

describe('iterations.csv', () => {
  test('has a row per peer and iteration, with the numbers that were measured', async () => {
    const run = await writeRun(await tempDir(), matrix)
    await writeReports(run)
    const rows = await rowsOf(run.directory, 'iterations.csv')
    const expected = run.results.flatMap((result) =>
      [...result.peers, ...(result.peers.length === 0 ? [null] : [])].map((outcome) => {
        return { result, outcome }
      }),
    )
    expect(rows).toHaveLength(expected.length)
    expected.forEach(({ result, outcome }, index) => {
      const row = rows[index]!
      expect(Number(row.iteration)).toBe(result.iteration)
      expect(row.iteration_ok).toBe(result.ok ? '1' : '0')
      expect(Number(row.size_bytes)).toBe(result.size)
      if (!outcome?.ok) return
      const { peer, times, received } = outcome
      expect(Number(row.peer)).toBe(peer)
      expect(Number(row.transfer_time_ms)).toBe(times.finish)
      expect(Number(row.throughput_kbit_per_s)).toBeCloseTo((8 * result.size) / times.finish, 6)
      const { source } = run.plan.steps[result.step]!
      const fromSource = new Map(received).get(source) ?? 0
      const all = received!.reduce((sum, [, bytes]) => sum + bytes, 0)
      expect(Number(row.received_from_source_bytes)).toBe(fromSource)
      expect(Number(row.received_from_others_bytes)).toBe(all - fromSource)
      expect(Number(row.peer_sent_bytes)).toBe(result.counters![peer]!.sent)
      expect(Number(row.source_sent_bytes)).toBe(
        result.counters![run.plan.steps[result.step]!.source]!.sent,
      )
    })
  })

  test('keeps text whole that would break a table, and harms no spreadsheet', async () => {
    const run = await writeRun(await tempDir(), {
      ...single,
      fails: () => `=HYPERLINK("x"), ${hostile}`,
    })
    await writeReports(run)
    const [row] = await rowsOf(run.directory, 'iterations.csv')
    expect(row).toMatchObject({ iteration_reason: `'=HYPERLINK("x"), ${hostile}`, peer: '' })
  })
})

describe('summary.csv and summary.json', () => {
  test('say the same', async () => {
    const run = await writeRun(await tempDir(), classroom)
    await writeReports(run)
    const rows = await rowsOf(run.directory, 'summary.csv')
    const summary = JSON.parse(await readFile(join(run.directory, 'summary.json'), 'utf8'))
    expect(summary).toMatchObject({ format: 1, name: 'classroom', failures: [] })
    expect(summary.steps).toHaveLength(4)
    for (const row of rows.filter(({ unit }) => unit !== 'MB/s')) {
      const found = summary.steps[Number(row.step)].measures[row.measure!]
      for (const name of ['n', 'mean', 'sd', 'median', 'p95', 'p99', 'min', 'max']) {
        expect(row[name]).toBe(found[name] === null ? '' : String(found[name]))
      }
      expect(row.mean_ci95_low).toBe(found.meanCi95 === null ? '' : String(found.meanCi95[0]))
    }
    const time = rows.find(({ step, measure }) => step === '0' && measure === 'transferTime')
    expect(time).toMatchObject({ unit: 'ms', n: '180', iterations: '60', warm_ups: '5' })
  })

  test('list what failed, and why', async () => {
    const run = await writeRun(await tempDir(), allFailed)
    await writeReports(run)
    const summary = JSON.parse(await readFile(join(run.directory, 'summary.json'), 'utf8'))
    expect(summary.failures).toHaveLength(17)
    expect(summary.failures[0]).toMatchObject({ iteration: 1, reason: `peer 2: ${hostile}` })
    expect(summary.steps[0]).toMatchObject({ ok: 0, failed: 12, notRun: 0 })
  })
})

describe('environment.json', () => {
  test('shows the machines, every parameter and the seed', async () => {
    const run = await writeRun(await tempDir(), classroom)
    await writeReports(run)
    const file = await readFile(join(run.directory, 'environment.json'), 'utf8')
    const environment = JSON.parse(file)
    expect(environment).toMatchObject({ seed: null, plan: run.plan, nodes: run.nodes })
    expect(environment.settings).toEqual([
      {
        condition: 'default',
        nodes: [0, 1, 2, 3],
        settings: [{ setting: 'warp_speed', value: 9, default: 1 }],
      },
    ])
  })

  test('reports that settings were not recorded', async () => {
    const { directory } = await writeRun(await tempDir(), single)
    await rm(join(directory, runFiles.settings))
    await writeReports(await readRun(directory))
    const environment = JSON.parse(await readFile(join(directory, 'environment.json'), 'utf8'))
    expect(environment).toMatchObject({ settings: null })
    const page = await readFile(join(directory, 'report.html'), 'utf8')
    expect(page).toContain('The settings of libtorrent were not recorded.')
  })
})

describe('all reports', () => {
  test.each(shapes)(
    'of $name have no NaN, load nothing, and contain no foreign markup',
    async (shape) => {
      const run = await writeRun(await tempDir(), shape)
      await writeReports(run)
      for (const [name, text] of await readAll(run.directory)) {
        const where = `${name}: ${/.{0,40}(NaN|Infinity|undefined)/.exec(text)?.[0]}`
        expect(where).toBe(`${name}: undefined`)
        if (!/\.(html|svg)$/.test(name)) continue
        expect(text).not.toMatch(/<script|<link|<img|<image|<iframe|@import|\bsrc=|href=|url\(/i)
        expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
      }
    },
  )

  test('come out the same when they are made again', async () => {
    const run = await writeRun(await tempDir(), classroom)
    await writeReports(run)
    const first = await readAll(run.directory)
    await writeReports(run)
    expect(await readAll(run.directory)).toEqual(first)
    expect([...first.keys()]).toEqual([
      'environment.json',
      'figures/arrivals.svg',
      'figures/overhead.svg',
      'figures/shares.svg',
      'figures/throughput.svg',
      'figures/time-split.svg',
      'figures/times-in-order.svg',
      'figures/transfer-times.svg',
      'iterations.csv',
      'nodes.json',
      'plan.json',
      'report.html',
      'settings.json',
      'summary.csv',
      'summary.json',
    ])
  })

  test('are made of a run whose last line was cut off', async () => {
    const run = await writeRun(await tempDir(), single)
    await appendFile(join(run.directory, runFiles.raw), '{"iteration":2,"st')
    const left = await readRun(run.directory)
    await writeReports(left)
    expect(left.results).toHaveLength(1)
  })

  test('name the file that can not be written', async () => {
    const run = await writeRun(await tempDir(), { ...single, name: 'a-run' })
    await appendFile(join(run.directory, 'figures'), 'in the way')
    const error = await rejectionOf(writeReports(run))
    expect(error).toMatchObject({ name: 'UserError' })
    expect(error).toHaveProperty('message', expect.stringContaining('figures'))
  })
})

// The trials of bench/ in their smallest form: what is installed must give a figure for everything. How
// fast it is doesn't matter here.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { trials } from '../../bench/trials'
import { tempDir } from '../helpers/files'
import type { Results } from '../../bench/harness/report'

const dist = resolve(__dirname, '..', '..', 'bench', 'dist')
const program = join(dist, 'run.js')
const minutes = 5
const run = promisify(execFile)

beforeAll(async () => {
  await run(process.execPath, [resolve(__dirname, '..', '..', 'scripts', 'bench-installed.mjs')])
}, 60_000)

test(
  'every trial measures every competitor that is installed',
  async () => {
    const out = await tempDir()
    const args = ['--smoke', '--out', out, '--remark', 'as in a test']
    await run(process.execPath, [program, ...args], { timeout: minutes * 60_000 })
    const results = JSON.parse(await readFile(join(out, 'results.json'), 'utf8')) as Results
    const names = Object.keys(results.environment.implementations)
    expect(names).toEqual(expect.arrayContaining(['libtorrent-napi', 'C++']))
    expect(Object.keys(results.trials)).toEqual(trials.map(({ name }) => name))
    for (const { name, units } of trials) {
      const { competitors, remark, skipped, verdicts } = results.trials[name]!
      expect(remark).toBe('as in a test')
      expect(Object.keys(competitors).length).toBeGreaterThan(1)
      expect(skipped.filter((competitor) => /^(ours|C\+\+)/.test(competitor))).toEqual([])
      for (const metrics of Object.values(competitors)) {
        const measured = Object.values(metrics)
        expect(measured.length).toBeGreaterThan(0)
        for (const { median } of measured) expect(median).toEqual(expect.any(Number))
        expect(Object.keys(units)).toEqual(expect.arrayContaining(Object.keys(metrics)))
      }
      // the small form may lack a size that a target is about, but not all of them
      const judged = verdicts.filter(({ found }) => found !== null)
      if (skipped.length === 0 && verdicts.length > 0) expect(judged).not.toEqual([])
    }
    expect(await readFile(join(out, 'results.md'), 'utf8')).toMatch(
      /^# Results.*; as in a test; median/s,
    )
  },
  minutes * 60_000,
)

test('the programs of the installed package load it, and not the clone', async () => {
  const installed = resolve(dist, '..', '..', 'build', 'bench', 'installed')
  const args = ['-p', 'require.resolve("libtorrent-napi")']
  const { stdout } = await run(process.execPath, args, { cwd: installed })
  expect(stdout.trim()).toBe(join(installed, 'node_modules', 'libtorrent-napi', 'dist', 'index.js'))
})

test('a wrong command line is refused by name', async () => {
  await expect(run(process.execPath, [program, '--only', 'nonsense'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no trial "nonsense"'),
  })
  await expect(run(process.execPath, [program, '--repetitions', '0'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--repetitions must be a whole number from 1, got "0"'),
  })
})

test('growth is fitted to what was measured', async () => {
  const out = await tempDir()
  const scale = join(dist, 'scale.js')
  await run(process.execPath, [scale, '--smoke', '--only', 'transfer', '--out', out])
  const text = await readFile(join(out, 'scale.md'), 'utf8')
  expect(text).toContain('## transfer: wall by bytes')
  expect(text).toMatch(/^\| ours, preset +(\| [\d.]+ +){2}\| -?[\d.]+ +\| 1\.000 \|$/m)
  expect(text).not.toContain('NaN')
})

// The built package in each runtime that is installed: it loads, transfers, closes, and lets the process end.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { version } from '../../lib'
import { runProgram } from '../helpers/child'
import { describeUnless } from '../helpers/missing'

const modules = join(__dirname, 'node_modules')
const runtimes: readonly [name: string, command: string, ...args: string[]][] = [
  [`Node.js ${process.versions.node}`, process.execPath],
  ['Node.js 22', join(modules, 'node-22', 'bin', 'node')],
  ['Node.js 24', join(modules, 'node-24', 'bin', 'node')],
  ['Bun', join(modules, '@oven', 'bun-linux-x64', 'bin', 'bun')],
  ['Deno', join(modules, '@deno', 'linux-x64-glibc', 'deno'), 'run', '--allow-all', '--quiet'],
]

// Deno keeps compiled code between runs, and up to 2.9 takes a large file for the one of before when
// their lengths are the same: each run of the tests begins without.
const env = { ...process.env, DENO_DIR: mkdtempSync(join(tmpdir(), 'libtorrent-napi-deno-')) }
afterAll(() => rmSync(env.DENO_DIR, { recursive: true }))

for (const [name, command, ...args] of runtimes) {
  describeUnless(existsSync(command) ? null : 'it is not installed', name, () => {
    const program = (file: string): string[] => [...args, join(__dirname, file)]
    const saw = { version, same: true, refused: true, closed: 'session_closed' }

    test.each(['program.cjs', 'program.mjs'])(
      '%s loads, transfers, closes and ends',
      async (file) => {
        const ending = await runProgram([command, ...program(file)], { env })
        expect(ending).toMatchObject({ code: 0, signal: null, stderr: '' })
        const { ago, ...rest } = JSON.parse(ending.stdout) as { ago: number }
        expect(rest).toStrictEqual(saw)
        // the clock of alerts is that of performance.now()
        expect(ago).toBeGreaterThan(0)
        expect(ago).toBeLessThan(60_000)
      },
    )

    test('ends by process.exit() with a session that is open', async () => {
      const ending = await runProgram([command, ...program('program.cjs'), 'exit'], { env })
      expect(ending).toMatchObject({ code: 3, signal: null, stderr: '' })
    })
  })
}

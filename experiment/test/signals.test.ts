// Signals that come more than once.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { tempDir } from '../../test/helpers/files'
import { Command } from './helpers/command'

jest.setTimeout(120_000)

const script = 'experiment/dist/run.js'
const short = ['--file-size', '10kB', '--file-size', '50MB', '--iterations', '1']

test('one Ctrl-C that arrives twice still writes the report', async () => {
  const results = join(await tempDir(), 'run')
  const args = [...short, '--iterations', '1000', '--results', results]
  const demonstration = new Command(script, args)
  await demonstration.printed('10.0 kB: 1 of 1 iterations', 60_000)
  demonstration.process.kill('SIGINT')
  // within milliseconds, as npm sends the one that the terminal sent already
  setTimeout(() => demonstration.process.kill('SIGINT'), 4)
  const { code, stdout, stderr } = await demonstration.end(60_000)
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
  expect(stdout).toContain(`report: ${join(results, 'report.html')}`)
  expect(existsSync(join(results, 'report.html'))).toBe(true)
})

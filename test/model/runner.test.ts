// The runner of sequences, with children that end in each way that counts as a failure.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChild } from './runner'
import type { Outcome } from './runner'

const dir = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
afterAll(() => rmSync(dir, { recursive: true }))

const limits = { sequences: 1, maxCommands: 1, time: 1_000, deadline: 100, slack: 1_000 }
const child = join(__dirname, 'dist', 'child.js')

/** Runs a child that begins a sequence of one command, and ends it with `source`. */
async function runScript(name: string, source: string): Promise<Outcome> {
  const script = join(dir, `${name}.cjs`)
  const say = 'const say = (message) => fs.writeSync(1, JSON.stringify(message) + "\\n")'
  const begin = `say({ begins: 'two workers', isGraceful: false, path: '7' })
    say({ command: '1 pause 2 3 4' })`
  writeFileSync(script, `const fs = require('node:fs')\n${say}\n${begin}\n${source}\n`)
  return runChild({ script, seed: 5, ...limits })
}

const sequence = {
  mode: 'two workers',
  isGraceful: false,
  commands: [{ actor: 1, name: 'pause', numbers: [2, 3, 4] }],
}

test('a child that ends well is no failure', async () => {
  const outcome = await runScript('well', 'say({ ended: { fulfilled: 3 } })')
  expect(outcome).toEqual({ sequences: 1, commands: 1, tally: { fulfilled: 3 }, failure: null })
})

test('a crash is a failure, with seed, path and the commands before it', async () => {
  const { failure } = await runScript('crash', 'process.abort()')
  expect(failure).toMatchObject({ seed: 5, path: '7', sequence, isCrash: true })
  expect(failure?.text).toContain('SIGABRT')
  expect(failure?.text).toContain('1 pause 2 3 4')
})

test('a child that makes no progress is killed, which is a failure', async () => {
  const { failure } = await runScript('hang', 'setInterval(() => {}, 1_000)')
  expect(failure).toMatchObject({ seed: 5, path: '7', sequence, isCrash: true })
  expect(failure?.text).toContain('no progress')
})

test('an exit code other than 0 is a failure', async () => {
  const { failure } = await runScript('code', 'process.exitCode = 3')
  expect(failure?.text).toContain('code 3')
})

test('a report of fast-check is a failure, with the shorter sequence', async () => {
  const shorter = { mode: 'one session', isGraceful: true, commands: [] }
  const report = { failed: 'it is wrong', path: '7:1', sequence: shorter }
  const { failure } = await runScript('report', `say(${JSON.stringify(report)})`)
  expect(failure).toMatchObject({ path: '7:1', sequence: shorter, isCrash: false })
  expect(failure?.text).toContain('it is wrong')
})

test('a child that ends before its sequence does is a failure, with the commands of the sequence', async () => {
  const { failure } = await runScript('early', '')
  expect(failure).toMatchObject({ path: '7', sequence, isCrash: true })
  expect(failure?.text).toContain('0 of 1 sequences')
})

test('a child that runs no sequence is a failure', async () => {
  const script = join(dir, 'nothing.cjs')
  writeFileSync(script, '')
  const { failure } = await runChild({ ...limits, script, seed: 5 })
  expect(failure?.text).toContain('0 of 0 sequences')
})

test('an error outside of the sequences is a failure, with its text', async () => {
  const path = '0:0:0:0:0:0:0:0:0:1000000'
  const { failure } = await runChild({ ...limits, script: child, seed: 5, path, slack: 30_000 })
  expect(failure?.text).toContain('code 1')
  expect(failure?.text).toContain('Unable to replay')
})

test('a sequence that is under way at the time limit can fail', async () => {
  const late = { ...limits, sequences: 100, time: 1, deadline: 0, slack: 30_000 }
  const { failure } = await runChild({ ...late, script: child, seed: 5 })
  expect(failure).toMatchObject({ isCrash: false })
  expect(failure?.text).toContain('not settled within 0 ms')
})

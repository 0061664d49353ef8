// A stranger at the control channel sends text that would steer a terminal.
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { longestGreeting } from '../src/protocol/orders'
import { afterThisTest } from '../../test/helpers/cleanup'
import { within } from '../../test/helpers/deadline'
import { Command } from './helpers/command'
import { hello } from './helpers/hello'
import { activeIn, hostile } from './helpers/hostile-text'
import { startRun } from './helpers/run'
import { dialled } from './helpers/sockets'

jest.setTimeout(60_000)

/** What a command has written, as it is: readline would take some of the characters away. */
function outputOf({ process }: Command): () => string {
  let output = ''
  for (const stream of [process.stdout!, process.stderr!]) {
    stream.on('data', (data) => (output += String(data)))
  }
  return () => output
}

interface Message {
  readonly type: string
  readonly iteration: number
}

/** A client of the control channel that is no peer. */
class Stranger {
  readonly #lines: AsyncIterator<string>

  readonly #socket: Socket

  constructor(socket: Socket) {
    this.#socket = socket

    this.#lines = createInterface(socket)[Symbol.asyncIterator]()
  }

  send(text: string | object): void {
    this.#socket.write(`${typeof text === 'string' ? text : JSON.stringify(text)}\n`)
  }

  async receive(): Promise<Message> {
    const { value } = await within(this.#lines.next(), 'a message')
    return JSON.parse(value as string) as Message
  }

  async refused(): Promise<void> {
    this.#socket.resume()
    await within(once(this.#socket, 'close'), 'the end of the connection')
  }
}

const greetings: [what: string, text: string][] = [
  ['that is no JSON', hostile],
  ['of another type', JSON.stringify({ type: hostile })],
  ['with a token that is wrong', JSON.stringify({ ...hello, token: hostile })],
  ['with another key', JSON.stringify({ ...hello, [hostile]: 1 })],
  [
    'with another key of its machine',
    JSON.stringify({ ...hello, machine: { [hostile]: hostile } }),
  ],
  ['with a key of many spaces', JSON.stringify({ ...hello, [' '.repeat(15_000)]: 1 })],
  ['with a key that is long', JSON.stringify({ ...hello, [hostile.repeat(100)]: 1 })],
  ['that is longer than allowed', 'x'.repeat(longestGreeting + 1)],
]

async function seeder(...args: string[]): Promise<{
  command: Command
  output: () => string
  stranger: () => Stranger
  results: string
}> {
  const options = ['--file-size', '10kB', '--peers', '1', ...args]
  const { seeder: command, port, results } = await startRun(0, options)
  const output = outputOf(command)
  await command.printed('waiting for 1 peers')
  return { command, output, stranger: () => new Stranger(dialled(port)), results }
}

test('the seeder escapes and cuts what it quotes of greetings', async () => {
  const { command, output, stranger } = await seeder('--token', 'secret')
  for (const [, text] of greetings) {
    const client = stranger()
    client.send(text)
    await client.refused()
  }
  // a line of the log for each
  for (let lines = 0; lines < greetings.length;) {
    lines = output().split('refused 127.0.0.1').length - 1
    await new Promise(setImmediate)
  }
  command.process.kill('SIGINT')
  await command.end()
  expect(activeIn(output())).toStrictEqual([])
  expect(output()).toContain('\\u{1b}]0;')
  for (const line of output().split('\n')) expect(line.length).toBeLessThan(2000)
})

test('the seeder escapes the text of a peer that has joined, on the terminal and in the report', async () => {
  const { command, output, stranger, results } = await seeder()
  const client = stranger()
  const machine = { ...hello.machine, host: hostile, libtorrent: hostile, cpu: hostile }
  client.send({ ...hello, machine })
  expect(await client.receive()).toMatchObject({ type: 'welcome' })
  client.send({ type: 'joined' })
  for (;;) {
    const { type, iteration } = await client.receive()
    if (type === 'runEnded') break
    if (type === 'clear') client.send({ type: 'clear', iteration })
    else client.send({ type: 'failed', iteration, reason: hostile })
  }
  const { code } = await command.end()
  expect(code).toBe(1)
  expect(output()).toContain('\\u{1b}]0;')
  expect(activeIn(output())).toStrictEqual([])
  for (const name of await readdir(results)) {
    if (!/\.(csv|html|jsonl?)$/.test(name)) continue
    const text = await readFile(join(results, name), 'utf8')
    expect([name, activeIn(text)]).toStrictEqual([name, []])
    if (name.endsWith('html')) expect(text).not.toContain('evil\\u{2066}\\u{2028}x<script>')
  }
})

const answers: [what: string, answer: object | string][] = [
  ['a refusal', { type: 'refused', reason: hostile }],
  ['the end of a run', { type: 'runEnded', reason: hostile }],
  ['another message', { type: hostile, [hostile]: hostile }],
  ['no JSON', hostile],
]

test.each(answers)('a peer escapes what it quotes of a seeder: %s', async (_, answer) => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    socket.once('data', () => socket.write(`${text}\n`))
  }).listen(0, '127.0.0.1')
  afterThisTest(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const command = new Command('peer.js', ['--seeder', `127.0.0.1:${port}`])
  const output = outputOf(command)
  const { code } = await command.end()
  expect(code).toBe(1)
  expect(activeIn(output())).toStrictEqual([])
})

// --tls: the control channel over TLS, with a certificate that peers know by its fingerprint.
import { join } from 'node:path'
import { tempDir } from '../../test/helpers/files'
import { freePort } from '../../test/helpers/servers'
import { Command } from './helpers/command'
import { CuttableConnection } from './helpers/cuttable-connection'

jest.setTimeout(120_000)

const otherFingerprint = 'ab'.repeat(32)

interface Seeder {
  readonly command: Command
  readonly port: number
  /** The options of peer.js that it prints. */
  readonly options: string[]
}

async function startedSeeder(...more: string[]): Promise<Seeder> {
  const port = await freePort()
  const command = new Command('seed.js', [
    ...['--file-size', '20kB', '--iterations', '2', '--peers', '1', '--port', `${port}`],
    ...['--token', 'a-secret-of-peers', '--results', join(await tempDir(), 'run'), ...more],
  ])
  const line = await command.printed('each started by: node peer.js')
  return { command, port, options: line.split('node peer.js ')[1]!.split(' ') }
}

test('a run over TLS shows neither the token nor messages to the network', async () => {
  const { command, port, options } = await startedSeeder('--tls')
  const connection = await CuttableConnection.to(port)
  const [, , ...secrets] = options
  expect(secrets).toStrictEqual([
    ...['--token', 'a-secret-of-peers', '--tls'],
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ])
  const peer = new Command('peer.js', ['--seeder', `127.0.0.1:${connection.port}`, ...secrets])
  expect(await peer.end()).toMatchObject({ code: 0, stderr: '' })
  expect(await command.end()).toMatchObject({ code: 0, stderr: '' })
  const carried = Buffer.concat(connection.carried).toString('latin1')
  expect(carried.length).toBeGreaterThan(1000)
  expect(carried).not.toMatch(/a-secret-of-peers|hello|type/)
})

test('peers of the same machine get the fingerprint by themselves', async () => {
  const plan = ['--file-size', '20kB', '--iterations', '1', '--local-peers', '2', '--tls']
  const seeder = new Command('seed.js', [...plan, '--results', join(await tempDir(), 'run')])
  expect(await seeder.end()).toMatchObject({ code: 0, stderr: '' })
})

test('a peer ends when the seeder has another certificate', async () => {
  const { port } = await startedSeeder('--tls')
  const seeder = `127.0.0.1:${port}`
  const secrets = ['--token', 'a-secret-of-peers', '--tls', otherFingerprint]
  expect(await new Command('peer.js', ['--seeder', seeder, ...secrets]).end()).toMatchObject({
    code: 1,
    stderr: `peer.js: the seeder at ${seeder} has another certificate than --tls names`,
  })
})

test('a peer without --tls waits, and both sides name the option', async () => {
  const { command, options } = await startedSeeder('--tls')
  const peer = new Command('peer.js', options.slice(0, 4))
  await peer.printed('without an answer: does it need --tls?')
  await command.printed('refused 127.0.0.1: no connection over TLS (--tls)')
})

test('a peer with --tls waits for a seeder that has TLS', async () => {
  const { options } = await startedSeeder()
  const peer = new Command('peer.js', [...options, '--tls', otherFingerprint])
  await peer.printed('waiting for the seeder')
})

test.each(['abc', '', 'xy'.repeat(32)])('the fingerprint %j is refused', async (text) => {
  const peer = new Command('peer.js', ['--tls', text])
  expect(await peer.end()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected the 64 hexadecimal digits that the seeder prints'),
  })
})

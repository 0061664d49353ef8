// Processes of a run that end, are in each other's way, or are not what they should be: no finished iteration is lost.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterThisTest } from '../../test/helpers/cleanup'
import { within } from '../../test/helpers/deadline'
import { Command } from './helpers/command'
import { resultsOf, startRun, type RunCommands } from './helpers/run'
import { dialled } from './helpers/sockets'
import { TamperingProxy } from './helpers/tampering-proxy'

jest.setTimeout(180_000)

const small = ['--file-size', '10kB', '--iterations', '2']
/** A quick iteration, and then such that can be held. */
const long = [
  '--file-size',
  '10kB',
  '--file-size',
  '50MB',
  '--iterations',
  '1',
  '--iterations',
  '3',
]

/** A run whose second iteration stands still in the middle, until `release()`. */
async function heldRun(...more: string[]): Promise<RunCommands & { release: () => void }> {
  const proxy = await TamperingProxy.start({ holdAt: 200_000 })
  const run = await startRun(2, [...long, '--tracker', proxy.tracker, ...more])
  await within(proxy.held, 'the second iteration', 60_000)
  return { ...run, release: () => proxy.release() }
}

describe('a peer that is killed', () => {
  test('fails the iteration at hand, and the run goes on when it is started again', async () => {
    const run = await heldRun()
    run.peers[0]!.process.kill('SIGKILL')
    run.release()
    await run.seeder.printed('disconnected')
    run.startPeer()
    expect(await run.seeder.end(60_000)).toMatchObject({
      code: 1,
      stderr: 'seed.js: 1 of 4 iterations failed',
    })
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true])
    expect(results[1]!.reason).toMatch(
      /^peer \d \(\S+\): lost while [a-z ]+ \((connection reset by peer|the connection was closed)\)$/,
    )
  })

  test('ends a run that is strict, which can be resumed', async () => {
    const run = await heldRun('--strict')
    run.peers[0]!.process.kill('SIGKILL')
    run.release()
    const { code, stderr } = await run.seeder.end(60_000)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /the run was stopped: \S+ MB, iteration 1 failed \(iterations not run: 2\)/,
    )
    expect(await resultsOf(run)).toHaveLength(2)
    run.startPeer()
    run.startPeer()
    const resumed = run.startSeeder('--resume', run.results)
    // what failed before counts: the report is of the whole run as well
    const failed = { code: 1, stderr: 'seed.js: 1 of 4 iterations failed' }
    expect(await resumed.end(60_000)).toMatchObject(failed)
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true])
  })
})

describe('a seeder that is killed', () => {
  test('is waited for by its peers, and goes on where it was', async () => {
    const run = await heldRun()
    run.seeder.process.kill('SIGKILL')
    run.release()
    await Promise.all(run.peers.map((peer) => peer.printed('waiting for the seeder')))
    expect(await resultsOf(run)).toMatchObject([{ ok: true }])
    const resumed = run.startSeeder('--resume', run.results)
    expect(await resumed.end(60_000)).toMatchObject({ code: 0, stderr: '' })
    for (const peer of run.peers) {
      expect(await peer.end(60_000)).toMatchObject({ code: 0, stderr: '' })
      await peer.printed('lost the seeder')
    }
    const results = await resultsOf(run)
    expect(results.map(({ size, ok }) => [size, ok])).toEqual([
      [10_000, true],
      ...[1, 2, 3].map(() => [50_000_000, true]),
    ])
  })
})

describe('a port that is taken', () => {
  async function takenPort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    afterThisTest(() => void server.close())
    return (server.address() as AddressInfo).port
  }

  test.each([
    ['--port', 'cannot wait for peers at 127.0.0.1:PORT: address already in use'],
    [
      '--tracker-port',
      'the tracker cannot listen at 127.0.0.1:PORT: address already in use',
      '--tracker',
      'http',
    ],
    ['--listen', 'cannot listen at 127.0.0.1:PORT: address already in use'],
  ])('is named: %s', async (option = '', message = '', ...more) => {
    const port = await takenPort()
    const value = option === '--listen' ? `127.0.0.1:${port}` : `${port}`
    const seeder = new Command('seed.js', ['--port', '0', ...small, option, value, ...more])
    const { code, stderr } = await seeder.end(60_000)
    expect(stderr).toBe(`seed.js: ${message.replace('PORT', String(port))}`)
    expect(code).toBe(1)
  })

  test('is named when it is one of UDP', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1')
    await once(socket, 'listening')
    afterThisTest(() => void socket.close())
    const { port } = socket.address()
    const seeder = new Command('seed.js', ['--port', '0', ...small, '--tracker-port', `${port}`])
    const { code, stderr } = await seeder.end(60_000)
    expect(stderr).toBe(
      `seed.js: the tracker cannot listen at 127.0.0.1:${port}: address already in use`,
    )
    expect(code).toBe(1)
  })

  test('is named by the peer whose it is', async () => {
    const run = await startRun(1, small, ['--listen', `127.0.0.1:${await takenPort()}`])
    const { code, stdout } = await run.seeder.end(60_000)
    expect(code).toBe(1)
    expect(stdout).toMatch(/cannot listen at 127\.0\.0\.1:\d+: address already in use/)
  })
})

describe('a connection that does not belong to the run', () => {
  /** Says something to the seeder of a run that still waits for its only peer; then that comes. */
  async function intrude(say: (socket: Socket) => void): Promise<string> {
    const run = await startRun(0, [...small, '--token', 'right'])
    await run.seeder.printed('waiting for 1 peers', 60_000)
    const socket = dialled(run.port)
    socket.resume()
    await within(once(socket, 'connect'), 'a connection')
    say(socket)
    await within(new Promise((resolve) => socket.once('close', resolve)), 'its end')
    run.startPeer('--token', 'right')
    expect(await run.seeder.end(60_000)).toMatchObject({ code: 0, stderr: '' })
    expect((await resultsOf(run)).map(({ ok }) => ok)).toEqual([true, true])
    return run.seeder.printed('refused')
  }

  test('and talks another protocol is refused', async () => {
    expect(await intrude((socket) => socket.write('GET / HTTP/1.1\r\n\r\n'))).toContain(
      'refused 127.0.0.1: it sent something that is not JSON',
    )
  })

  test('is disconnected when it sends too much', async () => {
    const much = Buffer.alloc(1 << 20, 'x')
    expect(
      await intrude((socket) => {
        for (let count = 0; count < 20; count++) socket.write(much)
      }),
    ).toMatch(/it sent more than \d+ bytes in one message/)
  })

  test('and has no token is refused', async () => {
    const run = await startRun(1, [...small, '--token', 'right'], ['--token', 'wrong'])
    expect(await run.peers[0]!.end(60_000)).toMatchObject({
      code: 1,
      stderr: 'peer.js: the seeder refused: the token is wrong or missing (--token)',
    })
    run.startPeer('--token', 'right')
    expect(await run.seeder.end(60_000)).toMatchObject({ code: 0, stderr: '' })
  })

  test('is refused when its release is another one', async () => {
    const other = { type: 'hello', version: 999, token: 'right', something: 'new' }
    expect(await intrude((socket) => socket.write(`${JSON.stringify(other)}\n`))).toContain(
      'protocol version 999 instead of',
    )
  })
})

describe('a seeder of another release', () => {
  /** What a peer says of a seeder that sends this. */
  async function peerOf(reply: string): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.write(`${reply}\n`))
      afterThisTest(() => socket.destroy())
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    afterThisTest(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { code, stderr } = await new Command('peer.js', ['--seeder', `127.0.0.1:${port}`]).end(
      60_000,
    )
    expect(code).toBe(1)
    return stderr
  }

  test('is named', async () => {
    const reason = 'protocol version 2 instead of 3: use one release everywhere'
    expect(await peerOf(JSON.stringify({ type: 'refused', reason }))).toContain(reason)
    expect(await peerOf(JSON.stringify({ type: 'welcome', version: 999 }))).toContain(
      'is no seeder of this release',
    )
    expect(await peerOf('x'.repeat(32 << 20))).toMatch(/more than \d+ bytes in one message/)
  })
})

// Peers and trackers that are cut off: nothing is refused or closed, there is just no answer.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import * as lt from 'libtorrent-napi'
import { afterThisTest } from '../../test/helpers/cleanup'
import { waitLimit } from '../../test/helpers/deadline'
import { freePort, listen, serve } from '../../test/helpers/servers'
import { CuttableConnection } from './helpers/cuttable-connection'
import { Command } from './helpers/command'
import { peerName, resultsOf, startRun } from './helpers/run'

jest.setTimeout(120_000)

describe('a peer that is cut off the network', () => {
  const sizes = ['--file-size', '10kB', '--file-size', '50MB', '--timeline', 'none']
  /** A quick iteration, and one that lasts almost a minute. */
  const long = [...sizes, '--seeder-up', '1MB', '--strict']

  test('is noticed after 10 s of silence, at both ends, with what it was doing', async () => {
    const port = await freePort()
    const connection = await CuttableConnection.to(port)
    const seeder = new Command('seed.js', ['--port', `${port}`, '--peers', '2', ...long])
    new Command('peer.js', ['--seeder', `127.0.0.1:${port}`])
    const cutOff = new Command('peer.js', ['--seeder', `127.0.0.1:${connection.port}`])
    const [, number] = /as peer (\d)/.exec(await cutOff.printed('joined'))!
    await seeder.printed('10.0 kB: 1 of 1 iterations')
    connection.cut()
    const silence = 'nothing came from it for 10 s'
    const reason = await seeder.printed('50.0 MB, iteration 1 failed')
    expect(reason).toContain(`failed: ${peerName.replace('1', number!)}: lost while `)
    expect(reason).toContain(` (${silence})`)
    await cutOff.printed(`lost the seeder at 127.0.0.1:${connection.port} (${silence})`)
    expect((await seeder.end()).code).toBe(1)
  })

  test('is noticed after 10 s of silence when it has not been sent anything yet', async () => {
    const port = await freePort()
    const connection = await CuttableConnection.to(port)
    const seeder = new Command('seed.js', ['--port', `${port}`, '--peers', '2'])
    new Command('peer.js', ['--seeder', `127.0.0.1:${connection.port}`])
    await seeder.printed('1 of 2')
    connection.cut()
    await seeder.printed(`${peerName} disconnected: nothing came from it for 10 s`)
  })
})

describe('a tracker that does not answer', () => {
  const plan = ['--file-size', '10kB', '--iterations', '1']

  test.each([
    ['udp', 'cannot be reached (timed out)'],
    ['http', 'has not answered within 15 s'],
  ])('is the reason that the seeder gives (%s)', async (protocol, trouble) => {
    const udp = createSocket('udp4').bind(0, '127.0.0.1')
    await once(udp, 'listening')
    afterThisTest(() => udp.close())
    const tcp = createServer((socket) => afterThisTest(() => socket.destroy()))
    afterThisTest(() => void tcp.close())
    const port = protocol === 'udp' ? udp.address().port : await listen(tcp)
    const url = `${protocol}://127.0.0.1:${port}/announce`
    const run = await startRun(1, [...plan, '--tracker', url])
    // It waits for 15 s itself.
    expect((await run.seeder.end(15_000 + waitLimit)).code).toBe(1)
    expect(await resultsOf(run)).toMatchObject([
      { reason: `the seeder: tracker ${url} ${trouble}` },
    ])
  })

  test('is in the reason why a peer has not got the file', async () => {
    const root = await serve(({ url }, response) => {
      if (url?.includes('left=0&')) response.end(lt.bencode({ interval: 1800, peers: '' }))
    })
    const url = `${root}announce`
    const run = await startRun(1, [...plan, '--tracker', url, '--timeout', '4'])
    expect((await run.seeder.end()).code).toBe(1)
    const amount = '0 B of 10.0 kB arrived within 4 s'
    expect(await resultsOf(run)).toMatchObject([
      { reason: `${peerName}: ${amount}; no peers connected; tracker ${url} has not answered` },
    ])
  })

  test('is not in the reason when it has answered and the peers are somewhere else', async () => {
    const url = `${await serve((_, response) => {
      response.end(lt.bencode({ interval: 1800, peers: '' }))
    })}announce`
    const run = await startRun(1, [...plan, '--tracker', url, '--timeout', '4'])
    expect((await run.seeder.end()).code).toBe(1)
    expect(await resultsOf(run)).toMatchObject([
      { reason: `${peerName}: 0 B of 10.0 kB arrived within 4 s; no peers connected` },
    ])
  })
})

// What small transfers must not wait for: libtorrent's tick, and Nagle's algorithm against delayed acknowledgements.
// Seen by its cause, not by the time that it takes.
import * as lt from 'libtorrent-napi'
import { makeTorrent } from '../src'
import { add, type DownloadOptions } from '../src/node/transfer'
import { type Node, openNode } from '../src/node/session'
import { afterThisTest } from '../../test/helpers/cleanup'
import { waitLimit } from '../../test/helpers/deadline'
import { randomFile, tempDir } from '../../test/helpers/files'
import { describeNoDelay, noDelays } from '../../test/helpers/no-delay'
import { join } from 'node:path'

async function node(options: Parameters<typeof openNode>[0] = {}): Promise<Node> {
  const opened = await openNode(options)
  afterThisTest(() => opened.close())
  return opened
}

async function torrent(): Promise<lt.TorrentInfo> {
  const file = await randomFile(join(await tempDir(), 'content'), 10_240)
  return (await makeTorrent(file)).info
}

async function ticks({ session }: Node): Promise<number> {
  return (await session.sessionStats())['net.on_tick_counter']
}

describe('the tick, which comes once a second', () => {
  /** Ticks between the start signal and the connection that it leads to. */
  async function waited(near: Node, go: () => Promise<unknown>): Promise<number> {
    const connected = near.session.waitFor('peer_connect', { timeout: waitLimit })
    const before = await ticks(near)
    await go()
    await connected
    return (await ticks(near)) - before
  }

  test('is not waited for: peers are dialled at the start signal', async () => {
    const [far, near] = [await node(), await node()]
    const peers = [{ host: far.address, port: far.port }]
    const counts: number[] = []
    for (let i = 0; i < 10; i++) {
      const options = { savePath: await tempDir(), peers }
      const held = await addStopped(near.session, await torrent(), options)
      counts.push(await waited(near, async () => held.resume()))
    }
    // one tick may happen to fall in between, but not into each of them
    expect(counts).toContain(0)
  })

  test('is what a client waits for that adds a torrent with its peers', async () => {
    const [far, near] = [await node(), await node()]
    const peers = [{ address: far.address, port: far.port }]
    for (let i = 0; i < 3; i++) {
      const ti = await torrent()
      const savePath = await tempDir()
      const add = () => near.session.addTorrent({ ti, savePath, peers })
      expect(await waited(near, add)).toBeGreaterThan(0)
    }
  })
})

/** A torrent that dials its peers at `resume()`. */
async function addStopped(
  session: lt.Session,
  info: lt.TorrentInfo,
  options: DownloadOptions,
): Promise<lt.TorrentHandle> {
  const held = await add(session, info, options, lt.torrentFlags.stopWhenReady)
  await held.checked()
  return held
}

/** TCP_NODELAY at both ends of a connection between two nodes of this process. */
async function bothEnds(tcpNoDelay?: boolean): Promise<boolean[] | string> {
  const options = tcpNoDelay === undefined ? {} : { tcpNoDelay }
  const [far, near] = [await node(options), await node(options)]
  const info = await torrent()
  // neither has anything, so that they stay connected
  const prepare = async ({ session }: Node, peers: { host: string; port: number }[]) =>
    addStopped(session, info, { savePath: await tempDir(), peers })
  const [farTorrent, nearTorrent] = [
    await prepare(far, []),
    await prepare(near, [{ host: far.address, port: far.port }]),
  ]
  farTorrent.resume()
  const connected = Promise.all(
    [far, near].map(({ session }) => session.waitFor('peer_connect', { timeout: waitLimit })),
  )
  nearTorrent.resume()
  await connected
  return noDelays(far.port)
}

describeNoDelay("Nagle's algorithm", () => {
  test('is off at both ends of a connection', async () => {
    expect(await bothEnds()).toEqual([true, true])
  })

  test('is on where it is asked for', async () => {
    expect(await bothEnds(false)).toEqual([false, false])
  })
})

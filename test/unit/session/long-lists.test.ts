// Lists of more torrents than are converted at once: the event loop gets a turn after each part.
import { EventEmitter, once } from 'node:events'
import * as lt from '../../../lib'
import { afterThisTest } from '../../helpers/cleanup'
import { within } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { openSession } from '../../helpers/sessions'

/** Of three parts: a part has 16,384 values, and a status about 75. */
const count = 600
const partsWithMore = 2

async function sessionWithTorrents(): Promise<{
  session: lt.Session
  torrents: lt.TorrentHandle[]
}> {
  const session = openSession()
  const savePath = await tempDir()
  const flags = lt.torrentFlags.updateSubscribe
  const params = Array.from({ length: count }, (_, i) => ({
    infoHashes: { v1: (i + 1).toString(16).padStart(4, '0').padEnd(40, '1') },
    name: `torrent ${i}`,
    savePath,
    flags,
  }))
  return { session, torrents: await Promise.all(params.map((each) => session.addTorrent(each))) }
}

/** Stops conversions after each part, until `next()` is called. */
class Parts {
  readonly #stops = new EventEmitter()
  readonly #continue: () => void
  #isStopped = false
  #number = 0

  constructor(session: lt.Session) {
    const continued = session as unknown as { _continue: () => void }
    this.#continue = continued._continue.bind(session)
    continued._continue = () => {
      this.#isStopped = true
      this.#number++
      this.#stops.emit('stop')
    }
  }

  /** Resolves when a list has been converted in part. */
  async stopped(): Promise<void> {
    if (!this.#isStopped) await within(once(this.#stops, 'stop'), 'a part')
  }

  next(): void {
    this.#isStopped = false
    this.#continue()
  }

  async toTheEnd(): Promise<void> {
    for (let isLast = false; !isLast; this.next()) {
      await this.stopped()
      isLast = this.#number === partsWithMore
    }
  }
}

/** Until it is called again, no Date can be made, so no status converted. */
function failConversions(): () => void {
  const { Date } = globalThis
  const restore = (): void => {
    globalThis.Date = Date
  }
  globalThis.Date = class {
    constructor() {
      throw new Error('no dates')
    }
  } as unknown as DateConstructor
  afterThisTest(restore)
  return restore
}

describe.each([
  ['getTorrentStatus()', (session: lt.Session) => session.getTorrentStatus(0xffffffff)],
  [
    'refreshTorrentStatus()',
    (session: lt.Session, torrents: readonly lt.TorrentHandle[]) =>
      session.refreshTorrentStatus(torrents, 0xffffffff),
  ],
])('%s of many torrents', (_, query) => {
  test('has each of them once, in turns of the event loop', async () => {
    const { session, torrents } = await sessionWithTorrents()
    const parts = new Parts(session)
    const statuses = query(session, torrents)
    await parts.toTheEnd()
    expect((await statuses).map(({ handle }) => handle)).toEqual(torrents)
    expect((await statuses).map(({ name }) => name)).toEqual(torrents.map((_, i) => `torrent ${i}`))
  })

  test('rejects with session_closed when the session is closed between two parts', async () => {
    const { session, torrents } = await sessionWithTorrents()
    const parts = new Parts(session)
    const statuses = query(session, torrents)
    await parts.stopped()
    const closed = session.close()
    await expect(within(statuses, 'the list')).rejects.toMatchObject({ code: 'session_closed' })
    parts.next()
    await closed
  })

  test('has a torrent that is removed between two parts', async () => {
    const { session, torrents } = await sessionWithTorrents()
    const parts = new Parts(session)
    const statuses = query(session, torrents)
    await parts.stopped()
    await session.removeTorrent(torrents.at(-1)!)
    await parts.toTheEnd()
    const { handle, name } = (await statuses).at(-1)!
    expect(handle).toBe(torrents.at(-1))
    expect(handle.isValid()).toBe(false)
    expect(name).toBe(`torrent ${count - 1}`)
  })

  test('rejects with what a later part throws', async () => {
    const { session, torrents } = await sessionWithTorrents()
    const parts = new Parts(session)
    const statuses = query(session, torrents)
    await parts.stopped()
    const restore = failConversions()
    parts.next()
    restore()
    await expect(within(statuses, 'the list')).rejects.toThrow('no dates')
  })
})

test('two lists that are converted at once are both complete', async () => {
  const { session, torrents } = await sessionWithTorrents()
  const lists = [session.getTorrentStatus(), session.getTorrentStatus()]
  for (const list of await within(Promise.all(lists), 'the lists')) {
    expect(list.map(({ handle }) => handle)).toEqual(torrents)
  }
})

test('torrents without metadata have none in their status', async () => {
  const { session, torrents } = await sessionWithTorrents()
  const statuses = [
    ...(await session.getTorrentStatus(lt.statusFlags.queryTorrentFile)),
    ...(await session.torrentUpdates()),
    await torrents[0]!.status(),
  ]
  expect(new Set(statuses.map(({ torrentFile }) => torrentFile))).toEqual(new Set([null]))
})

test('getTorrentStatusSync() has all torrents', async () => {
  const { session, torrents } = await sessionWithTorrents()
  expect(session.getTorrentStatusSync().map(({ handle }) => handle)).toEqual(torrents)
})

describe('a state_update of many torrents', () => {
  test('comes complete, and before the alerts that were posted after it', async () => {
    const { session, torrents } = await sessionWithTorrents()
    const parts = new Parts(session)
    const order: string[] = []
    session.on('state_update', ({ status }) => order.push(`${status.length} updates`))
    session.on('torrent_paused', () => order.push('paused'))
    const updates = session.torrentUpdates()
    await parts.stopped()
    torrents[0]!.pause()
    await session.isPaused() // libtorrent has posted the alert
    expect(order).toEqual([])
    const paused = torrents[0]!.waitFor('torrent_paused')
    await parts.toTheEnd()
    await within(paused, 'the pause')
    expect(order).toEqual([`${count} updates`, 'paused'])
    expect(new Set((await updates).map(({ handle }) => handle))).toEqual(new Set(torrents))
  })

  test('is delivered when the session is closed between two parts', async () => {
    const { session } = await sessionWithTorrents()
    const parts = new Parts(session)
    let length = 0
    session.on('state_update', ({ status }) => (length = status.length))
    session.postTorrentUpdates()
    await parts.stopped()
    const closed = session.close()
    expect(length).toBe(count)
    parts.next()
    await closed
  })

  test('does not hold up other alerts once its listener is removed', async () => {
    const { session, torrents } = await sessionWithTorrents()
    const parts = new Parts(session)
    const listener = (): never => {
      throw new Error('was removed')
    }
    session.on('state_update', listener)
    session.postTorrentUpdates()
    await parts.stopped()
    session.off('state_update', listener)
    const paused = torrents[0]!.waitFor('torrent_paused')
    torrents[0]!.pause()
    parts.next()
    await within(paused, 'the pause')
  })

  test('counts as dropped when a later part throws', async () => {
    const { session } = await sessionWithTorrents()
    const parts = new Parts(session)
    const dropped = session.waitFor('alerts_dropped')
    const updates = session.torrentUpdates()
    await parts.stopped()
    const restore = failConversions()
    parts.next()
    restore()
    await expect(within(updates, 'updates')).rejects.toMatchObject({ code: 'alerts_dropped' })
    expect((await dropped).droppedAlerts).toEqual(['state_update'])
  })
})

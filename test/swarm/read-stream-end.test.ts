// How a read stream ends when it is destroyed or aborted, or when its torrent or session is gone, by its state.
import { getEventListeners, once } from 'node:events'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import * as lt from '../../lib'
import { rejectionOf, thrownBy, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, kiB, manyFiles, oneFile } from '../helpers/torrents'
import type { Readable } from 'node:stream'

const pieceSize = 32 * kiB

const bareInfo = (): lt.TorrentInfo => new lt.TorrentInfo(bareTorrent())

/** A torrent without metadata, and without peers that could send it. */
async function withoutMetadata(): Promise<lt.TorrentHandle> {
  const infoHashes = bareInfo().infoHashes()
  return openSession().addTorrent({ infoHashes, savePath: await tempDir(), flags: ownFlags })
}

/** A torrent that has its metadata and no data. */
async function withoutData(flags = ownFlags): Promise<lt.TorrentHandle> {
  return openSession().addTorrent({ ti: bareInfo(), savePath: await tempDir(), flags })
}

async function complete(size = 100 * kiB): Promise<lt.TorrentHandle> {
  return seed(openSession(), await oneFile(size, { pieceSize }))
}

/** Resolves in the turn of the event loop in which a method of a torrent is called. */
function called(
  torrent: lt.TorrentHandle,
  method: '_readBytes' | 'torrentFile' | 'waitFor',
): Promise<void> {
  return new Promise((resolve) => {
    const original = torrent[method].bind(torrent) as (...args: unknown[]) => Promise<never>
    jest.spyOn(torrent, method).mockImplementation((...args: unknown[]) => {
      resolve()
      return original(...args)
    })
  })
}

/** Resolves when a stream has found nothing to read, and waits for an alert. */
async function waiting(torrent: lt.TorrentHandle): Promise<void> {
  await called(torrent, 'waitFor')
  // libtorrent answers in order, so the requests of the stream have their answers before this one.
  await torrent.status()
  await torrent.status()
}

interface State {
  readonly state: string
  /** Makes the torrent, and says how to know that a stream of it which is read is in that state. */
  readonly prepare: () => Promise<{ torrent: lt.TorrentHandle; reached: Promise<unknown> }>
}

const states: State[] = [
  {
    state: 'that waits for metadata',
    async prepare() {
      const torrent = await withoutMetadata()
      return { torrent, reached: waiting(torrent) }
    },
  },
  {
    state: 'that requests the metadata',
    async prepare() {
      const torrent = await withoutData()
      return { torrent, reached: called(torrent, 'torrentFile') }
    },
  },
  {
    state: 'that requests which pieces there are',
    async prepare() {
      const torrent = await withoutData()
      const located = called(torrent, 'torrentFile')
      return { torrent, reached: located.then(() => called(torrent, 'waitFor')) }
    },
  },
  {
    state: 'that waits for a piece',
    async prepare() {
      const torrent = await withoutData()
      const located = called(torrent, 'torrentFile')
      return { torrent, reached: located.then(() => waiting(torrent)) }
    },
  },
  {
    state: 'that waits for a piece of a paused torrent',
    async prepare() {
      const torrent = await withoutData(ownFlags | lt.torrentFlags.paused)
      const located = called(torrent, 'torrentFile')
      return { torrent, reached: located.then(() => waiting(torrent)) }
    },
  },
  {
    state: 'that reads bytes',
    async prepare() {
      const torrent = await complete()
      return { torrent, reached: called(torrent, '_readBytes') }
    },
  },
]

async function forAwait(stream: Readable): Promise<number> {
  let length = 0
  for await (const chunk of stream) length += (chunk as Buffer).length
  return length
}

/** Ways to read a stream until it ends. Each rejects when the stream is destroyed. */
const readers: Record<string, (stream: Readable) => Promise<unknown>> = {
  'pipeline()': (stream) => pipeline(stream, new PassThrough().resume()),
  'for await': forAwait,
  'toArray()': (stream) => stream.toArray(),
}

describe.each(states)('a stream $state', ({ prepare }) => {
  test('closes without an error when it is destroyed', async () => {
    const { torrent, reached } = await prepare()
    const stream = torrent.createReadStream(0)
    const errors: unknown[] = []
    stream.on('error', (error) => errors.push(error)).resume()
    await within(reached, 'the state')
    stream.destroy()
    await within(once(stream, 'close'), 'close')
    expect(errors).toStrictEqual([])
  })

  test('emits the error that it is destroyed with', async () => {
    const { torrent, reached } = await prepare()
    const stream = torrent.createReadStream(0).resume()
    const end = once(stream, 'close')
    await within(reached, 'the state')
    stream.destroy(new Error('mine'))
    expect(await rejectionOf(end)).toMatchObject({ message: 'mine' })
  })

  test.each(Object.entries(readers))('rejects %s when its signal aborts', async (_with, read) => {
    const { torrent, reached } = await prepare()
    const { signal, abort } = abortable()
    const end = read(torrent.createReadStream(0, { signal }))
    end.catch(() => {})
    await within(reached, 'the state')
    abort()
    expect(await rejectionOf(end)).toMatchObject({ name: 'AbortError' })
    expect(getEventListeners(signal, 'abort')).toStrictEqual([])
  })

  test('sets no deadlines after it was destroyed', async () => {
    const { torrent, reached } = await prepare()
    const setting = jest.spyOn(torrent, '_setStreamDeadlines')
    const stream = torrent.createReadStream(0).resume()
    await within(reached, 'the state')
    stream.destroy()
    const { length } = setting.mock.calls
    await within(once(stream, 'close'), 'close')
    const received = torrent.metadata()
    await torrent.setMetadata(bareInfo().infoSection()) // what the stream may have waited for
    await within(received, 'the metadata')
    await torrent.status()
    await torrent.status()
    expect(setting.mock.calls).toHaveLength(length)
    const priorities = await torrent.getPiecePriorities()
    expect(priorities).not.toContain(lt.downloadPriority.topPriority)
  })

  test('fails when the torrent is removed', async () => {
    const { torrent, reached } = await prepare()
    const end = buffer(torrent.createReadStream(0))
    end.catch(() => {})
    await within(reached, 'the state')
    await torrent.session.removeTorrent(torrent)
    await expectRemoved(end)
  })

  test('fails when the session is closed', async () => {
    const { torrent, reached } = await prepare()
    const end = buffer(torrent.createReadStream(0))
    end.catch(() => {})
    await within(reached, 'the state')
    await torrent.session.close()
    await expectClosed(end)
  })
})

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

describe('a stream that was not read yet', () => {
  test.each([
    ['without metadata', withoutMetadata],
    ['without data', withoutData],
    ['that is complete', complete],
  ])('closes when it is destroyed, of a torrent %s', async (_of, open) => {
    const stream = (await open()).createReadStream(0)
    stream.destroy()
    await within(once(stream, 'close'), 'close')
  })

  test('asks nothing of its torrent', async () => {
    const torrent = await complete()
    const calls = [jest.spyOn(torrent, 'waitFor'), jest.spyOn(torrent, 'torrentFile')]
    const stream = torrent.createReadStream(0)
    await torrent.status()
    stream.destroy()
    await within(once(stream, 'close'), 'close')
    for (const call of calls) expect(call).not.toHaveBeenCalled()
  })

  test.each(Object.entries(readers))(
    'rejects %s when its signal had aborted before',
    async (_with, read) => {
      const stream = (await withoutMetadata()).createReadStream(0, { signal: AbortSignal.abort() })
      expect(await rejectionOf(read(stream))).toMatchObject({ name: 'AbortError' })
    },
  )

  test('fails when it is read after its torrent was removed', async () => {
    const torrent = await withoutMetadata()
    const stream = torrent.createReadStream(0)
    await torrent.session.removeTorrent(torrent)
    await expectRemoved(buffer(stream))
  })

  test('fails when it is read after its session was closed', async () => {
    const torrent = await withoutMetadata()
    const stream = torrent.createReadStream(0)
    await torrent.session.close()
    await expectClosed(buffer(stream))
  })

  test('is refused with a TypeError when its signal is none', async () => {
    const torrent = await withoutMetadata()
    const error = thrownBy(() => torrent.createReadStream(0, { signal: {} as AbortSignal }))
    expect(error).toMatchObject({ name: 'TypeError' }) // of Node's realm, not of the test's
  })
})

describe('a stream that was read to its end', () => {
  test.each([
    ['a whole file', {}],
    ['a range of no bytes', { start: 100 * kiB }],
    ['the last byte', { start: 100 * kiB - 1 }],
  ])('closes, and ignores destroy() and its signal: %s', async (_of, range) => {
    const { signal, abort } = abortable()
    const stream = (await complete()).createReadStream(0, { ...range, signal })
    const errors: unknown[] = []
    stream.on('error', (error) => errors.push(error)).resume()
    await within(once(stream, 'close'), 'close')
    expect(getEventListeners(signal, 'abort')).toStrictEqual([])
    abort()
    stream.destroy(new Error('too late'))
    await new Promise(setImmediate)
    expect([stream.readableEnded, errors]).toStrictEqual([true, []])
  })

  test('of an empty file, closes', async () => {
    const content = await manyFiles({ a: 0, b: 100 }, { pieceSize })
    const torrent = await seed(openSession(), content)
    const files = content.info.files()
    const empty = [...Array(files.numFiles()).keys()].find((file) => files.fileSize(file) === 0)!
    const stream = torrent.createReadStream(empty)
    expect((await within(buffer(stream), 'the end')).length).toBe(0)
    expect(stream.closed).toBe(true)
  })
})

async function expectRemoved(end: Promise<unknown>): Promise<void> {
  const { code } = (await rejectionOf(end)) as lt.LibtorrentError
  expect(['torrent_removed', 'invalid_torrent_handle']).toContain(code)
}

async function expectClosed(end: Promise<unknown>): Promise<void> {
  expect(await rejectionOf(end)).toMatchObject({ code: 'session_closed' })
}

// Messages have the form of node:fs; the stack of a rejection names the function that awaits.
import { join } from 'node:path'
import * as lt from '../../../lib'
import { packageRoot } from '../../helpers/child'
import { rejectionOf, thrownBy } from '../../helpers/deadline'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const ti = (): lt.TorrentInfo => new lt.TorrentInfo(bareTorrent())

async function bare(session = openSession()): Promise<lt.TorrentHandle> {
  return session.addTorrent({ ti: ti(), savePath: '/nonexistent', flags: ownFlags })
}

describe('the message of an error', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a missing file',
      () => lt.loadTorrentFile('/nope'),
      "ENOENT: no such file or directory, open '/nope'",
    ],
    [
      'content that is no torrent',
      () => lt.loadTorrentFile('/dev/null'),
      "unexpected_eof: unexpected end of file in bencoded string, '/dev/null'",
    ],
  ])('says code, text, operation and file: %s', async (_, call, message) => {
    expect(await rejectionOf(call())).toMatchObject({ message })
  })

  test('says code and text where there is no file', async () => {
    const session = openSession()
    expect(thrownBy(() => lt.parseMagnetUri(''))).toMatchObject({
      message: 'unsupported_url_protocol: unsupported URL protocol',
    })
    const torrent = await bare(session)
    const removed = session.removeTorrent(torrent)
    expect(thrownBy(() => torrent.infoHashes())).toMatchObject({
      message: 'invalid_torrent_handle: invalid torrent handle used',
    })
    await removed
    await session.close()
    expect(thrownBy(() => session.pause())).toMatchObject({
      message: 'session_closed: the session is closed',
    })
  })

  test('begins its stack, after the name', () => {
    const { stack } = thrownBy(() => lt.parseMagnetUri('')) as Error
    expect(stack).toMatch(/^LibtorrentError: unsupported_url_protocol: unsupported URL protocol\n/)
  })
})

type Attempt = (torrent: lt.TorrentHandle) => Promise<unknown>

const hash = 'ab'.repeat(20)
const nowhere: lt.Endpoint = { address: '127.0.0.1', port: 1 }

function afterClose(...calls: readonly [string, Attempt][]): [string, Attempt][] {
  return calls.map(([name, call]) => [
    `${name} after the session was closed`,
    async (torrent) => {
      await torrent.session.close()
      return await call(torrent)
    },
  ])
}

const attempts: readonly [string, Attempt][] = [
  ['a file that is read on a pool thread', () => lt.loadTorrentFile('/nope')],
  ['a call on the network thread', (torrent) => torrent.havePiece(99)],
  ['an argument', (torrent) => torrent.moveStorage(5 as never)],
  ['an alert', (torrent) => torrent.readPiece(99)],
  ['a request that starts with a call', (torrent) => torrent.renameFile(99, 'x')],
  ['a request to a DHT that is off', (torrent) => torrent.session.dhtPutItem('x')],
  ['a wait on state', (torrent) => torrent.finished({ timeout: 1 })],
  [
    'files of a torrent without metadata',
    async ({ session }) => {
      const torrent = await session.add(hash, { savePath: '/nonexistent' })
      return await torrent.files({ timeout: 1 })
    },
  ],
  ['work of several steps', ({ session }) => lt.fetchMetadata(hash, { session, timeout: 1 })],
  ['a deadline', (torrent) => torrent.waitFor('torrent_finished', { timeout: 1 })],
  [
    'an abort of the wait for a call',
    (torrent) => torrent.session.addTorrent({} as never, { signal: new AbortController().signal }),
  ],
  ['options', (torrent) => torrent.metadata(5 as never)],
  ['options of a request to the DHT', ({ session }) => session.dhtAnnounce(hash, 5 as never)],
  [
    'files that are hashed',
    () => {
      const files = new lt.FileStorage()
      files.addFile('missing', 100)
      return new lt.CreateTorrent(files).setPieceHashes('/nonexistent')
    },
  ],
  [
    'a session that is closed',
    (torrent) => {
      const answer = torrent.waitFor('torrent_finished')
      void torrent.session.close()
      return answer
    },
  ],
  ...afterClose(
    ['a wait', ({ session }) => session.waitFor('torrent_finished')],
    ['the peers of the DHT', ({ session }) => session.dhtGetPeers(hash)],
    ['an item of the DHT', ({ session }) => session.dhtGetItem(hash)],
    ['a mutable item of the DHT', ({ session }) => session.dhtGetMutableItem(Buffer.alloc(32))],
    ['nodes of the DHT', ({ session }) => session.dhtLiveNodes(hash)],
    ['a node of the DHT', ({ session }) => session.dhtSampleInfohashes(nowhere, hash)],
    ['counters of the DHT', ({ session }) => session.dhtStats()],
    ['counters', ({ session }) => session.sessionStats()],
    ['a status', (torrent) => torrent.status()],
    ['files', (torrent) => torrent.files()],
    ['a removal', (torrent) => torrent.session.removeTorrent(torrent)],
  ),
  [
    'a torrent that is removed',
    (torrent) => {
      const answer = torrent.waitFor('torrent_finished')
      void torrent.session.removeTorrent(torrent)
      return answer
    },
  ],
]

/** Named in stacks. */
async function theCaller(attempt: Attempt, torrent: lt.TorrentHandle): Promise<unknown> {
  return await attempt(torrent)
}

describe('the stack of a rejection names the function that awaits', () => {
  test.each(attempts)('%s', async (_, attempt) => {
    const { stack } = (await rejectionOf(theCaller(attempt, await bare()))) as Error
    expect(stack).toMatch(/theCaller/)
  })

  test('within Promise.all()', async () => {
    const all = async (): Promise<unknown> => await Promise.all([lt.loadTorrentFile('/nope')])
    const { stack } = (await rejectionOf(all())) as Error
    expect(stack).toMatch(/Promise\.all \(index 0\)\n +at (async )?all .*stacks\.test/)
  })

  test('the stack has no frame of the package', async () => {
    const { stack } = (await rejectionOf(
      theCaller(() => lt.loadTorrentFile('/nope'), await bare()),
    )) as Error
    const sources = join(packageRoot, 'lib/')
    expect(stack).not.toContain(sources)
    const { stack: ofCheck } = thrownBy(() => lt.parseMagnetUri(5 as never)) as Error
    expect(ofCheck).toContain(sources) // frames name files so
  })
})

test('the reason of a signal keeps its stack', async () => {
  const torrent = await bare()
  const controller = new AbortController()
  const reason = new Error('mine')
  const { stack } = reason
  const answer = torrent.waitFor('torrent_finished', { signal: controller.signal })
  controller.abort(reason)
  expect(await rejectionOf(answer)).toBe(reason)
  expect(reason.stack).toBe(stack)
})

test('the error that a filter throws keeps its stack', async () => {
  const session = openSession()
  const failure = new TypeError('mine')
  const { stack } = failure
  const rejection = rejectionOf(
    session.waitFor('add_torrent', {
      filter: () => {
        throw failure
      },
    }),
  )
  await bare(session)
  expect(await rejection).toBe(failure)
  expect(failure.stack).toBe(stack)
})

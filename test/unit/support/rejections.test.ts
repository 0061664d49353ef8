// What is typed as a promise never throws: a wrong argument and a closed session reject it.
import * as lt from '../../../lib'
import { addon } from '../../../lib/native/binding'
import { rejectionOf } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

interface Method {
  readonly name: string
  readonly parameters: readonly unknown[]
  readonly result: string
}

const { methods } = JSON.parse(addon.schema()) as { methods: Record<string, readonly Method[]> }
const wrong = Symbol('wrong') as never

type Call = (...args: unknown[]) => unknown

/** The names of a class's methods in the tables that return promises. */
function promising(cls: string, least: number): string[] {
  const found = methods[cls]?.filter(
    ({ result, parameters }) => result.startsWith('Promise') && parameters.length >= least,
  )
  return found?.map(({ name }) => name) ?? []
}

/** The methods that lib/ writes itself, with a first argument that they can't take. */
const written = {
  session: ['addTorrent', 'removeTorrent', 'waitFor', 'dhtGetItem', 'dhtGetMutableItem'].concat([
    'dhtPutItem',
    'dhtPutMutableItem',
    'dhtLiveNodes',
    'dhtDirectRequest',
    'torrentUpdates',
    'sessionStats',
    'dhtStats',
    'dhtGetPeers',
    'dhtAnnounce',
  ]),
  torrent: ['waitFor', 'saveResumeData', 'readPiece', 'moveStorage', 'renameFile', 'scrapeTracker'],
}

async function specimens(): Promise<{ session: lt.Session; torrent: lt.TorrentHandle }> {
  const session = openSession({ enable_dht: true, dht_bootstrap_nodes: '' })
  const ti = new lt.TorrentInfo(bareTorrent())
  const torrent = await session.addTorrent({ ti, savePath: '/nonexistent', flags: ownFlags })
  return { session, torrent }
}

async function failureOf(object: object, name: string, args: unknown[]): Promise<unknown> {
  const method = (object as Record<string, Call>)[name]
  if (!method) throw new Error(`no method ${name}`)
  return rejectionOf(Reflect.apply(method, object, args) as Promise<unknown>)
}

describe('with a wrong argument', () => {
  test('methods of a session reject with a TypeError', async () => {
    const { session } = await specimens()
    const names = promising('Session', 1).concat(written.session)
    const failures = await failuresOf(names, async (name) => {
      expect(await failureOf(session, name, [wrong, wrong, wrong])).toBeInstanceOf(TypeError)
    })
    expect(failures).toStrictEqual([])
  })

  test('methods of a torrent reject with a TypeError', async () => {
    const { torrent } = await specimens()
    const names = promising('TorrentHandle', 1).concat(written.torrent)
    const failures = await failuresOf(names, async (name) => {
      expect(await failureOf(torrent, name, [wrong, wrong, wrong])).toBeInstanceOf(TypeError)
    })
    expect(failures).toStrictEqual([])
  })

  test('functions reject with a TypeError', async () => {
    const files = new lt.FileStorage()
    expect(await rejectionOf(lt.addFiles(wrong, ''))).toBeInstanceOf(TypeError)
    expect(await rejectionOf(lt.addFiles(files, ''))).toBeInstanceOf(RangeError)
    expect(await rejectionOf(lt.loadTorrentFile(wrong))).toBeInstanceOf(TypeError)
    expect(await rejectionOf(lt.TorrentInfo.load(wrong))).toBeInstanceOf(TypeError)
    files.addFile('a', 1)
    const torrent = new lt.CreateTorrent(files)
    expect(await rejectionOf(torrent.setPieceHashes(wrong))).toBeInstanceOf(TypeError)
    expect(await rejectionOf(torrent.setPieceHashes('', wrong))).toBeInstanceOf(TypeError)
  })

  test('addTorrent() rejects with the error that a getter of its params throws', async () => {
    const { session } = await specimens()
    const failure = new Error('mine')
    const params = {
      infoHashes: { v1: 'ab'.repeat(20) },
      get savePath(): string {
        throw failure
      },
    }
    expect(await rejectionOf(session.addTorrent(params))).toBe(failure)
  })
})

test.each([
  [null, /^options must be an object, got null$/],
  [{ signal: 5 }, /^options\.signal must be an AbortSignal, got 5$/],
  [{ timeout: 'soon' }, /^options\.timeout must be a number from 0, got "soon"$/],
  [{ timeout: -1 }, /^options\.timeout must be a number from 0, got -1$/],
  [{ timeout: NaN }, /^options\.timeout must be a number from 0, got NaN$/],
  [{ Signal: undefined }, /^options has the unknown key "Signal", did you mean "signal"\?$/],
])('with %j for options', async (options, message) => {
  const { session, torrent } = await specimens()
  const calls = [
    session.waitFor('add_torrent', options as never),
    session.sessionStats(options as never),
    session.torrentUpdates(options as never),
    session.addTorrent({ infoHashes: { v1: 'ab'.repeat(20) }, savePath: '.' }, options as never),
    session.removeTorrent(torrent, options as never),
    session.dhtGetMutableItem(new Uint8Array(32), options as never),
    session.dhtAnnounce('ab'.repeat(20), options as never),
    torrent.saveResumeData(options as never),
    torrent.moveStorage('.', options as never),
    torrent.renameFile(0, 'a', options as never),
    torrent.scrapeTracker(options as never),
    torrent.finished(options as never),
    torrent.waitFor('torrent_checked', options as never),
  ]
  for (const call of calls) {
    expect(await rejectionOf(call)).toMatchObject({ message: expect.stringMatching(message) })
  }
})

describe('when the session is closed', () => {
  const argumentsOf = (name: string): unknown[] => (name === 'waitFor' ? ['add_torrent'] : [])

  test('methods of a session reject with session_closed', async () => {
    const { session } = await specimens()
    await session.close()
    const names = promising('Session', 0).concat(written.session)
    const failures = await failuresOf(names, async (name) => {
      const failure = await failureOf(session, name, argumentsOf(name))
      expect(failure).toMatchObject({ code: 'session_closed' })
    })
    expect(failures).toStrictEqual([])
  })

  test('methods of a torrent reject with session_closed', async () => {
    const { session, torrent } = await specimens()
    await session.close()
    const names = promising('TorrentHandle', 0).concat(written.torrent)
    const failures = await failuresOf(names, async (name) => {
      const failure = await failureOf(torrent, name, argumentsOf(name))
      expect(failure).toMatchObject({ code: 'session_closed' })
    })
    expect(failures).toStrictEqual([])
  })
})

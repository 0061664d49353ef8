// Methods on what they are not methods of, and arguments of every wrong kind.
import { types } from 'node:util'
import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const classes = {
  Session: lt.Session,
  TorrentHandle: lt.TorrentHandle,
  TorrentInfo: lt.TorrentInfo,
  FileStorage: lt.FileStorage,
  CreateTorrent: lt.CreateTorrent,
  IpFilter: lt.IpFilter,
  PortFilter: lt.PortFilter,
  PeerClassTypeFilter: lt.PeerClassTypeFilter,
}

type Method = (...args: unknown[]) => unknown

/** The methods of a class and those that it inherits from the native one. */
function methodsOf(prototype: object): [string, Method][] {
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(
    ([name, { value }]): [string, Method][] =>
      name !== 'constructor' && typeof value === 'function' ? [[name, value as Method]] : [],
  )
  const parent = Object.getPrototypeOf(prototype) as object
  // the native class is of another realm than this file, and so is its Object
  const isLast = Object.getPrototypeOf(parent) === null
  return isLast ? own : [...own, ...methodsOf(parent)]
}

/** What a call throws, or what the promise that it returns is rejected with. */
async function failureOf(call: () => unknown): Promise<unknown> {
  try {
    await call()
    return undefined
  } catch (error) {
    return error
  }
}

test('a name of 100,000 characters is an error at once, which quotes its start', () => {
  const long = '\u00e9'.repeat(100_000)
  const quoted = `"${'\u00e9'.repeat(20)}..."`
  // The distance of this name to each of 200 settings would take 11 s, so 20 of them the deadline.
  for (let i = 0; i < 20; i++) {
    const failure = thrownBy(() => new lt.Session({ settings: { [long]: 1 } }))
    expect(failure).toStrictEqual(new TypeError(`options.settings has the unknown key ${quoted}`))
  }
})

test('every method throws or rejects with a TypeError when its receiver is of another class', async () => {
  const methods = Object.entries(classes).flatMap(([name, cls]) =>
    methodsOf(cls.prototype).map(([method, call]) => [`${name}.${method}`, cls, call] as const),
  )
  const strangers = [new lt.FileStorage(), new lt.IpFilter(), new lt.TorrentInfo(bareTorrent())]
  const failures = await failuresOf(methods, async ([name, cls, call]) => {
    if (name.endsWith('.createReadStream')) return // its errors are those of a stream
    if (name.endsWith('.toJSON')) return // it only calls methods of its receiver
    const others = strangers.filter((stranger) => !(stranger instanceof cls))
    for (const receiver of [undefined, {}, Object.create(cls.prototype), ...others]) {
      const failure = await failureOf(() => Reflect.apply(call, receiver, []))
      // V8 makes some of these errors itself, in the realm of the native class
      expect(types.isNativeError(failure) && failure.name).toBe('TypeError')
    }
  })
  expect(failures).toStrictEqual([])
})

test('classes can only be made with new', () => {
  for (const cls of Object.values(classes)) {
    expect(() => Reflect.apply(cls as unknown as Method, undefined, [])).toThrow(TypeError)
  }
})

test('methods with an argument of the wrong type name it', async () => {
  const session = openSession()
  const torrent = await session.addTorrent({
    ti: new lt.TorrentInfo(bareTorrent()),
    savePath: '/nonexistent',
    flags: ownFlags,
  })
  const wrong: [() => unknown, RegExp][] = [
    [() => torrent.connectPeer(5 as never), /^endpoint must be an object, got 5$/],
    [
      () => torrent.connectPeer({ address: '127.0.0.1', port: -1 }),
      /^endpoint\.port must be an integer from 0 to 65535, got -1$/,
    ],
    [() => torrent.connectPeer({ address: 'x', port: 1 }), /^endpoint\.address must be an IP/],
    [() => torrent.setFlags('1' as never), /^flags must be an integer/],
    [() => torrent.setFlags(1, {} as never), /^mask must be an integer/],
    [() => torrent.pause(0.5), /^flags must be an integer/],
    [() => torrent.addUrlSeed(null as never), /^url must be a string, got null$/],
    [() => torrent.setPieceDeadline(0, '1' as never), /^milliseconds must be an integer/],
    [() => torrent.forceReannounce({ seconds: -1 }), /^options\.seconds must be an integer from 0/],
    [() => torrent.queuePositionSet(-1), /^position must be an integer from 0/],
    [() => torrent.prioritizeFiles([1, 'x'] as never), /^priorities\[1\] must be an integer/],
    [() => torrent.replaceTrackers({} as never), /^trackers must be an array, got an object$/],
    [() => torrent.havePiece('x' as never), /^piece must be an integer/],
    [() => session.dhtGetPeers('x'), /^infoHash must be 40 hex digits, got "x"$/],
    [() => session.addDhtNode(['x'] as never), /^node must be an array of two, got an array$/],
    [() => session.addDhtNode(['x', 70_000]), /^node\[1\] must be an integer from 0 to 65535/],
    [() => session.findTorrent(5 as never), /^infoHash must be 40 hex digits, or 64, got 5$/],
  ]
  for (const [call, message] of wrong) {
    const failure = await failureOf(call)
    expect(failure).toBeInstanceOf(Error)
    expect((failure as Error).message).toMatch(message)
    expect(['TypeError', 'RangeError']).toContain((failure as Error).name)
  }
})

test('methods ignore arguments that they do not have', async () => {
  const session = openSession()
  const isPaused = session.isPaused.bind(session) as Method
  expect(await isPaused(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).toBe(false)
})

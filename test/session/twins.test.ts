// Every method that waits for libtorrent's thread is there twice: as a promise, and Sync. Both say the
// same, and what the generated types say that they say.
import { addon } from '../../lib/native/binding'
import * as lt from '../../lib'
import { failuresOf } from '../helpers/failures'
import { expectTypeOf } from '../alerts/helpers/shape'
import { openSession, seed } from '../helpers/sessions'
import { kiB, manyFiles } from '../helpers/torrents'

interface Method {
  readonly name: string
  readonly result: string
  readonly parameters: readonly { readonly name: string; readonly optional: boolean }[]
}
const { methods } = JSON.parse(addon.schema()) as { methods: Record<string, Method[]> }

/** The methods of a class that return promises, need no argument and have a twin. */
function twinsOf(className: string): Method[] {
  const all = methods[className]!
  const names = new Set(all.map(({ name }) => name))
  return all.filter(
    ({ name, parameters, result }) =>
      result.startsWith('Promise<') &&
      names.has(`${name}Sync`) &&
      parameters.every(({ optional }) => optional),
  )
}

const classNames = ['Session', 'TorrentHandle', 'TorrentInfo', 'FileStorage', 'CreateTorrent']

test('every ...Sync method has a promise method, and lib/ replaces neither of them, or both', async () => {
  const failures = await failuresOf(classNames, (className) => {
    const { prototype } = lt[className as 'Session'] as { prototype: object }
    const native = addon[className as 'Session'].prototype as object
    const twins = [...membersOf(prototype)].filter((name) => name.endsWith('Sync'))
    const isNative = (name: string): boolean =>
      Reflect.get(prototype, name) === Reflect.get(native, name)
    const lonely = twins.filter((name) => !Reflect.has(prototype, name.slice(0, -4)))
    expect(lonely).toStrictEqual([])
    const uneven = twins
      .filter((name) => isNative(name) !== isNative(name.slice(0, -4)))
      .map((name) => name.slice(0, -4))
    expect(uneven).toStrictEqual([])
  })
  expect(failures).toStrictEqual([])
})

function membersOf(object: object): Set<string> {
  const names = new Set<string>()
  for (let from: unknown = object; from; from = Object.getPrototypeOf(from)) {
    for (const name of Object.getOwnPropertyNames(from)) names.add(name)
  }
  return names
}

test('addTorrent() and addTorrentSync() both return when the torrent is in the session', async () => {
  const params = { infoHashes: { v1: '1'.repeat(40), v2: null }, savePath: '/nonexistent' }
  const session = openSession()
  const torrent = session.addTorrentSync(params)
  expect(session.getTorrentsSync()).toStrictEqual([torrent])
  expect(await session.addTorrent(params)).toBe(torrent)
  expect(await session.getTorrents()).toStrictEqual([torrent])
})

test('methods that wait for an alert have no Sync twin', async () => {
  const ofTorrents = ['renameFile', 'moveStorage', 'readPiece', 'saveResumeData', 'forceRecheck']
  const failures = await failuresOf([...ofTorrents, 'removeTorrent'], (name) => {
    expect([lt.TorrentHandle, lt.Session].some(({ prototype }) => name in prototype)).toBe(true)
    for (const { prototype } of [lt.TorrentHandle, lt.Session]) {
      expect(`${name}Sync` in prototype).toBe(false)
    }
  })
  expect(failures).toStrictEqual([])
})

type Call = () => unknown

const resultOf = ({ result }: Method): string => /^Promise<(.*)>$/.exec(result)![1]!

async function expectTwins(object: object, method: Method): Promise<void> {
  const members = object as Record<string, Call>
  const later = await members[method.name]!()
  const now = members[`${method.name}Sync`]!()
  expect(comparable(now)).toStrictEqual(comparable(later))
  if (resultOf(method) === 'void') expect(later).toBeUndefined()
  else expectTypeOf(resultOf(method), later)
}

/** What libtorrent counts on with the time, and objects that are made for each answer. */
function comparable(value: unknown): unknown {
  if (value instanceof lt.TorrentInfo) return value.infoHashes()
  if (value instanceof lt.IpFilter) return value.exportFilter()
  if (value instanceof lt.PeerClassTypeFilter) return typeof value
  if (Array.isArray(value)) return value.map(comparable)
  if (value instanceof lt.TorrentHandle || value instanceof lt.Bitfield) return value
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).filter(
    ([key]) => !/Duration$|^nextAnnounce$|^lastUse$/.test(key),
  )
  return Object.fromEntries(entries.map(([key, item]) => [key, comparable(item)]))
}

const ofSession = twinsOf('Session')
// the set of open files changes by itself
const ofTorrent = twinsOf('TorrentHandle').filter(({ name }) => name !== 'fileStatus')

const named = (all: Method[]): (readonly [string, Method])[] =>
  all.map((method) => [method.name, method])

test('both twins of each method of a session return the same', async () => {
  const session = openSession({ alert_mask: lt.alertCategory.status })
  await session.listenPort()
  expect(ofSession.length).toBeGreaterThan(10)
  const failures = await failuresOf(named(ofSession), ([, method]) => expectTwins(session, method))
  expect(failures).toStrictEqual([])
})

test('both twins of each method of a torrent return the same', async () => {
  const content = await manyFiles({ a: 20 * kiB, b: 30 * kiB }, { pieceSize: 16 * kiB })
  const torrent = await seed(openSession(), content)
  expect(ofTorrent.length).toBeGreaterThan(20)
  const failures = await failuresOf(named(ofTorrent), ([, method]) => expectTwins(torrent, method))
  expect(failures).toStrictEqual([])
})

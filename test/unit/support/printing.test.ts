// What console.log() and JSON.stringify() make of the classes, and that they can't be posted.
import { inspect } from 'node:util'
import * as lt from '../../../lib'
import { thrownBy, within } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent, oneFile } from '../../helpers/torrents'

const savePath = '/nonexistent'
const magnet = `magnet:?xt=urn:btih:${'ab'.repeat(20)}&dn=by%20name`

function specimens(): Record<string, object> {
  const info = new lt.TorrentInfo(bareTorrent())
  return {
    Session: openSession(),
    TorrentInfo: info,
    FileStorage: info.files(),
    CreateTorrent: new lt.CreateTorrent(info.files()),
    IpFilter: new lt.IpFilter(),
    PortFilter: new lt.PortFilter(),
    PeerClassTypeFilter: new lt.PeerClassTypeFilter(),
  }
}
const names = [
  'Session',
  'TorrentInfo',
  'FileStorage',
  'CreateTorrent',
  'IpFilter',
  'PortFilter',
  'PeerClassTypeFilter',
]

describe('a torrent prints', () => {
  test('name, info-hashes and state', async () => {
    const session = openSession()
    const ti = new lt.TorrentInfo(bareTorrent({ name: 'ubuntu.iso' }))
    const changed = session.waitFor('torrent_checked')
    const torrent = await session.addTorrent({ ti, savePath, flags: ownFlags })
    await within(changed, 'torrent_checked')
    const { state } = await torrent.status()
    const expected = { name: 'ubuntu.iso', infoHashes: ti.infoHashes(), state }
    expect(torrent.toJSON()).toStrictEqual(expected)
    expect(JSON.parse(JSON.stringify(torrent))).toStrictEqual(expected)
    expect(inspect(torrent)).toBe(`TorrentHandle ${inspect(expected)}`)
    expect(inspect({ nested: { deep: { torrent } } })).toContain('torrent: [TorrentHandle]')
  })

  test('the display name of a magnet link, then that of its metadata', async () => {
    const { info, savePath: directory } = await oneFile(20_000, { version: 'hybrid' })
    const torrent = await openSession().addTorrent({
      ...lt.parseMagnetUri(`magnet:?xt=urn:btih:${info.infoHashes().v1}&dn=by%20name`),
      savePath: directory,
      flags: ownFlags,
    })
    expect(torrent.toJSON()).toStrictEqual({
      name: 'by name',
      infoHashes: { v1: info.infoHashes().v1, v2: null },
      state: 'downloading_metadata',
    })
    const received = torrent.waitFor('metadata_received')
    const checked = torrent.waitFor('torrent_checked')
    await torrent.setMetadata(info.infoSection())
    await within(Promise.all([received, checked]), 'the metadata')
    expect(torrent.toJSON()).toMatchObject({ name: info.name(), infoHashes: info.infoHashes() })
  })

  test('prints the last known state after the removal, and after the session closed', async () => {
    const session = openSession()
    const [first, second] = await Promise.all([
      session.addTorrent({ ...lt.parseMagnetUri(magnet), savePath, flags: ownFlags }),
      session.addTorrent({ ti: new lt.TorrentInfo(bareTorrent()), savePath, flags: ownFlags }),
    ])
    const removal = session.removeTorrent(first)
    const removed = {
      name: 'by name',
      infoHashes: { v1: 'ab'.repeat(20), v2: null },
      state: 'removed',
    }
    expect(first.toJSON()).toStrictEqual(removed)
    await removal
    expect(first.toJSON()).toStrictEqual(removed)
    const closing = session.close()
    expect(second.toJSON()).toMatchObject({ name: 'bare.bin', state: 'session_closed' })
    await closing
    expect(inspect(second)).toMatch(/bare\.bin.*session_closed/s)
    expect(inspect(first)).toMatch(/by name.*session_closed/s)
  })
})

test.each<[string, object]>([
  ['Session', { closed: false }],
  ['TorrentInfo', { name: 'bare.bin', numFiles: 1, totalSize: 102_400, numPieces: 7 }],
  ['FileStorage', { name: 'bare.bin', numFiles: 1, totalSize: 102_400, numPieces: 7 }],
  ['CreateTorrent', { isHashing: false, totalSize: 102_400 }],
  ['IpFilter', { ipv4: [{ first: '0.0.0.0', last: '255.255.255.255', flags: 0 }] }],
  ['PortFilter', [{ first: 0, last: 65_535, flags: 0 }]],
  ['PeerClassTypeFilter', { tcp_socket: { added: 0, allowed: 2 ** 32 - 1 } }],
])('%s prints what it stands for', (name, expected) => {
  const object = specimens()[name] as { toJSON(): object }
  expect(object.toJSON()).toMatchObject(expected)
  expect(inspect(object)).toBe(`${name} ${inspect(object.toJSON())}`)
})

test('a PortFilter prints its ranges', () => {
  const filter = new lt.PortFilter()
  filter.addRule(0, 1023, lt.portFilterFlags.blocked)
  filter.addRule(65_535, 65_535, lt.portFilterFlags.blocked)
  expect(filter.toJSON()).toStrictEqual([
    { first: 0, last: 1023, flags: 1 },
    { first: 1024, last: 65_534, flags: 0 },
    { first: 65_535, last: 65_535, flags: 1 },
  ])
})

test('a CreateTorrent can be printed while its pieces are hashed', async () => {
  const { path, savePath: directory } = await oneFile(100_000)
  const files = await lt.addFiles(new lt.FileStorage(), path)
  const torrent = new lt.CreateTorrent(files)
  const hashed = torrent.setPieceHashes(directory)
  expect(inspect(torrent)).toBe('CreateTorrent { isHashing: true }')
  await hashed
  expect(torrent.toJSON()).toMatchObject({ isHashing: false, totalSize: 100_000 })
})

describe('structuredClone() throws a DataCloneError', () => {
  const isDataCloneError = expect.objectContaining({ name: 'DataCloneError' }) as unknown

  test('for an object of each class', async () => {
    const failures = await failuresOf(names, (name) => {
      expect(thrownBy(() => structuredClone(specimens()[name]))).toEqual(isDataCloneError)
    })
    expect(failures).toStrictEqual([])
  })

  test('for a TorrentHandle, and for what contains one', async () => {
    const session = openSession()
    const added = session.waitFor('add_torrent')
    const torrent = await session.addTorrent({ ...lt.parseMagnetUri(magnet), savePath })
    expect(thrownBy(() => structuredClone(torrent))).toEqual(isDataCloneError)
    const alert = await added
    expect(thrownBy(() => structuredClone(alert))).toEqual(isDataCloneError)
    const { handle, ...rest } = alert
    expect(handle).toBe(torrent)
    expect(structuredClone(rest).torrentName).toBe('by name')
  })

  test('clones plain data', () => {
    const params = lt.parseMagnetUri(magnet)
    expect(structuredClone(params)).toEqual(params)
    expect(structuredClone(lt.Bitfield.from([true, false]))).toMatchObject({ length: 2 })
  })
})

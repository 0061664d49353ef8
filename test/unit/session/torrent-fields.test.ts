import type * as lt from '../../../lib'
import { waitLimit } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { openSession } from '../../helpers/sessions'

async function sessionWithTorrents(count: number): Promise<lt.Session> {
  const session = openSession()
  const savePath = await tempDir()
  for (let i = 0; i < count; i++) {
    const infoHashes = { v1: i.toString(16).padStart(40, '0').replace(/^0/, '1') }
    await session.addTorrent({ infoHashes, name: `torrent ${i}`, savePath, flags: 0 })
  }
  return session
}

const everyFlag = 0xffffffff

describe('torrentFields()', () => {
  test('has the chosen members of each torrent, as its status has them', async () => {
    const session = await sessionWithTorrents(3)
    const fields = ['name', 'savePath', 'progress', 'state', 'infoHashes', 'handle'] as const
    const found = await session.torrentFields(fields, { timeout: waitLimit })
    const all = await session.getTorrentStatus(everyFlag)
    expect(found).toHaveLength(3)
    for (const [i, status] of found.entries()) {
      for (const field of fields) expect(status[field]).toEqual(all[i]![field])
    }
    expect(found.map(({ handle }) => handle)).toEqual(await session.getTorrents())
  })

  test('has every member of the status when all of them are chosen', async () => {
    const session = await sessionWithTorrents(1)
    const [status] = await session.getTorrentStatus(everyFlag)
    const fields = Object.keys(status!) as (keyof lt.TorrentStatus)[]
    const [found] = await session.torrentFields(fields)
    expect(Object.keys(found!)).toEqual(fields)
    expect(found!.torrentFile).toEqual(status!.torrentFile)
    expect(found!.flags).toBe(status!.flags)
  })

  // A record buffer has 1024 values, which three members do not divide. A turn makes a thousand objects.
  test('keeps the values of a torrent together where there are many torrents', async () => {
    const session = await sessionWithTorrents(2500)
    const found = await session.torrentFields(['name', 'numPeers', 'handle'])
    expect(new Set(found.map(({ name }) => name)).size).toBe(2500)
    for (const { name, numPeers, handle } of found) {
      expect(numPeers).toBe(0)
      expect(Number(`0x${handle.infoHashes().v1!.slice(1)}`)).toBe(Number(name.slice(8)))
    }
  })

  test('takes a member that is given twice as one', async () => {
    const session = await sessionWithTorrents(2)
    const found = await session.torrentFields(['name', 'name'])
    expect(found.map((status) => Object.keys(status))).toEqual([['name'], ['name']])
  })

  test('resolves with an empty array when the session has no torrents', async () => {
    expect(await openSession().torrentFields(['name'])).toEqual([])
  })

  test('rejects with the nearest name when a member is unknown', async () => {
    const unknown = ['progres'] as unknown as ['progress']
    await expect(openSession().torrentFields(unknown)).rejects.toThrow(/progres.*progress/)
  })

  test('rejects when no member is chosen, or the argument is no array', async () => {
    const session = openSession()
    await expect(session.torrentFields([])).rejects.toThrow(RangeError)
    await expect(session.torrentFields('name' as unknown as [])).rejects.toThrow(TypeError)
  })

  test('rejects with session_closed when the session is closed', async () => {
    const session = openSession()
    await session.close()
    await expect(session.torrentFields(['name'])).rejects.toMatchObject({ code: 'session_closed' })
  })
})

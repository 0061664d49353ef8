// What params that were parsed say, and what addTorrent() needs.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const buffer = bareTorrent()
const magnet = `magnet:?xt=urn:btih:${'ab'.repeat(20)}`
/** What is counted, and what is never missing. */
const always = [
  'activeTime',
  'finishedTime',
  'flags',
  'infoHashes',
  'seedingTime',
  'totalDownloaded',
  'totalUploaded',
]

async function fromFile(): Promise<lt.AddTorrentParams> {
  const path = join(await tempDir(), 'a.torrent')
  await writeFile(path, buffer)
  return lt.loadTorrentFile(path)
}

describe('parsed params leave out what they do not know', () => {
  test.each<[string, () => lt.AddTorrentParams | Promise<lt.AddTorrentParams>, string[]]>([
    ['loadTorrentBuffer()', () => lt.loadTorrentBuffer(buffer), ['ti']],
    ['loadTorrentFile()', fromFile, ['ti']],
    ['parseMagnetUri()', () => lt.parseMagnetUri(magnet), []],
    ['readResumeData()', () => lt.readResumeData(lt.writeResumeDataBuf({})), []],
  ])('%s', async (_, parse, known) => {
    const params = await parse()
    expect(Object.keys(params).sort()).toStrictEqual([...always, ...known].sort())
  })

  test('prints the known members', () => {
    const params = lt.parseMagnetUri(`${magnet}&dn=name&tr=http%3A%2F%2Ft.example%2F`)
    expect(params).toMatchObject({ name: 'name', trackers: ['http://t.example/'] })
  })

  test.each<[string, lt.AddTorrentParams]>([
    ['a .torrent file', lt.loadTorrentBuffer(buffer)],
    ['a magnet link', lt.parseMagnetUri(magnet)],
  ])('so what stands before those of %s counts', (_, params) => {
    const mine = {
      savePath: '/mine',
      storageMode: 'storage_mode_allocate',
      trackers: ['http://mine.example/'],
      filePriorities: [0],
      renamedFiles: new Map([[0, 'mine']]),
      uploadLimit: 1000,
      userdata: 5,
      addedTime: new Date(0),
    } as const
    expect({ ...mine, ...params }).toMatchObject(mine)
  })

  test('in alerts, too', async () => {
    const session = openSession()
    const added = session.waitFor('add_torrent')
    const torrent = await session.addTorrent({
      savePath: '/nonexistent',
      ...lt.parseMagnetUri(magnet),
      flags: ownFlags,
    })
    const { params } = await added
    expect(params.savePath).toBe('/nonexistent')
    expect(params).not.toHaveProperty('ti')
    const saved = await torrent.saveResumeData()
    expect(saved).toMatchObject({ savePath: '/nonexistent', infoHashes: torrent.infoHashes() })
    for (const key of ['ti', 'maxUploads', 'numComplete', 'peers', 'completedTime']) {
      expect(saved).not.toHaveProperty(key)
    }
  })

  test('params can be written and read again without a change', () => {
    const params = lt.loadTorrentBuffer(buffer)
    const { ti, ...read } = lt.readResumeData(lt.writeResumeDataBuf(params))
    expect(ti?.infoHashes()).toStrictEqual(params.infoHashes)
    expect({ ...read, ti: params.ti, flags: params.flags }).toEqual(params)
  })
})

describe('addTorrent() needs', () => {
  const ti = new lt.TorrentInfo(buffer)

  test.each<[string, unknown, typeof TypeError | typeof RangeError, string]>([
    [
      'a savePath',
      { ti },
      TypeError,
      'params.savePath is missing, expected the directory of its files',
    ],
    [
      'a savePath that is not empty',
      { ti, savePath: '' },
      RangeError,
      'params.savePath must not be empty',
    ],
    [
      'ti or infoHashes',
      { savePath: '/tmp' },
      TypeError,
      'params.ti is missing, expected a TorrentInfo, or infoHashes instead',
    ],
    [
      'a hash in infoHashes',
      { savePath: '/tmp', infoHashes: {} },
      RangeError,
      'params.infoHashes must have v1 or v2',
    ],
    ['params', undefined, TypeError, 'params must be an object, got undefined'],
  ])('%s', async (_, params, kind, message) => {
    const error = await rejectionOf(openSession().addTorrent(params as lt.AddTorrentParamsInit))
    expect(error).toBeInstanceOf(kind)
    expect(error).toMatchObject({ message })
  })

  test('a savePath that may stand before the params of a file', async () => {
    const torrent = await openSession().addTorrent({
      savePath: '/nonexistent',
      ...lt.loadTorrentBuffer(buffer),
    })
    expect((await torrent.status()).savePath).toBe('/nonexistent')
  })
})

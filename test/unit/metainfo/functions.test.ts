import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import * as lt from '../../../lib'
import { rejectionOf } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

test('version is that of libtorrent', () => {
  expect(lt.version).toMatch(/^2\.0\.\d+/)
  expect(lt.settingsMetadata.user_agent.default).toContain(lt.version)
})

describe('generateFingerprint', () => {
  test('begins peer ids', async () => {
    const fingerprint = lt.generateFingerprint('NA', 1, 2, 3, 35)
    expect(fingerprint).toBe('-NA123Z-')
    const session = openSession({ peer_fingerprint: fingerprint })
    expect((await session.getSettings()).peer_fingerprint).toBe(fingerprint)
    expect(lt.generateFingerprint('NA', 0)).toBe('-NA0000-')
  })

  test('takes what fits into a peer id', () => {
    expect(() => lt.generateFingerprint('N', 1)).toThrow(RangeError)
    expect(() => lt.generateFingerprint('NAP', 1)).toThrow(RangeError)
    expect(() => lt.generateFingerprint('ÄÖ', 1)).toThrow(RangeError)
    expect(() => lt.generateFingerprint('NA', 36)).toThrow(RangeError)
    expect(() => lt.generateFingerprint('NA', -1)).toThrow(RangeError)
    expect(() => lt.generateFingerprint('NA', 1, 2, 3, 99)).toThrow(RangeError)
    expect(() => lt.generateFingerprint(5 as never, 1)).toThrow('name must be a string, got 5')
  })
})

test('operationName takes the names that alerts have', () => {
  expect(lt.operationName('sock_bind')).toBe('sock_bind')
  expect(() => lt.operationName('nonsense' as never)).toThrow(/^operation must be one of 'unknown'/)
})

describe('a path that goes on behind a zero is not cut there', () => {
  test('when it is read', async () => {
    const path = join(await tempDir(), 'a.torrent')
    await writeFile(path, bareTorrent())
    const cut = `${path}\0.txt`
    const reading = (call: () => Promise<unknown>): Promise<unknown> =>
      rejectionOf(Promise.resolve().then(call))
    expect(await reading(() => lt.TorrentInfo.load(cut))).toBeInstanceOf(Error)
    expect(await reading(() => lt.loadTorrentFile(cut))).toBeInstanceOf(Error)
    expect(await reading(() => lt.addFiles(new lt.FileStorage(), cut))).toBeInstanceOf(Error)
  })

  test('when it is written to', async () => {
    const savePath = `${await tempDir()}\0/elsewhere`
    const params = { ti: new lt.TorrentInfo(bareTorrent()), savePath, flags: ownFlags }
    expect(await rejectionOf(openSession().addTorrent(params))).toBeInstanceOf(Error)
  })
})

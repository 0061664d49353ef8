import { openSession } from '../../helpers/sessions'
import { kiB, oneFile, versions } from '../../helpers/torrents'

describe('finding torrents', () => {
  test('by info-hash, null when there is none', async () => {
    const session = openSession()
    const torrent = await session.addTorrent({ ti: (await oneFile(kiB)).info, savePath: '.' })
    expect(await session.findTorrent(torrent.infoHashes().v1!)).toBe(torrent)
    expect(await session.findTorrent('00'.repeat(20))).toBeNull()
    await expect(session.findTorrent('abc')).rejects.toThrow(
      new RangeError('infoHash must be 40 hex digits, or 64, got "abc"'),
    )
  })

  test.each(versions)('by each info-hash of one of %s', async (version) => {
    const session = openSession()
    const { info, savePath } = await oneFile(kiB, { version })
    const torrent = await session.addTorrent({ ti: info, savePath })
    const { v1, v2 } = info.infoHashes()
    for (const hash of [v1, v2, v2?.slice(0, 40)]) {
      if (hash) expect(await session.findTorrent(hash)).toBe(torrent)
    }
    expect(await session.findTorrent('00'.repeat(32))).toBeNull()
  })
})

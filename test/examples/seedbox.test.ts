import { join } from 'node:path'
import { sha256, tempDir } from '../helpers/files'
import { kiB } from '../helpers/torrents'
import { startExample } from './example'
import { openSwarm } from './swarm'

describe('seedbox.mjs', () => {
  test('goes on after a source that fails, and after kill -9 without the sources', async () => {
    const { torrentFile, path } = await openSwarm(300 * kiB, { pieceSize: 16 * kiB })
    const [state, savePath] = [await tempDir(), await tempDir()]

    const first = startExample('seedbox.mjs', state, savePath, 'none.torrent', torrentFile)
    await first.line(/^saved content\.bin$/)
    first.kill()
    expect(await first.ended()).toMatchObject({ code: null })

    const second = startExample('seedbox.mjs', state, savePath)
    await second.line(/^restored content\.bin$/)
    await second.line(/^finished content\.bin$/)
    const [, url] = await second.line(/^metrics at (\S+)$/)
    const metrics = await fetch(url!)
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(await metrics.text()).toMatch(/^libtorrent_net_recv_payload_bytes \d+$/m)
    second.interrupt()
    expect(await second.ended()).toMatchObject({ code: 0, stderr: '' })
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

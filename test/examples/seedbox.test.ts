import { join } from 'node:path'
import { sha256, tempDir } from '../helpers/files'
import { kiB } from '../helpers/torrents'
import { Example } from './example'
import { openSwarm } from './swarm'

describe('seedbox.mjs', () => {
  test('goes on with its torrents after kill -9, without being given them again', async () => {
    const { torrentFile, path } = await openSwarm(300 * kiB, { pieceSize: 16 * kiB })
    const [state, savePath] = [await tempDir(), await tempDir()]

    const first = new Example('seedbox.mjs', [state, savePath, torrentFile])
    await first.said(/^saved content\.bin$/)
    first.kill()
    expect(await first.ended()).toMatchObject({ code: null })

    const second = new Example('seedbox.mjs', [state, savePath])
    await second.said(/^restored content\.bin$/)
    await second.said(/^finished content\.bin$/)
    const [, url] = await second.said(/^metrics at (\S+)$/)
    const metrics = await fetch(url!)
    expect(metrics.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(await metrics.text()).toMatch(/^libtorrent_net_recv_payload_bytes \d+$/m)
    second.interrupt()
    expect(await second.ended()).toMatchObject({ code: 0, stderr: '' })
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

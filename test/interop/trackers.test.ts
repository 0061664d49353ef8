import { join } from 'node:path'
import { waitLimit } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { finished, leech, openSession, seed } from '../helpers/sessions'
import { oneFile } from '../helpers/torrents'
import { describeIfInstalled, startOpentracker } from './programs'

describeIfInstalled('opentracker', () => {
  test.each(['http', 'udp'] as const)('brings our sessions together over %s', async (protocol) => {
    const tracker = await startOpentracker()
    const url = tracker[protocol]
    const content = await oneFile(300_000, { version: 'v1', trackers: [url] })
    await tracker.serves(content.info.infoHash())
    const [seeder, peer] = [openSession(), openSession({ ssrf_mitigation: false })] // or it won't scrape 127.0.0.1
    const announced = seeder.waitFor('tracker_reply', { timeout: waitLimit })
    await seed(seeder, content)
    expect(await announced).toMatchObject({ trackerUrl: url })

    const found = peer.waitFor('tracker_reply', { timeout: waitLimit })
    const savePath = await tempDir()
    const torrent = await leech(peer, { ti: content.info, savePath })
    expect((await found).numPeers).toBeGreaterThanOrEqual(1)
    await finished(torrent)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
    const { incomplete, complete } = await torrent.scrapeTracker()
    expect(incomplete + complete).toBe(2)
  })
})

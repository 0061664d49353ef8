// Trackers and web seeds: which are refused, and when a tracker is asked again.
import * as lt from '../../lib'
import { waitLimit, thrownBy } from '../helpers/deadline'
import { serve } from '../helpers/servers'
import { openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'

const soon = { timeout: waitLimit }

function add(session: lt.Session, trackers: readonly string[] = []): Promise<lt.TorrentHandle> {
  const ti = new lt.TorrentInfo(bareTorrent())
  return session.addTorrent({ ti, savePath: '/nonexistent', flags: ownFlags, trackers })
}

/** Answers announces with intervals of 30 and at least 15 minutes. @returns the URL of the server */
const announceServer = (announced: () => void): Promise<string> =>
  serve((request, response) => {
    if (!request.url?.includes('event=stopped')) announced()
    response.end(lt.bencode({ interval: 1800, 'min interval': 900, peers: '' }))
  })

test('a tracker or web seed without a URL is refused', async () => {
  const torrent = await add(openSession())
  const info = new lt.TorrentInfo(bareTorrent())
  const files = new lt.FileStorage()
  files.addFile('a', 1)
  const made = new lt.CreateTorrent(files)
  for (const call of [
    () => torrent.addTracker({}),
    () => torrent.replaceTrackers([{ url: 'http://127.0.0.1:1/announce' }, { tier: 1 }]),
    () => torrent.addUrlSeed(''),
    () => torrent.addHttpSeed(''),
    () => info.addTracker(''),
    () => info.addUrlSeed(''),
    () => info.addHttpSeed(''),
    () => made.addTracker(''),
    () => made.addUrlSeed(''),
    () => made.addHttpSeed(''),
  ]) {
    expect(thrownBy(call)).toStrictEqual(new RangeError('url must not be empty'))
  }
  expect(await torrent.trackers()).toStrictEqual([])
})

test('forceReannounce() waits for the shortest interval unless it is told to ignore it', async () => {
  let announces = 0
  const url = await announceServer(() => announces++)
  const session = openSession()
  const replied = session.waitFor('tracker_reply', soon)
  const torrent = await add(session, [`${url}announce`])
  await replied
  const before = performance.now()
  torrent.forceReannounce()
  const [tracker] = await torrent.trackers()
  const { minAnnounce } = tracker!.endpoints[0]!.infoHashes[0]!
  expect(minAnnounce! - before).toBeGreaterThan((900 - waitLimit / 1000) * 1000)
  const again = torrent.waitFor('tracker_reply', soon)
  torrent.forceReannounce({ flags: lt.reannounceFlags.ignoreMinInterval })
  await again
  expect(announces).toBe(2)
})

test('the error of ssrf_mitigation names the setting, and turning that off helps', async () => {
  const url = await announceServer(() => {})
  const session = openSession()
  const failed = session.waitFor('tracker_error', soon)
  const torrent = await add(session, [`${url}other`])
  expect((await failed).error).toMatchObject({
    code: 'ssrf_mitigation',
    message:
      'ssrf_mitigation: blocked by SSRF mitigation: settings.ssrf_mitigation says which URLs it allows',
  })
  const replied = torrent.waitFor('tracker_reply', soon)
  session.applySettings({ ssrf_mitigation: false })
  torrent.forceReannounce({ flags: lt.reannounceFlags.ignoreMinInterval })
  await replied
})

import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf, within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { closedPort, serve, startTracker } from '../helpers/servers'
import { finished, leech, openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../helpers/torrents'

const withTracker = async (url: string): Promise<lt.AddTorrentParamsInit> => ({
  ti: new lt.TorrentInfo(bareTorrent()),
  savePath: await tempDir(),
  flags: ownFlags,
  trackers: [url],
})

// libtorrent takes a scrape of a tracker on this machine for an attack on it
const scraping = { ssrf_mitigation: false }

describe('peers find each other by a tracker', () => {
  // Not hybrid: libtorrent hangs up for a minute when it hears of the other info-hash in a handshake.
  test.each([
    ['http', 'v1'],
    ['udp', 'v2'],
  ] as const)('over %s', async (protocol, version) => {
    const url = (await startTracker())[protocol]
    const content = await oneFile(200_000, { version, pieceSize: 16 * kiB, trackers: [url] })
    const seeder = openSession()
    const announced = seeder.waitFor('tracker_announce', { timeout: waitLimit })
    const replied = seeder.waitFor('tracker_reply', { timeout: waitLimit })
    await seed(seeder, content)
    expect(await announced).toMatchObject({ trackerUrl: url, event: 'started' })
    expect(await replied).toMatchObject({ trackerUrl: url })

    const savePath = await tempDir()
    const peer = openSession()
    const answered = peer.waitFor('tracker_reply', { timeout: waitLimit })
    const torrent = await leech(peer, { ti: content.info, savePath })
    await finished(torrent)
    await answered // the seeder may have found the peer before
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
    const [tracker] = await torrent.trackers()
    expect(tracker).toMatchObject({ url, verified: true, failLimit: 0 })
    expect((await torrent.status()).currentTracker).toBe(url)
  })
})

describe('a tracker can be asked for the size of a swarm', () => {
  test('over udp', async () => {
    const { udp } = await startTracker()
    const content = await oneFile(50_000, { trackers: [udp], version: 'v1' })
    const seeder = openSession()
    const replied = seeder.waitFor('tracker_reply', { timeout: waitLimit })
    const torrent = await seed(seeder, content)
    await replied
    const size = { complete: 1, incomplete: 0 }
    expect(await within(torrent.scrapeTracker(), 'the scrape')).toStrictEqual(size)
    expect(await within(torrent.scrapeTracker({ index: 0 }), 'the scrape')).toStrictEqual(size)
  })

  // the package that the other tests have a tracker from garbles the hashes in its answer over http
  test('over http', async () => {
    const params = await withTracker('')
    const hash = Buffer.from(params.ti!.infoHashes().v1!, 'hex').toString('latin1')
    const swarm = { complete: 5, incomplete: 6, downloaded: 7 }
    const url = await serve((request, response) =>
      request.url?.startsWith('/scrape')
        ? response.end(lt.bencode({ files: { [hash]: swarm } }))
        : response.writeHead(404).end(),
    )
    const torrent = await openSession(scraping).addTorrent({
      ...params,
      trackers: [`${url}announce`],
    })
    expect(await within(torrent.scrapeTracker(), 'the scrape')).toStrictEqual({
      complete: 5,
      incomplete: 6,
    })
  })

  test('rejects without an answer, and without a tracker', async () => {
    const session = openSession(scraping)
    const url = `http://127.0.0.1:${await closedPort()}/announce`
    const torrent = await session.addTorrent(await withTracker(url))
    expect(await rejectionOf(torrent.scrapeTracker())).toMatchObject({ code: 'ECONNREFUSED' })
    torrent.replaceTrackers([])
    expect(await rejectionOf(torrent.scrapeTracker())).toMatchObject({ code: 'no_tracker' })
  })
})

describe('trouble with a tracker is reported', () => {
  test('without a listener on the port', async () => {
    const session = openSession()
    const url = `http://127.0.0.1:${await closedPort()}/announce`
    const failed = session.waitFor('tracker_error', { timeout: waitLimit })
    const torrent = await session.addTorrent(await withTracker(url))
    const alert = await failed
    expect(alert).toMatchObject({ trackerUrl: url, timesInRow: 1 })
    expect(alert.handle).toBe(torrent)
    expect(alert.error).toMatchObject({ code: 'ECONNREFUSED', category: 'system' })
  })

  test('when it says that it does not want to', async () => {
    const url = await serve((_, response) => response.end('d14:failure reason7:go awaye'))
    const session = openSession()
    const failed = session.waitFor('tracker_error', { timeout: waitLimit })
    await session.addTorrent(await withTracker(`${url}announce`))
    expect(await failed).toMatchObject({ failureReason: 'go away' })
    expect((await failed).error).toMatchObject({ code: 'tracker_failure', category: 'libtorrent' })
  })

  test('when it answers nonsense', async () => {
    const url = await serve((_, response) => response.end('nonsense'))
    const session = openSession()
    const failed = session.waitFor('tracker_error', { timeout: waitLimit })
    await session.addTorrent(await withTracker(`${url}announce`))
    expect((await failed).error).toBeInstanceOf(lt.LibtorrentError)
  })

  test('when it is not found', async () => {
    const url = await serve((_, response) => response.writeHead(404).end())
    const session = openSession()
    const failed = session.waitFor('tracker_error', { timeout: waitLimit })
    await session.addTorrent(await withTracker(`${url}announce`))
    expect((await failed).error).toMatchObject({ category: 'http', code: 'not_found', value: 404 })
  })

  test('when it warns', async () => {
    const url = await serve((_, response) =>
      response.end('d8:intervali1800e5:peers0:15:warning message10:be carefule'),
    )
    const session = openSession()
    const warned = session.waitFor('tracker_warning', { timeout: waitLimit })
    await session.addTorrent(await withTracker(`${url}announce`))
    expect(await warned).toMatchObject({ warningMessage: 'be careful' })
  })
})

test('a tracker is asked again when that is asked for', async () => {
  let requests = 0
  const url = await serve((_, response) => {
    requests++
    response.end('d8:intervali1800e5:peers0:e')
  })
  const session = openSession()
  const first = session.waitFor('tracker_reply', { timeout: waitLimit })
  const torrent = await session.addTorrent(await withTracker(`${url}announce`))
  await first
  const before = requests
  const second = torrent.waitFor('tracker_reply', { timeout: waitLimit })
  const flags = lt.reannounceFlags.ignoreMinInterval
  torrent.forceReannounce({ trackerIndex: 0, flags })
  await second
  expect(requests).toBeGreaterThan(before)
})

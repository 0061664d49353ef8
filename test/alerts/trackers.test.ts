import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { closedPort, serve } from '../helpers/servers'
import { openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'
import { describeFamily } from './helpers/family'
import { serveUdpTracker } from './helpers/udp-tracker'

const soon = { timeout: waitLimit }
const swarm = { complete: 3, incomplete: 4, downloaded: 5, peers: [] }

/** A tracker that gives every question over http the same answer. @returns where to announce */
async function httpTracker(answer: lt.EntryInit): Promise<string> {
  const url = await serve((_, response) => response.end(lt.bencode(answer)))
  return `${url}announce`
}

/** A torrent of which nothing is there, and that has a tracker. */
async function announcing(
  session: lt.Session,
  params: Partial<lt.AddTorrentParamsInit>,
): Promise<lt.TorrentHandle> {
  const ti = new lt.TorrentInfo(bareTorrent())
  return session.addTorrent({ savePath: await tempDir(), flags: ownFlags, ...params, ti })
}

describeFamily('trackers', {
  async external_ip() {
    const session = openSession()
    const told = session.waitFor('external_ip', soon)
    const answer = { interval: 1800, peers: '', 'external ip': Buffer.from([203, 0, 113, 5]) }
    await announcing(session, { trackers: [await httpTracker(answer)] })
    const alert = await told
    expect(alert.externalAddress).toBe('203.0.113.5')
    return alert
  },

  async scrape_failed() {
    // which would refuse to scrape on this machine
    const session = openSession({ ssrf_mitigation: false })
    const url = `http://127.0.0.1:${await closedPort()}/announce`
    const failed = session.waitFor('scrape_failed', soon)
    const torrent = await announcing(session, { trackers: [url] })
    const scrape = torrent.scrapeTracker()
    const alert = await failed
    await expect(scrape).rejects.toBe(alert.error)
    expect(alert).toMatchObject({ trackerUrl: url, error: { code: 'ECONNREFUSED' } })
    return alert
  },

  async scrape_reply() {
    const session = openSession()
    const url = await serveUdpTracker(swarm)
    const replied = session.waitFor('scrape_reply', soon)
    const torrent = await announcing(session, { trackers: [url] })
    expect(await torrent.scrapeTracker()).toStrictEqual({ complete: 3, incomplete: 4 })
    const alert = await replied
    expect(alert).toMatchObject({ complete: 3, incomplete: 4, trackerUrl: url, version: 'V1' })
    return alert
  },

  async tracker_announce() {
    const session = openSession()
    const url = await serveUdpTracker(swarm)
    const announced = session.waitFor('tracker_announce', soon)
    const torrent = await announcing(session, { trackers: [url] })
    const alert = await announced
    expect(alert).toMatchObject({ handle: torrent, trackerUrl: url, event: 'started' })
    expect(alert.localEndpoint.port).toBe(await session.listenPort())
    return alert
  },

  async tracker_error() {
    const session = openSession()
    const failed = session.waitFor('tracker_error', soon)
    await announcing(session, { trackers: [await httpTracker({ 'failure reason': 'no' })] })
    const alert = await failed
    expect(alert).toMatchObject({
      failureReason: 'no',
      timesInRow: 1,
      op: 'bittorrent',
      error: { code: 'tracker_failure', category: 'libtorrent' },
    })
    return alert
  },

  async tracker_reply() {
    const session = openSession()
    const url = await serveUdpTracker({ ...swarm, peers: [1, 2, 3] })
    const replied = session.waitFor('tracker_reply', soon)
    const torrent = await announcing(session, { trackers: [url] })
    const alert = await replied
    expect(alert).toMatchObject({ numPeers: 3, version: 'V1' })
    expect(await torrent.status()).toMatchObject({ numComplete: 3, numIncomplete: 4 })
    return alert
  },

  async tracker_warning() {
    const session = openSession()
    const warned = session.waitFor('tracker_warning', soon)
    const answer = { interval: 1800, peers: '', 'warning message': 'take care' }
    await announcing(session, { trackers: [await httpTracker(answer)] })
    const alert = await warned
    expect(alert.warningMessage).toBe('take care')
    return alert
  },

  async trackerid() {
    const session = openSession()
    const told = session.waitFor('trackerid', soon)
    const answer = { interval: 1800, peers: '', 'tracker id': 'an id' }
    const torrent = await announcing(session, { trackers: [await httpTracker(answer)] })
    const alert = await told
    expect(alert.trackerId).toBe('an id')
    expect((await torrent.trackers())[0]?.trackerid).toBe('an id')
    return alert
  },

  async url_seed() {
    const session = openSession()
    const url = await serve((_, response) => response.writeHead(404).end())
    const failed = session.waitFor('url_seed', soon)
    await announcing(session, { urlSeeds: [`${url}bare.bin`] })
    const alert = await failed
    expect(alert.serverUrl).toBe(`${url}bare.bin`)
    expect(alert.errorMessage).toContain('404')
    return alert
  },
})

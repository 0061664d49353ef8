import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { endpointOf, openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'
import { openNode } from './helpers/dht'
import { describeFamily } from './helpers/family'

const soon = { timeout: waitLimit }

describeFamily('session', {
  async alerts_dropped() {
    const session = openSession({ alert_queue_size: 2 })
    const dropped = session.waitFor('alerts_dropped', soon)
    const savePath = await tempDir()
    // While this thread waits for libtorrent's, it takes no alerts out of the queue.
    for (let i = 0; i < 20; i++) {
      const ti = new lt.TorrentInfo(bareTorrent({ name: `bare ${i}` }))
      void session.addTorrent({ ti, savePath, flags: ownFlags })
    }
    session.getTorrentsSync()
    const alert = await dropped
    expect(alert.droppedAlerts.length).toBeGreaterThan(0)
    return alert
  },

  async listen_failed() {
    // of a network that is for documents, so that no machine has it
    const session = openSession({ listen_interfaces: '203.0.113.7:0' })
    const alert = await session.waitFor('listen_failed', soon)
    expect(alert).toMatchObject({
      address: '203.0.113.7',
      op: 'sock_bind',
      socketType: 'tcp',
      error: { code: 'EADDRNOTAVAIL', category: 'system' },
    })
    return alert
  },

  async listen_succeeded() {
    const session = openSession()
    const alert = await session.waitFor('listen_succeeded', {
      ...soon,
      filter: ({ socketType }) => socketType === 'utp',
    })
    const { address, port } = alert
    expect({ address, port }).toStrictEqual(await endpointOf(session))
    return alert
  },

  async log() {
    const session = openSession()
    const logged = session.waitFor('log', soon)
    session.reopenNetworkSockets()
    const alert = await logged
    expect(alert.message).toBe(alert.logMessage)
    return alert
  },

  async session_error() {
    const session = await openNode()
    const failed = session.waitFor('session_error', soon)
    // libtorrent wants a dictionary, and notices on its own thread that this is none
    const answer = session.dhtDirectRequest(await endpointOf(session), ['no dictionary'], {
      timeout: 100,
    })
    const alert = await failed
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(alert.error).toMatchObject({ code: 'invalid_entry_type', category: 'libtorrent' })
    expect(alert.message).toMatch(/^session error: \(\d+ (.+)\) \1$/)
    return alert
  },

  async session_stats() {
    const session = openSession()
    const told = session.waitFor('session_stats', soon)
    const counters = await session.sessionStats()
    const alert = await told
    expect(alert.counters).toBe(counters)
    expect(counters['ses.num_unchoke_slots']).toBeGreaterThan(0)
    return alert
  },

  async session_stats_header() {
    const session = openSession()
    const told = session.waitFor('session_stats_header', soon)
    await session.sessionStats()
    const alert = await told
    const names = alert.message.replace('session stats header: ', '').split(', ')
    const metrics = lt.sessionStatsMetrics()
    expect(new Set(names)).toStrictEqual(new Set(metrics.map(({ name }) => name)))
    return alert
  },

  async torrent_log() {
    const session = openSession()
    const ti = new lt.TorrentInfo(bareTorrent())
    const logged = session.waitFor('torrent_log', soon)
    const torrent = await session.addTorrent({ ti, savePath: await tempDir(), flags: ownFlags })
    const alert = await logged
    expect(alert.handle).toBe(torrent)
    expect(alert.logMessage).not.toBe('')
    return alert
  },
})

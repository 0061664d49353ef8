import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import * as lt from '../../lib'
import { waitLimit, until } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { lsdPort, reserveLsd } from '../helpers/lsd'
import { closedPort } from '../helpers/servers'
import { endpointOf, openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'
import { armed } from './helpers/armed'
import { describeFamily } from './helpers/family'
import { startRouter } from './helpers/router'
import type { Socket } from 'node:dgram'

// a whole run of the experiment may use LSD before it is free for these tests
jest.setTimeout(90_000)

const soon = { timeout: waitLimit }

/** Adds a torrent of which nothing is there. */
async function leech(session: lt.Session): Promise<lt.TorrentHandle> {
  const ti = new lt.TorrentInfo(bareTorrent())
  return session.addTorrent({ ti, savePath: await tempDir(), flags: ownFlags })
}

/** A socket that takes the port of local peer discovery for itself; null while the port is taken. */
async function blockLsd(): Promise<Socket | null> {
  const socket = createSocket({ type: 'udp4', reuseAddr: false })
  try {
    socket.bind(lsdPort)
    await once(socket, 'listening')
    return socket
  } catch {
    socket.close()
    return null
  }
}

describeFamily('network', {
  async i2p() {
    const session = openSession()
    const failed = session.waitFor('i2p', soon)
    session.applySettings({ i2p_hostname: '127.0.0.1', i2p_port: await closedPort() })
    const alert = await failed
    expect(alert.error).toMatchObject({ code: 'ECONNREFUSED', category: 'system' })
    return alert
  },

  async lsd_error() {
    // A session that finds the port blocked goes without LSD, and never asks for it again.
    await reserveLsd()
    const blocker = await until(blockLsd, (socket) => socket !== null)
    const session = openSession({ enable_lsd: true })
    const alert = await session.waitFor('lsd_error', soon)
    blocker?.close()
    expect(alert).toMatchObject({ localAddress: '127.0.0.1', error: { code: 'EADDRINUSE' } })
    return alert
  },

  async lsd_peer() {
    const session = openSession({ enable_lsd: true })
    const torrent = await leech(session)
    const other = openSession({ enable_lsd: true })
    const twin = await leech(other)
    const found = await armed(session, 'lsd_peer')
    twin.forceLsdAnnounce()
    const alert = await found.alert
    expect(alert.handle).toBe(torrent)
    expect(alert.endpoint).toStrictEqual(await endpointOf(other))
    return alert
  },

  async portmap() {
    const router = await startRouter('203.0.113.9')
    const session = openSession({ enable_upnp: true })
    const mapped = session.waitFor('portmap', { ...soon, filter: (a) => a.mapProtocol === 'tcp' })
    const alert = await mapped
    const port = await session.listenPort()
    expect(alert).toMatchObject({
      mapTransport: 'upnp',
      externalPort: port,
      localAddress: '127.0.0.1',
    })
    await router.until(`TCP ${port}`, true)
    return alert
  },

  async portmap_error() {
    const invalidArguments = 402
    await startRouter('203.0.113.9', invalidArguments)
    const session = openSession({ enable_upnp: true })
    const alert = await session.waitFor('portmap_error', soon)
    expect(alert).toMatchObject({
      mapTransport: 'upnp',
      localAddress: '127.0.0.1',
      error: { category: 'upnp', value: invalidArguments },
    })
    return alert
  },

  async portmap_log() {
    const session = openSession()
    const logged = session.waitFor('portmap_log', soon)
    session.applySettings({ enable_upnp: true })
    const alert = await logged
    expect(alert).toMatchObject({ mapTransport: 'upnp', localAddress: '127.0.0.1' })
    expect(alert.logMessage).not.toBe('')
    return alert
  },

  async socks5() {
    const session = openSession()
    const failed = session.waitFor('socks5', soon)
    const port = await closedPort()
    session.applySettings({
      proxy_type: lt.proxyType.socks5,
      proxy_hostname: '127.0.0.1',
      proxy_port: port,
    })
    const alert = await failed
    expect(alert).toMatchObject({
      ip: { address: '127.0.0.1', port },
      op: 'connect',
      error: { code: 'ECONNREFUSED' },
    })
    return alert
  },
})

import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { endpointOf, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'
import { describeFamily } from './helpers/family'
import { connectTo, message } from './helpers/raw-peer'
import type { RawPeer } from './helpers/raw-peer'

const soon = { timeout: waitLimit }

interface Seeder {
  readonly session: lt.Session
  readonly torrent: lt.TorrentHandle
  readonly infoHash: string
}

/** A session that has all seven pieces of a torrent. */
async function seeder(): Promise<Seeder> {
  const session = openSession()
  const content = await oneFile(100 * kiB, { pieceSize: 16 * kiB, version: 'v1' })
  const torrent = await seed(session, content)
  return { session, torrent, infoHash: content.info.infoHash() }
}

async function connected({ session, infoHash }: Seeder): Promise<RawPeer> {
  return connectTo(await endpointOf(session), infoHash)
}

/** A peer that wants something and may ask for it. */
async function unchoked(of: Seeder): Promise<RawPeer> {
  const peer = await connected(of)
  peer.send(message.haveNone)
  peer.send(message.interested)
  await peer.receive(message.unchoke)
  return peer
}

describeFamily('peers', {
  async block_uploaded() {
    const of = await seeder()
    const uploaded = of.torrent.waitFor('block_uploaded', soon)
    const peer = await unchoked(of)
    peer.request(3, 0, 16 * kiB)
    const payload = await peer.receive(message.piece)
    expect(payload).toHaveLength(16 * kiB + 8)
    const alert = await uploaded
    expect(alert).toMatchObject({ handle: of.torrent, pieceIndex: 3, blockIndex: 0 })
    expect(alert.pid).toBe(Buffer.from('-XX0001-'.padEnd(20, '0')).toString('hex'))
    return alert
  },

  async incoming_connection() {
    const of = await seeder()
    const incoming = of.session.waitFor('incoming_connection', soon)
    const peer = await connected(of)
    const alert = await incoming
    expect(alert).toMatchObject({
      socketType: 'tcp',
      endpoint: { address: '127.0.0.1', port: peer.port },
    })
    return alert
  },

  async incoming_request() {
    const of = await seeder()
    const asked = of.torrent.waitFor('incoming_request', soon)
    const peer = await unchoked(of)
    peer.request(2, 1000, 500)
    const alert = await asked
    expect(alert.req).toStrictEqual({ piece: 2, start: 1000, length: 500 })
    return alert
  },

  async invalid_request() {
    const of = await seeder()
    const refused = of.torrent.waitFor('invalid_request', soon)
    const peer = await unchoked(of)
    peer.request(7, 0, 16 * kiB)
    await peer.receive(message.reject)
    const alert = await refused
    expect(alert).toMatchObject({
      request: { piece: 7, start: 0, length: 16 * kiB },
      weHave: false,
      peerInterested: true,
      withheld: false,
    })
    return alert
  },

  async peer_blocked() {
    const of = await seeder()
    const filter = new lt.IpFilter()
    filter.addRule('127.0.0.0', '127.255.255.255', lt.ipFilterFlags.blocked)
    of.session.setIpFilter(filter)
    const blocked = of.session.waitFor('peer_blocked', soon)
    const peer = await connected(of)
    const alert = await blocked
    expect(alert.reason).toBe('ip_filter')
    expect(alert.endpoint.port).toBe(peer.port)
    // the torrent that the peer wants is not known yet
    expect(alert.handle).toBeNull()
    return alert
  },

  async peer_connect() {
    const of = await seeder()
    const connects = of.torrent.waitFor('peer_connect', soon)
    await connected(of)
    const alert = await connects
    expect(alert).toMatchObject({ direction: 'in', socketType: 'tcp', handle: of.torrent })
    return alert
  },

  async peer_disconnected() {
    const of = await seeder()
    const gone = of.torrent.waitFor('peer_disconnected', soon)
    const peer = await unchoked(of)
    peer.socket.end()
    const alert = await gone
    expect(alert).toMatchObject({ socketType: 'tcp', op: 'sock_read', reason: 'none' })
    expect(alert.error).toMatchObject({ code: 'eof', category: 'asio.misc' })
    return alert
  },

  async peer_error() {
    const of = await seeder()
    const failed = of.torrent.waitFor('peer_error', soon)
    const peer = await unchoked(of)
    peer.send(message.have, Buffer.from([1]))
    const alert = await failed
    expect(alert.error).toMatchObject({ code: 'invalid_have', category: 'libtorrent' })
    expect(alert.op).toBe('bittorrent')
    return alert
  },

  async peer_log() {
    const of = await seeder()
    const logged = of.torrent.waitFor('peer_log', {
      ...soon,
      filter: ({ eventType }) => eventType === 'INTERESTED',
    })
    await unchoked(of)
    const alert = await logged
    expect(alert.direction).toBe('incoming_message')
    return alert
  },
})

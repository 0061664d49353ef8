import { readFile } from 'node:fs/promises'
import type * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { addChecked, endpointOf, openSession } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'
import { describeFamily } from './helpers/family'
import { connectTo, message } from './helpers/raw-peer'
import type { RawPeer } from './helpers/raw-peer'

const soon = { timeout: waitLimit }
const blockSize = 16 * kiB

interface Download {
  readonly torrent: lt.TorrentHandle
  readonly infoHash: string
  readonly bytes: Buffer
  readonly pieceSize: number
}

/** A torrent of two pieces of which nothing is there. */
async function download(pieceSize: number, settings: lt.SettingsInit = {}): Promise<Download> {
  const session = openSession(settings)
  const content = await oneFile(2 * pieceSize, { pieceSize, version: 'v1' })
  const torrent = await addChecked(session, { ti: content.info, savePath: await tempDir() })
  const bytes = await readFile(content.path)
  return { torrent, infoHash: content.info.infoHash(), bytes, pieceSize }
}

/** A peer that has everything and may be asked for it. */
async function offer({ torrent, infoHash }: Download): Promise<RawPeer> {
  const peer = await connectTo(await endpointOf(torrent.session), infoHash)
  peer.send(message.haveAll)
  peer.send(message.unchoke)
  return peer
}

/** Answers one request, by default with what was asked for. */
async function serve(
  peer: RawPeer,
  { bytes, pieceSize }: Download,
  corrupt = false,
): Promise<number> {
  const [piece, start, length] = await peer.receiveRequest()
  const offset = piece * pieceSize + start
  const block = bytes.subarray(offset, offset + length)
  peer.piece(piece, start, corrupt ? Buffer.alloc(length) : block)
  return piece
}

describeFamily('downloads', {
  async block_downloading() {
    const of = await download(blockSize)
    const begun = of.torrent.waitFor('block_downloading', soon)
    const peer = await offer(of)
    const [piece] = await peer.receiveRequest()
    const alert = await begun
    expect(alert).toMatchObject({ blockIndex: 0, pieceIndex: piece })
    expect(alert.endpoint.port).toBe(peer.port)
    return alert
  },

  async block_finished() {
    const of = await download(blockSize)
    const done = of.torrent.waitFor('block_finished', soon)
    const piece = await serve(await offer(of), of)
    const alert = await done
    expect(alert).toMatchObject({ blockIndex: 0, pieceIndex: piece })
    return alert
  },

  // only a block that keeps its piece from being completed times out
  async block_timeout() {
    const of = await download(blockSize, { request_timeout: 2 })
    const late = of.torrent.waitFor('block_timeout', soon)
    const peer = await offer(of)
    await peer.receiveRequest()
    const alert = await late
    expect(alert.blockIndex).toBe(0)
    return alert
  },

  async hash_failed() {
    const of = await download(blockSize)
    const failed = of.torrent.waitFor('hash_failed', soon)
    const piece = await serve(await offer(of), of, true)
    const alert = await failed
    expect(alert.pieceIndex).toBe(piece)
    return alert
  },

  async peer_ban() {
    const of = await download(blockSize)
    const banned = of.torrent.waitFor('peer_ban', soon)
    const peer = await offer(of)
    await serve(peer, of, true)
    const alert = await banned
    expect(alert.endpoint.address).toBe('127.0.0.1')
    return alert
  },

  async peer_snubbed() {
    const of = await download(blockSize, { request_timeout: 2 })
    const snubbed = of.torrent.waitFor('peer_snubbed', soon)
    const peer = await offer(of)
    await peer.receiveRequest()
    const alert = await snubbed
    expect(alert.endpoint.port).toBe(peer.port)
    return alert
  },

  async peer_unsnubbed() {
    const of = await download(8 * blockSize, { request_timeout: 2 })
    const snubbed = of.torrent.waitFor('peer_snubbed', soon)
    const forgiven = of.torrent.waitFor('peer_unsnubbed', soon)
    const peer = await offer(of)
    await snubbed
    // the first comes too late to count; the next ones in time
    for (let i = 0; i < 3; i++) await serve(peer, of)
    const alert = await forgiven
    expect(alert.endpoint.port).toBe(peer.port)
    return alert
  },

  async performance() {
    const of = await download(8 * blockSize, { max_out_request_queue: 2 })
    const warned = of.torrent.waitFor('performance', soon)
    const peer = await offer(of)
    await peer.receiveRequest()
    const alert = await warned
    expect(alert.warningCode).toBe('outstanding_request_limit_reached')
    return alert
  },

  async picker_log() {
    const of = await download(blockSize)
    const logged = of.torrent.waitFor('picker_log', soon)
    const peer = await offer(of)
    const [piece] = await peer.receiveRequest()
    const alert = await logged
    expect(alert.blocks).toContainEqual({ pieceIndex: piece, blockIndex: 0 })
    expect(alert.pickerFlags).toBeGreaterThan(0)
    return alert
  },

  async unwanted_block() {
    const of = await download(blockSize)
    const unwanted = of.torrent.waitFor('unwanted_block', soon)
    const peer = await connectTo(await endpointOf(of.torrent.session), of.infoHash)
    peer.send(message.haveAll)
    await peer.receive(message.interested)
    // libtorrent did not request it: this peer has not even unchoked
    peer.piece(1, 0, of.bytes.subarray(blockSize))
    const alert = await unwanted
    expect(alert).toMatchObject({ pieceIndex: 1, blockIndex: 0 })
    return alert
  },
})

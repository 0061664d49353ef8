// OpenSSL: libtorrent shares Node's copy of it.
import { createServer } from 'node:https'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as lt from '../../lib'
import { certify, dhParameters } from '../helpers/certificates'
import { afterThisTest } from '../helpers/cleanup'
import { waitLimit, within } from '../helpers/deadline'
import { randomFile, sha256, tempDir } from '../helpers/files'
import {
  addChecked,
  finished,
  leech,
  endpointOf,
  openSession,
  ownFlags,
  seed,
} from '../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../helpers/torrents'

const authority = certify('test authority')

/** @returns the URL of the root of an https server, with a slash */
async function serveSecurely(listener: RequestListener): Promise<string> {
  const { certificate: cert, key } = certify('localhost', authority)
  const server = createServer({ cert, key }, listener).listen(0, '127.0.0.1')
  afterThisTest(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const withTracker = async (url: string): Promise<lt.AddTorrentParamsInit> => ({
  ti: new lt.TorrentInfo(bareTorrent()),
  savePath: await tempDir(),
  flags: ownFlags,
  trackers: [url],
})

const reply: RequestListener = (_, response) => response.end('d8:intervali1800e5:peers0:e')

test('a tracker is asked over https', async () => {
  const url = `${await serveSecurely(reply)}announce`
  const session = openSession({ validate_https_trackers: false })
  const replied = session.waitFor('tracker_reply', { timeout: waitLimit })
  await session.addTorrent(await withTracker(url))
  expect(await replied).toMatchObject({ trackerUrl: url })
})

test('a tracker whose certificate no authority signed is refused', async () => {
  const url = `${await serveSecurely(reply)}announce`
  const session = openSession({ validate_https_trackers: true })
  const failed = session.waitFor('tracker_error', { timeout: waitLimit })
  await session.addTorrent(await withTracker(url))
  const { error } = await failed
  expect(error).toBeInstanceOf(lt.LibtorrentError)
  expect(error?.message).toMatch(/certificate/)
})

test('a file comes from a web server over https', async () => {
  const content = await oneFile(200_000, { pieceSize: 16 * kiB })
  const bytes = await readFile(content.path)
  const url = await serveSecurely((request, response) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const range = `bytes ${first}-${last}/${bytes.length}`
    response.writeHead(206, { 'Content-Range': range })
    response.end(bytes.subarray(Number(first), Number(last) + 1))
  })
  const session = openSession({ validate_https_trackers: false })
  const savePath = await tempDir()
  const torrent = await addChecked(session, {
    ti: content.info,
    savePath,
    urlSeeds: [`${url}content.bin`],
  })
  await finished(torrent)
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
})

test('a torrent of those who have a certificate is shared among them', async () => {
  const path = await randomFile(join(await tempDir(), 'secret.bin'), 200_000)
  const files = await lt.addFiles(new lt.FileStorage(), path)
  const made = new lt.CreateTorrent(files, 16 * kiB)
  made.setRootCert(authority.certificate)
  await made.setPieceHashes(dirname(path))
  const info = new lt.TorrentInfo(made.generateBuf())
  expect(info.sslCert()).toBe(authority.certificate)

  const settings = { listen_interfaces: '127.0.0.1:0s' }
  const member = async (savePath: string): Promise<lt.TorrentHandle> => {
    const session = openSession(settings)
    const asked = session.waitFor('torrent_need_cert', { timeout: waitLimit })
    const checked = session.waitFor('torrent_checked', { timeout: waitLimit })
    const torrent = await session.addTorrent({ ti: info, savePath, flags: ownFlags })
    expect((await asked).handle).toBe(torrent)
    const { certificate, key } = certify(info.name(), authority)
    torrent.setSslCertificateBuffer(certificate, key, dhParameters())
    torrent.resume()
    await checked
    return torrent
  }
  const seeder = await member(dirname(path))
  const savePath = await tempDir()
  const peer = await member(savePath)
  const port = await seeder.session.sslListenPort()
  expect(port).toBeGreaterThan(0)
  peer.connectPeer({ address: '127.0.0.1', port })
  await finished(peer)
  expect(await sha256(join(savePath, 'secret.bin'))).toBe(await sha256(path))
})

test.each([
  ['plain text', lt.encPolicy.peDisabled, lt.encLevel.pePlaintext],
  ['RC4', lt.encPolicy.peForced, lt.encLevel.peRc4],
])('peers talk in %s when they are told to', async (_, policy, level) => {
  const settings: lt.SettingsInit = {
    in_enc_policy: policy,
    out_enc_policy: policy,
    allowed_enc_level: level,
    prefer_rc4: true,
    enable_outgoing_utp: false,
    min_reconnect_time: 1, // one encrypted handshake in 256 fails in libtorrent
  }
  const content = await oneFile(100_000)
  const seeder = openSession(settings)
  const shared = await seed(seeder, content)
  const peer = openSession({ ...settings, close_redundant_connections: false })
  seeder.applySettings({ close_redundant_connections: false })
  const torrent = await leech(peer, { ti: content.info, savePath: await tempDir() }, [
    await endpointOf(seeder),
  ])
  await finished(torrent)
  const [info] = await within(shared.getPeerInfo(), 'the peers')
  const isEncrypted = (info!.flags & lt.peerFlags.rc4Encrypted) !== 0
  expect(isEncrypted).toBe(policy === lt.encPolicy.peForced)
})

// Torrents of those who have a certificate, with certificates that lie in files.
import { createPrivateKey } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { certify, dhParameters } from '../helpers/certificates'
import { waitLimit } from '../helpers/deadline'
import { randomFile, sha256, tempDir } from '../helpers/files'
import { finished, openSession, ownFlags } from '../helpers/sessions'
import { kiB } from '../helpers/torrents'
import type { Certified } from '../helpers/certificates'

const soon = { timeout: waitLimit }
const authority = certify('the authority of a torrent')
const passphrase = 'open sesame'

interface Files {
  readonly certificate: string
  readonly key: string
  readonly parameters: string
}

/** An identity as files, its key encrypted. */
async function filesOf({ certificate, key }: Certified): Promise<Files> {
  const directory = await tempDir()
  const encrypted = createPrivateKey(key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase,
  })
  const contents = { certificate, key: encrypted.toString(), parameters: dhParameters() }
  const entries = Object.entries(contents).map(async ([name, content]) => {
    const path = join(directory, `${name}.pem`)
    await writeFile(path, content)
    return [name, path] as const
  })
  return Object.fromEntries(await Promise.all(entries)) as unknown as Files
}

async function secretTorrent(): Promise<{ path: string; info: lt.TorrentInfo }> {
  const path = await randomFile(join(await tempDir(), 'secret.bin'), 100 * kiB)
  const files = await lt.addFiles(new lt.FileStorage(), path)
  const torrent = new lt.CreateTorrent(files, 16 * kiB)
  torrent.setRootCert(authority.certificate)
  await torrent.setPieceHashes(dirname(path))
  return { path, info: new lt.TorrentInfo(torrent.generateBuf()) }
}

/** Adds a torrent to a session that listens for SSL, and waits until it wants a certificate. */
async function add(info: lt.TorrentInfo, savePath: string): Promise<lt.TorrentHandle> {
  const session = openSession({ listen_interfaces: '127.0.0.1:0s' })
  const ready = [
    session.waitFor('torrent_need_cert', soon),
    session.waitFor('torrent_checked', soon),
  ]
  const torrent = await session.addTorrent({ ti: info, savePath, flags: ownFlags })
  await Promise.all(ready)
  return torrent
}

async function identify(torrent: lt.TorrentHandle, identity: Certified): Promise<void> {
  const { certificate, key, parameters } = await filesOf(identity)
  torrent.setSslCertificate(certificate, key, parameters, passphrase)
}

async function connect(from: lt.TorrentHandle, to: lt.TorrentHandle): Promise<void> {
  from.connectPeer({ address: '127.0.0.1', port: await to.session.sslListenPort() })
}

test('a torrent is shared by those whose certificates its authority has signed', async () => {
  const { path, info } = await secretTorrent()
  const seeder = await add(info, dirname(path))
  await identify(seeder, certify(info.name(), authority))
  const savePath = await tempDir()
  const leecher = await add(info, savePath)
  await identify(leecher, certify(info.name(), authority))
  await connect(leecher, seeder)
  await finished(leecher)
  expect(await sha256(join(savePath, 'secret.bin'))).toBe(await sha256(path))
})

test('a certificate of another authority is refused', async () => {
  const { path, info } = await secretTorrent()
  const seeder = await add(info, dirname(path))
  await identify(seeder, certify(info.name(), authority))
  const stranger = await add(info, await tempDir())
  await identify(stranger, certify(info.name(), certify('another authority')))
  const refused = stranger.waitFor(['peer_error', 'peer_disconnected'], soon)
  await connect(stranger, seeder)
  const alert = await refused
  expect(alert.error?.category).toMatch(/ssl|asio/)
  expect((await stranger.status()).totalDone).toBe(0)
})

describe('a certificate that cannot be used is an error of the torrent', () => {
  test('because the passphrase is another one', async () => {
    const { path, info } = await secretTorrent()
    const torrent = await add(info, dirname(path))
    const { certificate, key, parameters } = await filesOf(certify(info.name(), authority))
    const failed = torrent.waitFor('torrent_error', soon)
    torrent.setSslCertificate(certificate, key, parameters, 'abracadabra')
    const alert = await failed
    expect(alert.filename).toBe(key)
    expect(alert.error).toBeInstanceOf(lt.LibtorrentError)
  })

  test('because it is no certificate', async () => {
    const { path, info } = await secretTorrent()
    const torrent = await add(info, dirname(path))
    const failed = torrent.waitFor('torrent_error', soon)
    torrent.setSslCertificateBuffer('no certificate', 'no key', 'no parameters')
    expect((await failed).filename).toBe('[certificate]')
  })
})

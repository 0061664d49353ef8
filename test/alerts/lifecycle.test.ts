import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { certify } from '../helpers/certificates'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { addChecked, openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, kiB, oneFile, torrentOf } from '../helpers/torrents'
import { describeFamily } from './helpers/family'

const timeout = waitLimit
const soon = { timeout }

/** A session with a torrent of which nothing is there. */
async function empty(): Promise<{ session: lt.Session; torrent: lt.TorrentHandle }> {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent())
  const torrent = await addChecked(session, { ti, savePath: await tempDir() })
  return { session, torrent }
}

/** A magnet link's torrent, without metadata. */
async function magnet(session: lt.Session, infoHashes: lt.InfoHashInit): Promise<lt.TorrentHandle> {
  return session.addTorrent({ infoHashes, savePath: await tempDir(), flags: ownFlags })
}

describeFamily('lifecycle', {
  async add_torrent() {
    const session = openSession()
    const ti = new lt.TorrentInfo(bareTorrent({ name: 'bare' }))
    const added = session.waitFor('add_torrent', soon)
    const torrent = await session.addTorrent({ ti, savePath: '/nowhere', flags: ownFlags })
    const alert = await added
    expect(alert.handle).toBe(torrent)
    expect(alert).toMatchObject({ error: null, torrentName: 'bare' })
    expect(alert.params).toMatchObject({ savePath: '/nowhere', infoHashes: ti.infoHashes() })
    expect(alert.message).toBe('added torrent: bare')
    return alert
  },

  async fastresume_rejected() {
    const session = openSession()
    const content = await oneFile(100 * kiB)
    const torrent = await seed(session, content)
    const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
    await session.removeTorrent(torrent)
    await rm(content.path)
    const rejected = session.waitFor('fastresume_rejected', soon)
    await session.addTorrent({
      savePath: content.savePath,
      ...lt.readResumeData(lt.writeResumeDataBuf(params)),
    })
    const alert = await rejected
    expect(alert.error).toMatchObject({ code: 'mismatching_file_size' })
    expect(alert.filePath).toBe(content.path)
    return alert
  },

  async metadata_failed() {
    const session = openSession()
    const torrent = await magnet(session, { v1: 'ab'.repeat(20) })
    const failed = torrent.waitFor('metadata_failed', soon)
    expect(await torrent.setMetadata(Buffer.from('de'))).toBe(false)
    const alert = await failed
    expect(alert.error).toMatchObject({ code: 'mismatching_info_hash', category: 'libtorrent' })
    return alert
  },

  async metadata_received() {
    const session = openSession()
    const info = new lt.TorrentInfo(bareTorrent())
    const torrent = await magnet(session, info.infoHashes())
    const received = torrent.waitFor('metadata_received', soon)
    expect(await torrent.setMetadata(info.infoSection())).toBe(true)
    expect((await torrent.torrentFile())?.name()).toBe(info.name())
    return received
  },

  async save_resume_data() {
    const { torrent } = await empty()
    const saved = torrent.waitFor('save_resume_data', soon)
    const params = await torrent.saveResumeData()
    const alert = await saved
    expect(alert.params).toBe(params)
    expect(params.infoHashes).toStrictEqual(torrent.infoHashes())
    return alert
  },

  async save_resume_data_failed() {
    const { torrent } = await empty()
    await torrent.saveResumeData()
    const failed = torrent.waitFor('save_resume_data_failed', soon)
    const answer = torrent.saveResumeData({ flags: lt.resumeDataFlags.onlyIfModified })
    const alert = await failed
    await expect(answer).rejects.toBe(alert.error)
    expect(alert.error).toMatchObject({ code: 'resume_data_not_modified' })
    return alert
  },

  async state_changed() {
    const session = openSession()
    const content = await oneFile(100 * kiB)
    const changed = session.waitFor('state_changed', {
      timeout,
      filter: (a) => a.state === 'seeding',
    })
    await seed(session, content)
    const alert = await changed
    expect(alert.prevState).toBe('finished')
    return alert
  },

  async state_update() {
    const { session, torrent } = await empty()
    const updated = session.waitFor('state_update', soon)
    const statuses = await session.torrentUpdates()
    const alert = await updated
    expect(alert.status).toBe(statuses)
    expect(statuses.map(({ handle }) => handle)).toStrictEqual([torrent])
    expect(statuses[0]).toMatchObject({ state: 'downloading', progress: 0, totalDone: 0 })
    return alert
  },

  async torrent_checked() {
    const { torrent } = await empty()
    const checked = torrent.waitFor('torrent_checked', soon)
    await torrent.forceRecheck()
    return checked
  },

  async torrent_conflict() {
    const session = openSession()
    const { info } = await oneFile(100 * kiB, { version: 'hybrid' })
    const { v1, v2 } = info.infoHashes()
    const first = await magnet(session, { v1 })
    const second = await magnet(session, { v2 })
    const conflicted = session.waitFor('torrent_conflict', soon)
    await first.setMetadata(info.infoSection())
    const alert = await conflicted
    expect(alert.handle).toBe(first)
    expect(alert.conflictingTorrent).toBe(second)
    expect(alert.metadata?.infoHashes()).toStrictEqual({ v1, v2 })
    expect((await second.status()).errc).toMatchObject({ code: 'duplicate_torrent' })
    return alert
  },

  async torrent_error() {
    const { torrent } = await empty()
    const failed = torrent.waitFor('torrent_error', soon)
    torrent.setSslCertificate('certificate.pem', 'key.pem', 'dh.pem')
    const alert = await failed
    expect(alert.error).toMatchObject({ code: 'not_an_ssl_torrent' })
    return alert
  },

  async torrent_finished() {
    const session = openSession()
    const finished = session.waitFor('torrent_finished', soon)
    const torrent = await seed(session, await oneFile(100 * kiB))
    const alert = await finished
    expect(alert.handle).toBe(torrent)
    return alert
  },

  async torrent_need_cert() {
    const session = openSession()
    const directory = await tempDir()
    const path = join(directory, 'content.bin')
    await writeFile(path, 'content')
    const plain = lt.bdecode(await torrentOf(path)) as { info: object }
    const { certificate } = certify('an authority')
    const bytes = lt.bencode({ ...plain, info: { ...plain.info, 'ssl-cert': certificate } })
    const ti = new lt.TorrentInfo(bytes)
    expect(ti.sslCert()).toBe(certificate)
    const needed = session.waitFor('torrent_need_cert', soon)
    await session.addTorrent({ ti, savePath: directory })
    return needed
  },

  async torrent_paused() {
    const { torrent } = await empty()
    const paused = torrent.waitFor('torrent_paused', soon)
    torrent.pause()
    return paused
  },

  async torrent_removed() {
    const { session, torrent } = await empty()
    const hashes = torrent.infoHashes()
    const removed = torrent.waitFor('torrent_removed', soon)
    await session.removeTorrent(torrent)
    const alert = await removed
    expect(alert.handle).toBe(torrent)
    expect(alert.infoHashes).toStrictEqual(hashes)
    return alert
  },

  async torrent_resumed() {
    const { torrent } = await empty()
    const paused = torrent.waitFor('torrent_paused', soon)
    torrent.pause()
    await paused
    const resumed = torrent.waitFor('torrent_resumed', soon)
    torrent.resume()
    return resumed
  },
})

// Alerts as a swarm causes them: each type has exactly the fields of its interface, and each that the
// documentation promises for a transfer comes.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { addon } from '../../lib/native/binding'
import { waitLimit, rejectionOf, until, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { closedPort, serve } from '../helpers/servers'
import {
  endpointOf,
  finished,
  leech,
  openSession,
  ownFlags,
  pauseAndResume,
  seed,
} from '../helpers/sessions'
import { bareTorrent, kiB, manyFiles } from '../helpers/torrents'

interface Schema {
  readonly alerts: Record<lt.AlertType, { category: number; fields: { name: string }[] }>
}
const { alerts: tables } = JSON.parse(addon.schema()) as Schema

const seen = new Set<lt.AlertType>()

/** Compares every alert of a session with the tables. */
function inspect(session: lt.Session): lt.Session {
  return session.on('alert', (alert) => {
    const { category, fields } = tables[alert.type]
    const keys = ['type', 'category', 'message', ...fields.map(({ name }) => name)]
    if (!seen.has(alert.type)) {
      expect([alert.type, Object.keys(alert).sort()]).toStrictEqual([alert.type, keys.sort()])
      expect([alert.type, Object.values(alert).includes(undefined)]).toStrictEqual([
        alert.type,
        false,
      ])
    }
    if (alert.category !== category || typeof alert.message !== 'string') {
      throw new Error(`${alert.type}: ${alert.category}, ${alert.message}`)
    }
    seen.add(alert.type)
  })
}

const everything: lt.SettingsInit = { alert_mask: lt.alertCategory.all, alert_queue_size: 100_000 }

/** A transfer, its peers' farewell included. */
async function transfer(): Promise<void> {
  const content = await manyFiles({ a: 100_000, b: 200_000 }, { pieceSize: 16 * kiB })
  const seeder = inspect(openSession(everything))
  const shared = await seed(seeder, content)
  const peer = inspect(openSession(everything))
  const torrent = await leech(peer, { ti: content.info, savePath: await tempDir() }, [
    await endpointOf(seeder),
  ])
  await finished(torrent)
  await torrent.readPiece(0)
  await torrent.saveResumeData()
  await rejectionOf(torrent.saveResumeData({ flags: lt.resumeDataFlags.onlyIfModified }))
  await peer.torrentUpdates()
  await peer.sessionStats()
  await torrent.renameFile(0, 'renamed')
  await torrent.moveStorage(await tempDir())
  await pauseAndResume(torrent)
  await peer.removeTorrent(torrent, { deleteFiles: true })
  await until(
    () => shared.getPeerInfo(),
    (peers) => peers.length === 0,
  )
  await seeder.removeTorrent(shared)
}

test('a transfer causes the alerts of a transfer', async () => {
  await transfer()
  expect([...seen]).toEqual(
    expect.arrayContaining<lt.AlertType>([
      ...(['add_torrent', 'torrent_removed', 'torrent_finished', 'torrent_checked'] as const),
      ...(['state_changed', 'state_update', 'piece_finished', 'block_finished'] as const),
      ...(['peer_connect', 'peer_disconnected', 'incoming_connection'] as const),
      ...(['listen_succeeded', 'save_resume_data', 'save_resume_data_failed'] as const),
      ...(['session_stats', 'read_piece', 'torrent_paused', 'torrent_resumed'] as const),
      ...(['file_renamed', 'storage_moved', 'torrent_deleted', 'file_completed'] as const),
      ...(['block_uploaded', 'block_downloading', 'incoming_request', 'cache_flushed'] as const),
      ...(['log', 'torrent_log', 'peer_log', 'picker_log'] as const),
    ]),
  )
})

test('a magnet link causes metadata_received', async () => {
  const content = await manyFiles({ a: 100_000 })
  const seeder = inspect(openSession(everything))
  await seed(seeder, content)
  const peer = inspect(openSession(everything))
  const received = peer.waitFor('metadata_received', { timeout: waitLimit })
  await peer.addTorrent({
    infoHashes: content.info.infoHashes(),
    savePath: await tempDir(),
    flags: ownFlags,
    peers: [await endpointOf(seeder)],
  })
  await received
  expect(seen).toContain('metadata_received')
})

test('trackers cause tracker_announce, tracker_reply, tracker_warning and tracker_error', async () => {
  const good = await serve((_, response) => response.end('d8:intervali1800e5:peers0:e'))
  const warning = await serve((_, response) =>
    response.end('d8:intervali1800e5:peers0:15:warning message2:hme'),
  )
  const toAll = { announce_to_all_trackers: true, announce_to_all_tiers: true }
  const session = inspect(openSession({ ...everything, ...toAll }))
  const types = ['tracker_announce', 'tracker_reply', 'tracker_warning', 'tracker_error'] as const
  const all = types.map((type) => session.waitFor(type, { timeout: waitLimit }))
  await session.addTorrent({
    ti: new lt.TorrentInfo(bareTorrent()),
    savePath: await tempDir(),
    flags: ownFlags,
    trackers: [
      `${good}announce`,
      `${warning}announce`,
      `http://127.0.0.1:${await closedPort()}/announce`,
    ],
    trackerTiers: [0, 1, 2],
  })
  await Promise.all(all)
  expect([...seen]).toEqual(expect.arrayContaining([...types]))
})

test('a port that is taken causes listen_failed', async () => {
  const first = openSession()
  const settings = { listen_interfaces: `127.0.0.1:${await first.listenPort()}` }
  const second = inspect(
    openSession({
      ...everything,
      ...settings,
      listen_system_port_fallback: false,
      max_retry_port_bind: 0,
    }),
  )
  await second.waitFor('listen_failed', { timeout: waitLimit })
  expect(seen).toContain('listen_failed')
})

test('a disk that fails causes file_error or torrent_error', async () => {
  const session = inspect(openSession(everything))
  const blocked = await tempDir()
  await mkdir(join(blocked, 'bare.bin')) // where the file should be
  const failed = session.waitFor('torrent_error', { timeout: waitLimit })
  const torrent = await session.addTorrent({
    ti: new lt.TorrentInfo(bareTorrent()),
    savePath: blocked,
    flags: ownFlags,
  })
  expect((await failed).handle).toBe(torrent)
  expect((await failed).error).toBeInstanceOf(lt.LibtorrentError)

  const content = await manyFiles({ a: 100_000 }, { pieceSize: 16 * kiB })
  const shared = await seed(session, content)
  const broken = session.waitFor('file_error', { timeout: waitLimit })
  await within(shared.renameFile(0, 'elsewhere'), 'the name')
  // the session would still see the deleted file, because it has it open
  const flushed = shared.waitFor('cache_flushed', { timeout: waitLimit })
  shared.flushCache()
  await flushed
  await rm(join(content.savePath, 'elsewhere'))
  const peer = openSession()
  await leech(peer, { ti: content.info, savePath: await tempDir() }, [await endpointOf(session)])
  const { filename, error, op } = await broken
  expect(filename).toContain('elsewhere')
  expect(error).toMatchObject({ code: 'ENOENT' })
  expect(op).toBe('file_open')
  expect([...seen]).toEqual(expect.arrayContaining(['file_error', 'torrent_error']))
})

test('a queue that is too small causes alerts_dropped', async () => {
  const session = inspect(openSession({ alert_queue_size: 1, alert_mask: lt.alertCategory.all }))
  const dropped = session.waitFor('alerts_dropped', { timeout: waitLimit })
  void session.addTorrent({
    ti: new lt.TorrentInfo(bareTorrent()),
    savePath: await tempDir(),
    flags: ownFlags,
  })
  session.getSettingsSync()
  expect((await dropped).droppedAlerts.length).toBeGreaterThan(0)
  expect(seen).toContain('alerts_dropped')
})

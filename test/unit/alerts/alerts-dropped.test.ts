// libtorrent keeps alert_queue_size alerts and drops the rest: no promise may wait for one of those.
import * as lt from '../../../lib'
import { waitLimit, within } from '../../helpers/deadline'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const params: lt.AddTorrentParamsInit = {
  ti: new lt.TorrentInfo(bareTorrent()),
  savePath: '/nonexistent',
  flags: ownFlags,
}

interface Outcome {
  readonly resolved: number
  readonly dropped: number
}

/** How many promises resolved, and how many rejected because their alert was dropped. */
async function outcomeOf(promises: readonly Promise<unknown>[]): Promise<Outcome> {
  const results = await within(Promise.allSettled(promises), 'every promise')
  const rejected = results.filter((result) => result.status === 'rejected')
  for (const { reason } of rejected) {
    expect(reason).toBeInstanceOf(lt.LibtorrentError)
    expect(reason).toMatchObject({ code: 'alerts_dropped' })
  }
  return { resolved: results.length - rejected.length, dropped: rejected.length }
}

test('alerts_dropped tells which types were dropped', async () => {
  const session = openSession({ alert_queue_size: 1 })
  const torrent = await session.addTorrent(params)
  const dropped = session.waitFor('alerts_dropped', { timeout: waitLimit })
  const requests = Array.from({ length: 20 }, () => torrent.saveResumeData())
  torrent.statusSync() // libtorrent has answered, and this thread has not read it
  expect((await dropped).droppedAlerts).toContain('save_resume_data')
  await outcomeOf(requests)
})

test('requests whose answers were dropped reject, the others resolve', async () => {
  const session = openSession({ alert_queue_size: 2 })
  const torrent = await session.addTorrent(params)
  const requests = Array.from({ length: 50 }, () => torrent.saveResumeData())
  torrent.statusSync()
  const { resolved, dropped } = await outcomeOf(requests)
  expect(resolved).toBeGreaterThan(0)
  expect(dropped).toBeGreaterThan(0)
  expect((await within(torrent.saveResumeData(), 'resume data')).name).toBe('bare.bin')
})

test('requests of other kinds are not rejected', async () => {
  const session = openSession({ alert_queue_size: 2 })
  const torrent = await session.addTorrent(params)
  const finished = torrent.waitFor('torrent_finished')
  const controller = new AbortController()
  const removed = session.waitFor('torrent_removed', { signal: controller.signal })
  const requests = Array.from({ length: 50 }, () => torrent.saveResumeData())
  torrent.statusSync()
  expect((await outcomeOf(requests)).dropped).toBeGreaterThan(0)
  const still = Symbol('still waiting')
  expect(await Promise.race([finished, removed, Promise.resolve(still)])).toBe(still)
})

test('adding torrents needs no alert', async () => {
  const session = openSession({ alert_queue_size: 1 })
  const dropped = session.waitFor('alerts_dropped', { timeout: waitLimit })
  const requests = Array.from({ length: 30 }, (_, i) =>
    session.addTorrent({ ...params, ti: new lt.TorrentInfo(bareTorrent({ name: `t${i}` })) }),
  )
  session.getSettingsSync() // libtorrent has added all, and this thread has read nothing
  await dropped
  const torrents = await within(Promise.all(requests), 'every torrent')
  expect(new Set(await session.getTorrents())).toEqual(new Set(torrents))
})

test('under the mask 0 they reject as well', async () => {
  const session = openSession({ alert_queue_size: 1, alert_mask: 0 })
  const requests = Array.from({ length: 30 }, () => session.sessionStats())
  session.getSettingsSync()
  const { resolved, dropped } = await outcomeOf(requests)
  expect(resolved + dropped).toBe(30)
  expect(dropped).toBeGreaterThan(0)
})

test('close() resolves though alerts are dropped', async () => {
  const session = openSession({ alert_queue_size: 1 })
  const torrent = await session.addTorrent(params)
  const requests = Array.from({ length: 30 }, () => torrent.saveResumeData())
  torrent.statusSync()
  await within(session.close(), 'the end of the session')
  const results = await within(Promise.allSettled(requests), 'every promise')
  const codes = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as lt.LibtorrentError).code] : [],
  )
  expect(codes.length).toBeGreaterThan(0)
  expect(new Set([...codes, 'alerts_dropped', 'session_closed']).size).toBe(2)
})

// What alerts say: the life of a torrent, led here and in Python.
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { isolated, openSession } from '../helpers/sessions'
import { kiB, manyFiles } from '../helpers/torrents'
import { ask, describeParity } from './reference'
import type { AlertType } from '../../lib'

const { sessionLog, torrentLog, peerLog, dhtLog, portMappingLog, pickerLog } = lt.alertCategory
const logs = sessionLog | torrentLog | peerLog | dhtLog | portMappingLog | pickerLog

type Report = readonly [type: string, category: number, message: string]

/** Everything that a session has reported; as Observer of reference_alerts.py. */
class Observer {
  readonly reports: Report[] = []
  readonly #alerts: AsyncIterableIterator<lt.Alert>

  constructor(session: lt.Session) {
    this.#alerts = session.alerts('alert', { signal: AbortSignal.timeout(waitLimit) })
  }

  async wait(...names: AlertType[]): Promise<void> {
    const wanted = new Set(names)
    while (wanted.size > 0) {
      const { value } = (await this.#alerts.next()) as { value: lt.Alert }
      this.reports.push([value.type, value.category, value.message])
      wanted.delete(value.type)
    }
  }
}

/** As alerts_of_a_life() of reference_alerts.py. */
async function lifeOf(ti: lt.TorrentInfo, savePath: string, elsewhere: string): Promise<Report[]> {
  const session = openSession({ ...isolated, alert_mask: 0x7fff_ffff & ~logs })
  const observer = new Observer(session)
  await observer.wait('listen_succeeded')
  const handle = await session.addTorrent({ ti, savePath, flags: 0 })
  await observer.wait('add_torrent', 'torrent_checked', 'tracker_error')
  const flags = lt.torrentFlags.duplicateIsError
  void session.addTorrent({ ti, savePath, flags })
  await observer.wait('add_torrent')
  void handle.scrapeTracker()
  await observer.wait('scrape_failed')
  void handle.readPiece(0)
  await observer.wait('read_piece')
  void handle.readPiece(100_000)
  await observer.wait('read_piece')
  void handle.saveResumeData()
  await observer.wait('save_resume_data')
  void handle.saveResumeData({ flags: lt.resumeDataFlags.onlyIfModified })
  await observer.wait('save_resume_data_failed')
  void handle.renameFile(0, 'renamed.bin')
  await observer.wait('file_renamed')
  void handle.renameFile(0, '/dev/null/renamed.bin')
  await observer.wait('file_rename_failed')
  handle.pause()
  await observer.wait('torrent_paused')
  handle.resume()
  await observer.wait('torrent_resumed')
  void handle.moveStorage(elsewhere)
  await observer.wait('storage_moved')
  void handle.moveStorage('/dev/null/elsewhere')
  await observer.wait('storage_moved_failed')
  handle.flushCache()
  await observer.wait('cache_flushed')
  session.postTorrentUpdates()
  await observer.wait('state_update')
  session.postSessionStats()
  await observer.wait('session_stats_header', 'session_stats')
  session.applySettings({ listen_interfaces: '127.0.0.1:0,203.0.113.7:0' })
  await observer.wait('listen_failed')
  void session.removeTorrent(handle, { deleteFiles: true })
  await observer.wait('torrent_removed', 'torrent_deleted')
  return observer.reports
}

/**
 * Without what differs from one run to the next: ports, the values of counters, how often a tracker
 * failed, and whether a torrent is still there to be asked for its name when an alert is put into words.
 */
function timeless([type, category, message]: Report): string {
  const text = type === 'session_stats' ? message.replace(/: .*/, '') : message
  const general = text
    .replace(/(127\.0\.0\.1):\d{2,}/g, '$1:PORT')
    .replace(/\(\d+\)$/, '(N)')
    .replace(/^ - /, 'content')
  return `${type} ${category} ${general}`
}

function distinct(reports: readonly Report[]): string[] {
  // Python has alerts that are deprecated, too.
  const texts = reports.filter(([type]) => Object.hasOwn(lt.alertTypes, type)).map(timeless)
  return [...new Set(texts)].sort()
}

describeParity('alerts', () => {
  test('the life of a torrent is told in the same words', async () => {
    const content = await manyFiles(
      { 'a.bin': 70_000, 'b.bin': 30_000 },
      { pieceSize: 16 * kiB, trackers: ['http://127.0.0.1:1/announce'] },
    )
    const parent = await tempDir()
    // both lives are led in the same place, one after the other
    const [place, elsewhere] = [join(parent, 'place'), join(parent, 'elsewhere')]
    await mkdir(elsewhere)
    await cp(content.savePath, place, { recursive: true })
    const theirs = (await ask('alerts_of_a_life', content.buffer, place, elsewhere)) as Report[]
    await cp(content.savePath, place, { recursive: true })
    const ours = await lifeOf(content.info, place, elsewhere)

    expect(distinct(ours)).toStrictEqual(distinct(theirs))
    expect(new Set(ours.map(([type]) => type)).size).toBeGreaterThan(20)
  })
})

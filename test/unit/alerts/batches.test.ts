// What is shared or put off while many alerts and records cross at once must not be seen.
import * as lt from '../../../lib'
import { within } from '../../helpers/deadline'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

// Of one length, with the same beginning and end: what makes equal strings one must look closer.
const names = Array.from(
  { length: 300 },
  (_, i) => `the same start ${String(i).padStart(3, '0')} the same end`,
)
const pathOf = (name: string): string => `/nonexistent/${name}/é`

async function addAll(session: lt.Session): Promise<lt.TorrentHandle[]> {
  return Promise.all(
    names.map((name) =>
      session.addTorrent({
        ti: new lt.TorrentInfo(bareTorrent({ name })),
        savePath: pathOf(name),
        flags: ownFlags | lt.torrentFlags.paused,
      }),
    ),
  )
}

test('alerts keep their own strings, hashes and torrents', async () => {
  const session = openSession()
  const alerts: lt.AddTorrentAlert[] = []
  session.on('add_torrent', (alert) => alerts.push(alert))
  const torrents = await addAll(session)
  expect(alerts.map((alert) => alert.torrentName)).toStrictEqual(names)
  expect(alerts.map((alert) => alert.params.savePath)).toStrictEqual(names.map(pathOf))
  expect(alerts.map(({ handle }) => handle)).toStrictEqual(torrents)
  expect(alerts.map(({ handle }) => handle?.infoHashes())).toStrictEqual(
    alerts.map(({ params }) => params.infoHashes),
  )
  expect(new Set(alerts.map(({ params }) => params.infoHashes.v1)).size).toBe(names.length)
})

test('records of a long list keep their own values', async () => {
  const session = openSession()
  await addAll(session)
  const statuses = await session.getTorrentStatus(lt.statusFlags.querySavePath)
  const paths = statuses.map(({ savePath }) => savePath)
  expect(paths.sort()).toStrictEqual(names.map(pathOf))
  for (const status of statuses) {
    expect(status.infoHashes).toStrictEqual(status.handle.infoHashes())
  }
})

test('records within a record are objects of their own', async () => {
  const session = openSession()
  const [first, second] = await addAll(session)
  const statuses = [await first!.status(), await second!.status()]
  expect(statuses[0]!.infoHashes).not.toBe(statuses[1]!.infoHashes)
  const alerts: lt.AddTorrentAlert[] = []
  session.on('add_torrent', (alert) => alerts.push(alert))
  await addAll(session)
  expect(new Set(alerts.map(({ params }) => params.infoHashes)).size).toBe(names.length)
})

/** Has far more alerts posted than are converted at once, and none delivered before it returns. */
function resumeOften(torrent: lt.TorrentHandle): void {
  for (let i = 0; i < 600; i++) {
    torrent.pause()
    torrent.resume()
  }
  torrent.statusSync()
}

test('a listener that asks for a conversion leaves those under way alone', async () => {
  const session = openSession()
  const [torrent, other] = await addAll(session)
  const seen: string[] = []
  session.on('torrent_resumed', ({ handle, torrentName }) => {
    seen.push(`${handle === torrent} ${torrentName} ${other!.statusSync().name}`)
  })
  resumeOften(torrent!)
  await within(session.sessionStats(), 'session statistics')
  expect(new Set(seen)).toStrictEqual(new Set([`true ${names[0]} ${names[1]}`]))
  expect(seen).toHaveLength(600)
})

test('a listener that closes the session costs no alert, nor the order', async () => {
  const session = openSession()
  const [torrent] = await addAll(session)
  const times: number[] = []
  let closed: Promise<void> | undefined
  session.on('torrent_resumed', ({ timestamp }) => {
    times.push(timestamp)
    closed ??= session.close()
  })
  resumeOften(torrent!)
  await within(session.sessionStats(), 'session statistics').catch(() => {})
  await within(closed!, 'the end of the session')
  expect(times).toHaveLength(600)
  expect(times).toStrictEqual([...times].sort((a, b) => a - b))
})

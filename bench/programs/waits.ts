// Waits for one alert of each of many torrents.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument } from './arguments'

async function add(session: lt.Session, number: number): Promise<lt.TorrentHandle> {
  const v1 = number.toString(16).padStart(8, '0').padEnd(40, '0')
  return session.addTorrent({ infoHashes: { v1 }, savePath: '/tmp/torrents', flags: 0 })
}

async function main(): Promise<void> {
  const count = Number(argument('count'))
  const options = sessionOptions()
  const settings = { ...options.settings, alert_queue_size: 100 * count }
  await using session = new lt.Session({ ...options, settings, alertMessages: false })
  const torrents: lt.TorrentHandle[] = []
  for (let number = 1; number <= count; number++) torrents.push(await add(session, number))
  const bySession = (torrent: lt.TorrentHandle): Promise<unknown> =>
    session.waitFor('torrent_paused', { filter: ({ handle }) => handle === torrent })
  const byTorrent = (torrent: lt.TorrentHandle): Promise<unknown> =>
    torrent.waitFor('torrent_paused')
  const start = now()
  const paused = torrents.map(argument('by') === 'session' ? bySession : byTorrent)
  for (const torrent of torrents) torrent.pause()
  await Promise.all(paused)
  emit('done', { each: ((now() - start) / count) * 1000 })
}

void main()

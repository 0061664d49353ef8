// A leecher with the listeners of a user interface: how late its event loop is during a transfer.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument } from './arguments'

const { error, status } = lt.alertCategory

/** Everything about errors and states, and the status of all torrents twice a second. */
function watch(session: lt.Session): { stop(): number } {
  let seen = 0
  for (const [type, { category }] of Object.entries<lt.AlertTypeInfo>(lt.alertTypes)) {
    if ((category & (error | status)) === 0) continue
    session.on(type as lt.AlertType, ({ message }) => (seen += message.length))
  }
  const timer = setInterval(() => {
    void session.torrentUpdates().then((changed) => (seen += changed.length))
  }, 500)
  return {
    stop() {
      clearInterval(timer)
      return seen
    },
  }
}

async function main(): Promise<void> {
  await using session = new lt.Session(sessionOptions())
  const watching = watch(session)
  const checked = session.waitFor('torrent_checked')
  const torrent = await session.addTorrent({
    ti: await lt.TorrentInfo.load(argument('torrent')),
    savePath: argument('scratch'),
    peers: [{ address: '127.0.0.1', port: Number(argument('port')) }],
    flags: lt.torrentFlags.stopWhenReady | lt.torrentFlags.updateSubscribe,
  })
  await checked
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = now()
  const finished = torrent.waitFor('torrent_finished')
  torrent.resume()
  await finished
  const wall = now() - start
  delay.disable()
  if (watching.stop() === 0) throw new Error('nothing was received')
  // the histogram counts from one tick of its clock to the next
  emit('done', { wall, p99: delay.percentile(99) / 1e6 - 1, max: delay.max / 1e6 - 1 })
}

void main()

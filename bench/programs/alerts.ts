// What it costs to get alerts: they queue up while nobody fetches them, and then come all at once; or,
// with live=true, how long a transfer takes of which every alert is heard while it goes on.
import * as lt from 'libtorrent-napi'
import { now, say } from './say'
import { sessionOptions, word, words } from './words'

const { settings, ...options } = sessionOptions()

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Two alerts for each round. */
async function pauses(session: lt.Session): Promise<() => void> {
  const infoHashes = { v1: '1'.repeat(40) }
  const torrent = await session.addTorrent({ infoHashes, savePath: '.', flags: 0 })
  return () => {
    for (let i = 0; i < Number(word('count')) / 2; i++) {
      torrent.pause()
      torrent.resume()
    }
    torrent.statusSync(0)
  }
}

interface Transfer {
  readonly seeder: lt.Session
  readonly torrent: lt.TorrentHandle
}

async function prepare(session: lt.Session): Promise<Transfer> {
  const seeder = new lt.Session({ ...options, settings: { ...settings, alert_mask: 0 } })
  const { port } = await seeder.waitFor('listen_succeeded')
  const ti = await lt.TorrentInfo.load(word('torrent'))
  await seeder.addTorrent({ ti, savePath: word('save'), flags: lt.torrentFlags.seedMode })
  const checked = session.waitFor('torrent_checked')
  const torrent = await session.addTorrent({
    ti,
    savePath: word('scratch'),
    peers: [{ address: '127.0.0.1', port }],
    flags: lt.torrentFlags.stopWhenReady,
  })
  await checked
  return { seeder, torrent }
}

function finish({ torrent }: Transfer): void {
  torrent.resume()
  while (!torrent.statusSync(0).isSeeding) wait(20)
}

/** Processor time in nanoseconds until all that have queued up are delivered. */
async function deliver(): Promise<number> {
  const from = process.cpuUsage()
  await new Promise(setImmediate) // they come between two of these
  await new Promise(setImmediate)
  const { user, system } = process.cpuUsage(from)
  return (user + system) * 1e3
}

async function main(): Promise<void> {
  const read = word('read')
  const alertMessages = read === 'message'
  await using session = new lt.Session({ ...options, settings, alertMessages })
  const transfer = words.has('torrent') ? await prepare(session) : undefined
  const cause = transfer ? () => finish(transfer) : await pauses(session)
  await session.postSessionStats() // with what was posted until now
  let heard = 0
  if (read !== 'none') session.on('alert', () => heard++)
  const start = now()
  if (transfer && words.has('live')) {
    const finished = transfer.torrent.waitFor('torrent_finished')
    transfer.torrent.resume()
    await finished
    say('done', { wall: now() - start })
  } else {
    if (!transfer) {
      cause() // as in a program that has been running for a while
      await deliver()
    }
    heard = 0
    cause()
    const took = await deliver()
    if (read === 'none') heard = Number(word('count'))
    say('done', { each: took / heard, heard })
  }
  await transfer?.seeder.close()
}

void main()

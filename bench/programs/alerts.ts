// The cost of receiving alerts: they queue up without being fetched, and then come all at once,
// rounds=N times; or, with live=true, how long a transfer takes of which every alert is received while it
// goes on.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument, args } from './arguments'

const { settings, ...options } = sessionOptions()

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Makes libtorrent post alerts, while JavaScript gets none of them. */
interface Round {
  readonly torrent: lt.TorrentHandle
  readonly cause: () => void
  readonly end: () => Promise<void>
}

const ofPauses = ['torrent_paused', 'torrent_resumed'] as const

/** Two alerts for each turn. */
async function pauses(session: lt.Session): Promise<Round> {
  const infoHashes = { v1: '1'.repeat(40) }
  const torrent = await session.addTorrent({ infoHashes, savePath: '.', flags: 0 })
  return {
    torrent,
    cause: () => {
      for (let i = 0; i < Number(argument('count')) / 2; i++) {
        torrent.pause()
        torrent.resume()
      }
      torrent.statusSync(0)
    },
    end: () => session.removeTorrent(torrent),
  }
}

interface Seeder {
  readonly ti: lt.TorrentInfo
  readonly port: number
  readonly session: lt.Session
}

async function openSeeder(): Promise<Seeder> {
  const session = new lt.Session({ ...options, settings: { ...settings, alert_mask: 0 } })
  const { port } = await session.waitFor('listen_succeeded')
  const ti = await lt.TorrentInfo.load(argument('torrent'))
  await session.addTorrent({ ti, savePath: argument('save'), flags: lt.torrentFlags.seedMode })
  return { ti, port, session }
}

async function addStopped(session: lt.Session, { ti, port }: Seeder): Promise<lt.TorrentHandle> {
  const checked = session.waitFor('torrent_checked')
  const torrent = await session.addTorrent({
    ti,
    savePath: argument('scratch'),
    peers: [{ address: '127.0.0.1', port }],
    flags: lt.torrentFlags.stopWhenReady,
  })
  await checked
  return torrent
}

async function transfer(session: lt.Session, seeder: Seeder): Promise<Round> {
  const torrent = await addStopped(session, seeder)
  return {
    torrent,
    cause: () => {
      torrent.resume()
      while (!torrent.statusSync(0).isSeeding) wait(20)
    },
    end: () => session.removeTorrent(torrent, { deleteFiles: true }),
  }
}

/** Nanoseconds until all that have queued up are delivered: processor time of all threads, and time on the clock. */
async function deliver(): Promise<{ readonly cpu: number; readonly wall: number }> {
  const start = now()
  const from = process.cpuUsage()
  await new Promise(setImmediate) // they come between two of these
  await new Promise(setImmediate)
  const { user, system } = process.cpuUsage(from)
  return { cpu: (user + system) * 1e3, wall: (now() - start) * 1e6 }
}

async function live(session: lt.Session, seeder: Seeder): Promise<void> {
  const torrent = await addStopped(session, seeder)
  if (argument('read') !== 'none') session.on('alert', () => {})
  const start = now()
  const finished = torrent.waitFor('torrent_finished')
  torrent.resume()
  await finished
  emit('done', { wall: now() - start })
}

/** The last round counts: that of a program that has been running for a while. */
async function queued(session: lt.Session, seeder: Seeder | undefined): Promise<void> {
  let received = 0
  const listener = (): number => received++
  const by = args.get('by') ?? 'alert'
  if (by === 'session') for (const type of ofPauses) session.on(type, listener)
  else if (by === 'alert' && argument('read') !== 'none') session.on('alert', listener)
  for (let rounds = Number(argument('rounds')); rounds > 0; rounds--) {
    const { torrent, cause, end } = await (seeder ? transfer(session, seeder) : pauses(session))
    if (by === 'torrent') for (const type of ofPauses) torrent.on(type, listener)
    await session.sessionStats() // with what was posted until now
    received = 0
    cause()
    const { cpu, wall } = await deliver()
    const count = received || Number(args.get('count'))
    if (rounds === 1) emit('done', { each: cpu / count, wall: wall / count, received: count })
    await end()
  }
}

async function main(): Promise<void> {
  const alertMessages = argument('read') === 'message'
  await using session = new lt.Session({ ...options, settings, alertMessages })
  const seeder = args.has('torrent') ? await openSeeder() : undefined
  if (seeder && args.has('live')) await live(session, seeder)
  else await queued(session, seeder)
  await seeder?.session.close()
}

void main()

// What children and their workers have at hand. They get every function here as source text (see
// run.ts), so these use nothing but their arguments and `this`, which is the kit itself.
import type * as fs from 'node:fs'
import type * as net from 'node:net'
import type * as path from 'node:path'
import type * as stream from 'node:stream'
import type * as workers from 'node:worker_threads'
import type * as libtorrent from 'libtorrent-napi'
import type * as fuzz from './fuzz'
import type * as functions from './kit'
import type * as odd from './odd'

type Settings = libtorrent.SettingsInit

/** What the kit consists of besides its functions. */
export interface Modules {
  readonly lt: typeof libtorrent
  readonly fs: typeof fs
  readonly net: typeof net
  readonly path: typeof path
  readonly stream: typeof stream
  readonly workers: typeof workers
  /** As from the package. */
  readonly require: NodeJS.Require
  /** A directory of the child's own, deleted when it has ended. */
  readonly dir: string
  /** The package as the child loads it, and the kit. */
  readonly packageRoot: string
  readonly kitFile: string
}

type Functions = typeof functions & typeof fuzz & typeof odd
export interface Kit extends Modules, Functions {}

export interface Transfer {
  readonly seeder: libtorrent.Session
  readonly leecher: libtorrent.Session
  readonly seed: libtorrent.TorrentHandle
  readonly download: libtorrent.TorrentHandle
}

/** Sends a value to the test, at once even if the process ends now. */
export function send(this: Kit, value: unknown): void {
  this.fs.writeSync(1, `${JSON.stringify(value)}\n`)
}

/** The next line that the test writes. Waiting for it does not keep the child alive. */
export function received(this: Kit): Promise<string> {
  return new Promise((resolve) => {
    process.stdin.once('data', (data) => resolve(String(data)))
    process.stdin.unref()
  })
}

/** A turn of the event loop. */
export function turn(this: Kit): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Settings of a session that keeps to this machine. */
export function quiet(this: Kit): Settings {
  return {
    listen_interfaces: '127.0.0.1:0',
    enable_dht: false,
    enable_lsd: false,
    enable_upnp: false,
    enable_natpmp: false,
    allow_multiple_connections_per_ip: true,
  }
}

export function openSession(
  this: Kit,
  settings: Settings = {},
  lt: typeof libtorrent = this.lt,
): libtorrent.Session {
  return new lt.Session({ settings: { ...this.quiet(), ...settings } })
}

/** Params of a torrent without metadata, another one for every number. */
export function magnet(
  this: Kit,
  number: number,
  trackers: readonly string[] = [],
): libtorrent.AddTorrentParamsInit {
  const v1 = number.toString(16).padStart(40, '0')
  return { infoHashes: { v1 }, savePath: this.dir, trackers }
}

/** What to announce, where to, and what to wait for then. */
export interface Announcement {
  readonly url: string
  readonly news: 'tracker_announce' | 'tracker_reply'
  readonly settings: Settings
}

/** A session with a torrent whose tracker has been asked, or has answered. */
export async function announce(
  this: Kit,
  { url, news, settings }: Announcement,
): Promise<libtorrent.Session> {
  const session = this.openSession(settings)
  const asked = session.waitFor(news)
  await session.addTorrent(this.magnet(1, [url]))
  await asked
  return session
}

/** A file of zeros, which takes no room on disk. */
export async function makeFile(this: Kit, name: string, size: number): Promise<string> {
  const file = this.path.join(this.dir, name)
  await this.fs.promises.mkdir(this.path.dirname(file), { recursive: true })
  const handle = await this.fs.promises.open(file, 'w')
  await handle.truncate(size)
  await handle.close()
  return file
}

/** What hashes a file of that size: CreateTorrent, not hashed yet. */
export async function prepareTorrent(
  this: Kit,
  name: string,
  size: number,
  flags: number = this.lt.createFlags.v1Only,
): Promise<libtorrent.CreateTorrent> {
  const files = new this.lt.FileStorage()
  await this.lt.addFiles(files, await this.makeFile(name, size))
  return new this.lt.CreateTorrent(files, 0, flags)
}

export async function makeTorrent(
  this: Kit,
  name: string,
  size: number,
  flags?: number,
): Promise<libtorrent.TorrentInfo> {
  const torrent = await this.prepareTorrent(name, size, flags)
  await torrent.setPieceHashes(this.dir)
  return new this.lt.TorrentInfo(torrent.generateBuf())
}

/** Shares what is in the kit's directory; when it was checked, so that peers find it ready. */
export async function share(
  this: Kit,
  session: libtorrent.Session,
  ti: libtorrent.TorrentInfo,
): Promise<libtorrent.TorrentHandle> {
  const finished = session.waitFor('torrent_finished')
  const seed = await session.addTorrent({ ti, savePath: this.dir })
  await finished
  return seed
}

/** Two sessions, one of which downloads from the other: `size` bytes, as fast as they can. */
export async function startTransfer(
  this: Kit,
  size: number,
  settings: Settings = {},
): Promise<Transfer> {
  const ti = await this.makeTorrent('content', size)
  const [seeder, leecher] = [this.openSession(settings), this.openSession(settings)]
  const { port } = await seeder.waitFor('listen_succeeded')
  const seed = await this.share(seeder, ti)
  const savePath = this.path.join(this.dir, 'download')
  const download = await leecher.addTorrent({ ti, savePath })
  const started = download.waitFor('piece_finished')
  download.connectPeer({ address: '127.0.0.1', port })
  await started
  return { seeder, leecher, seed, download }
}

/** Runs `main` with a kit and `data` in a worker. Nothing of its scope comes along. */
export function startWorker<T>(
  this: Kit,
  main: ((kit: Kit, data: T) => unknown) | string,
  data: T,
): workers.Worker {
  const source = `(${String(main)})(require(${JSON.stringify(this.kitFile)}), require('node:worker_threads').workerData)`
  return new this.workers.Worker(source, { eval: true, workerData: data })
}

/** In a worker: tells the parent that the time to end it has come. In the main thread: ends. */
export function ready(this: Kit): void {
  if (this.workers.isMainThread) process.exit(0)
  this.workers.parentPort?.postMessage('ready')
}

/** Its exit code, once the worker has ended. Rejects with what was thrown in it. */
export function ended(this: Kit, worker: workers.Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('exit', resolve)
    worker.once('error', reject)
  })
}

/** The next message of a worker. Rejects if it ends without. */
export function told(this: Kit, worker: workers.Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
  })
}

/** The package once more, in an environment of its own. */
export function loadAgain(this: Kit): typeof libtorrent {
  const { cache } = this.require
  for (const file of Object.keys(cache)) {
    if (file.startsWith(this.packageRoot)) Reflect.deleteProperty(cache, file)
  }
  return this.require(this.packageRoot) as typeof libtorrent
}

/** How many threads and open files the process has. */
export function resources(this: Kit): { threads: number; files: number } {
  const count = (what: string): number => this.fs.readdirSync(`/proc/self/${what}`).length
  return { threads: count('task'), files: count('fd') }
}

/**
 * Collects garbage, and lets finalizers run, until `isDone`; gives up in the end. Not in the turn of
 * `isDone`, because what a WeakRef was asked for lives until the end of that.
 */
export async function collectGarbage(this: Kit, isDone: () => boolean): Promise<boolean> {
  for (let round = 0; round < 100 && !isDone(); round++) {
    if (!globalThis.gc) throw new Error('the child needs --expose-gc')
    await this.turn()
    globalThis.gc()
    await this.turn()
  }
  return isDone()
}

/** How a call or a promise ends: the code of a LibtorrentError, another error as text, 'fulfilled'. */
export async function outcome(
  this: Kit,
  subject: Promise<unknown> | (() => unknown),
): Promise<string> {
  try {
    const result = await (typeof subject === 'function' ? subject() : subject)
    if (result instanceof this.stream.Readable) await result.toArray()
    return 'fulfilled'
  } catch (error) {
    return error instanceof this.lt.LibtorrentError ? error.code : String(error)
  }
}

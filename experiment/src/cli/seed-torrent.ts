import { basename, resolve } from 'node:path'
import { openTracker } from '../coordinator/tracker'
import { bindingOf } from '../host/addresses'
import { makeTorrent } from '../node/content'
import { seedFile, type Seeding } from '../node/seeding'
import { networkOf } from '../node/session'
import { sizeOf } from '../node/source'
import { type Condition, resolveParameters } from '../plan/condition'
import type { TorrentVersion } from '../plan/parameters'
import { orAborted } from '../util/cancel'
import { formatEndpoint } from '../util/endpoint'
import { Interrupted, toUserError, usageError, UserError } from '../util/errors'
import { fileSize, writeRandomFile } from '../util/files'
import { formatAmount, formatCount, formatSize } from '../util/units'
import type { Display } from './display'
import { exitCodes, parametersOf } from './command'
import { loopback, type SeedArguments, trackerPlace } from './seed-options'

/** The classic form: makes a .torrent and shares the file until Ctrl-C, or until so many peers have finished. */
export async function seedTorrent(
  args: SeedArguments & { readonly torrent: string },
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  // over http a client learns at once that the tracker is away, and over udp it never does
  const condition = resolveParameters('the torrent', {
    tracker: 'http',
    torrentVersion: 'v1',
    ...parametersOf(args),
  })
  const path = await contentOf(args, display, signal)
  const finished = new Finished((args.peers ?? Infinity) * (args.iterations?.[0] ?? 1), display)
  await using tracker = await openTracker(condition.tracker, {
    ...trackerPlace(args),
    signal,
    onCompleted: (_, peerId) => finished.add(peerId),
  })
  if (args.peers !== undefined && !tracker.isEmbedded) {
    throw usageError(
      '--peers with --torrent needs the embedded tracker, which knows the finished peers',
    )
  }
  await makeTorrentOf(path, condition, tracker.url, args.torrent, display, signal)
  await using seeding = await seedFile(path, args.torrent, {
    ...networkOf(condition, 0, bindingOf(args.listen ?? loopback)),
    pex: condition.pex,
    signal,
    onMessage: (message) => display.print(message),
  })
  const where = formatEndpoint({ host: seeding.address, port: seeding.port })
  display.print(`sharing ${path} (${formatSize(sizeOf(seeding.info))}) at ${where}; Ctrl-C ends it`)
  await untilDone(seeding, finished.all, signal)
  display.close()
  const { uploaded } = await seeding.closed
  display.print(
    `uploaded ${formatSize(uploaded)}; ${formatCount(finished.count, 'completed download')}`,
  )
}

/** Counts the finished downloads that clients announce to the tracker. */
class Finished {
  /** Resolves when as many downloads as expected are complete. */
  readonly all: Promise<void>
  readonly #peerIds = new Set<string>()
  #resolve = () => {}

  readonly #expected: number
  readonly #display: Display

  constructor(expected: number, display: Display) {
    this.#expected = expected
    this.#display = display

    this.all = new Promise((resolve) => (this.#resolve = resolve))
  }

  get count(): number {
    return this.#peerIds.size
  }

  /** A hybrid torrent is two swarms to a tracker, so each download is announced twice. */
  add(peerId: string): void {
    if (this.#peerIds.has(peerId)) return
    this.#peerIds.add(peerId)
    const of = this.#expected === Infinity ? '' : ` of ${this.#expected}`
    this.#display.print(`${this.count}${of} downloads complete`)
    if (this.count >= this.#expected) this.#resolve()
  }
}

/** The path of the file to share, made first if it has to be. */
async function contentOf(
  args: SeedArguments,
  display: Display,
  signal: AbortSignal,
): Promise<string> {
  const [path, otherPath] = args.file ?? []
  const [size, otherSize] = args.fileSize ?? []
  if (path === undefined) throw usageError('--torrent needs --file')
  if (otherPath !== undefined || otherSize !== undefined)
    throw usageError('--torrent shares one file: give one --file and one --file-size')
  const file = await namedFile(path, args)
  if (file.size !== null || size === undefined) return file.path
  display.print(`making ${file.path}: ${formatSize(size)} of random content`)
  await writeRandomFile(file.path, size, { signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw toUserError(error, `cannot write ${file.path}`)
  })
  return file.path
}

/** Which clients can use the .torrent, and how to choose another version. */
const versionNotes: Readonly<Record<TorrentVersion, string>> = {
  v1: 'version 1, which every client reads (--torrent-version hybrid or v2 for others)',
  v2: 'version 2, which only some clients read (--torrent-version v1 for all of them)',
  hybrid: 'versions 1 and 2, which some clients refuse (--torrent-version v1 for all of them)',
}

async function makeTorrentOf(
  path: string,
  { pieceSize, torrentVersion: version }: Condition,
  tracker: string,
  output: string,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  const progress = display.progress('hashing', 1)
  const made = await makeTorrent(path, {
    trackers: [tracker],
    pieceSize,
    version,
    output,
    signal,
    onProgress({ done, total }) {
      progress.setTotal(total)
      progress.update(done, formatAmount(done, total))
    },
  }).finally(() => progress.end())
  display.print(`wrote ${output}: ${made.infoHashes.v1 ?? made.infoHashes.v2}, tracker ${tracker}`)
  display.print(`or by magnet link: ${made.magnet}`)
  display.print(versionNotes[version])
}

/** Ctrl-C is how this is meant to end; only other signals are passed on. */
async function untilDone(
  seeding: Seeding,
  finished: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await orAborted(Promise.race([finished, seeding.closed]), signal)
    await seeding.close()
  } catch (error) {
    const isCtrlC = error instanceof Interrupted && error.exitCode === exitCodes.SIGINT
    if (!isCtrlC) throw error
  }
}

/** The file that --file names. */
interface NamedFile {
  readonly path: string
  readonly name: string
  /** Bytes; null when it does not exist. */
  readonly size: number | null
}

/** Looks at the file of --file, in the directory of --save-path if there is one. */
export async function namedFile(
  file: string,
  { savePath, fileSize: expected }: Pick<SeedArguments, 'savePath' | 'fileSize'>,
): Promise<NamedFile> {
  const path = resolve(savePath ?? '.', file)
  const size = await fileSize(path)
  if (size === null && !expected) throw new UserError(`no such file: ${path}`)
  if (size === 0) throw new UserError(`${path} is empty: there is nothing to share`)
  if (size !== null && expected && (expected.length > 1 || expected[0] !== size)) {
    throw usageError(
      `${path} exists and has ${size} bytes: leave out --file-size, or name another file`,
    )
  }
  return { path, name: basename(path), size }
}

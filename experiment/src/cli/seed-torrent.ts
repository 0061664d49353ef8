import { resolve } from 'node:path'
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
  const expected = (args.peers ?? Infinity) * (args.iterations?.[0] ?? 1)
  const finished = countDownloads(expected, display)
  const trackerOptions = {
    ...trackerPlace(args),
    signal,
    onCompleted: (_: string, peerId: string) => finished.add(peerId),
  }
  const hasTracker = condition.discovery === 'tracker'
  await using tracker = hasTracker ? await openTracker(condition.tracker, trackerOptions) : null
  if (args.peers !== undefined && tracker?.isEmbedded !== true) {
    throw usageError(
      '--peers with --torrent needs the embedded tracker, which knows the finished peers',
    )
  }
  const path = await contentOf(args, display, signal)
  await makeTorrentOf(path, condition, tracker?.url ?? null, args.torrent, display, signal)
  await using seeding = await seedFile(path, args.torrent, {
    ...networkOf(condition, 0, bindingOf(args.listen ?? loopback)),
    signal,
    onMessage: (message) => display.print(message),
  })
  const where = formatEndpoint({ host: seeding.address, port: seeding.port })
  display.print(`sharing ${path} (${formatSize(sizeOf(seeding.info))}) at ${where}; Ctrl-C ends it`)
  if (!tracker) display.print(`without a tracker, peer.js finds it by --peer ${where}`)
  await untilDone(seeding, finished.all, signal)
  display.close()
  const { uploaded } = await seeding.closed
  display.print(
    `uploaded ${formatSize(uploaded)}; ${formatCount(finished.peerIds.size, 'completed download')}`,
  )
}

/** Counts the finished downloads that clients announce to the tracker; `all` resolves when they are as many as expected. */
function countDownloads(expected: number, display: Display) {
  const peerIds = new Set<string>()
  let resolve = () => {}
  const all = new Promise<void>((settle) => (resolve = settle))
  return {
    all,
    peerIds,
    /** A hybrid torrent is two swarms to a tracker, so each download is announced twice. */
    add(peerId: string): void {
      if (peerIds.has(peerId)) return
      peerIds.add(peerId)
      const of = expected === Infinity ? '' : ` of ${expected}`
      display.print(`${peerIds.size}${of} downloads complete`)
      if (peerIds.size >= expected) resolve()
    },
  }
}

/** The path of the file that --file names, in the directory of --save-path if there is one; made first if it has to be. */
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
  const file = resolve(args.savePath ?? '.', path)
  const found = await fileSize(file)
  if (found === null && size === undefined) throw new UserError(`no such file: ${file}`)
  if (found === 0) throw new UserError(`${file} is empty: there is nothing to share`)
  if (found !== null && size !== undefined && size !== found) {
    throw usageError(
      `${file} exists and has ${found} bytes: leave out --file-size, or name another file`,
    )
  }
  if (found !== null || size === undefined) return file
  display.print(`making ${file}: ${formatSize(size)} of random content`)
  await writeRandomFile(file, size, { signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw toUserError(error, `cannot write ${file}`)
  })
  return file
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
  tracker: string | null,
  output: string,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  const progress = display.progress('hashing', 1)
  const made = await makeTorrent(path, {
    trackers: tracker === null ? [] : [tracker],
    pieceSize,
    version,
    output,
    signal,
    onProgress({ done, total }) {
      progress.setTotal(total)
      progress.update(done, formatAmount(done, total))
    },
  }).finally(() => progress.end())
  const { v1, v2 } = made.info.infoHashes()
  display.print(`wrote ${output}: ${v1 ?? v2}, tracker ${tracker ?? 'none'}`)
  display.print(`or by magnet link: ${made.magnetUri}`)
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

// Read streams, which are read, destroyed or aborted at any moment.
import { once } from 'node:events'
import { chosenTorrent } from './life-calls'
import type { Readable } from 'node:stream'
import type { RangeErrors } from './model'
import type { Scene } from './scene'

/** The end of a stream: of its 'close' event, which each stream must give. */
async function ending(stream: Readable): Promise<void> {
  stream.on('error', () => {})
  if (!stream.closed) await new Promise((resolve) => stream.once('close', resolve))
  if (stream.errored) throw stream.errored
}

/** Reads one chunk and leaves the loop, which destroys the stream. */
async function readOnce(stream: Readable): Promise<void> {
  const chunks = stream[Symbol.asyncIterator]()
  await chunks.next()
  await chunks.return?.()
}

interface Fate {
  /** Whether the stream ends by itself and gives all its bytes. */
  readonly isRead?: boolean
  /** Whether the program ends it, whatever becomes of its torrent. */
  readonly isEnded?: boolean
  /** Name of the error that the program ends it with. */
  readonly error?: 'Error' | 'AbortError'
  readonly decide: (
    stream: Readable,
    abort: AbortController,
    take: (chunk: Buffer) => void,
  ) => unknown
}

/** How a stream ends. */
const fates: readonly Fate[] = [
  { isRead: true, decide: (stream, _abort, take) => stream.on('data', take) },
  { isEnded: true, decide: (stream) => stream.destroy() },
  {
    isEnded: true,
    error: 'Error',
    decide: (stream) => stream.destroy(new Error('destroyed by the test')),
  },
  { isEnded: true, error: 'AbortError', decide: (_stream, abort) => abort.abort() },
  { isEnded: true, decide: (stream) => setImmediate(() => stream.destroy()) },
  {
    isEnded: true,
    error: 'AbortError',
    decide: (_stream, abort) => setImmediate(() => abort.abort()),
  },
  {
    decide: (stream) =>
      once(stream, 'data').then(
        () => stream.destroy(),
        () => {},
      ),
  },
  { error: 'AbortError', decide: (stream) => readOnce(stream).catch(() => {}) },
  {
    isRead: true,
    decide: (stream, _abort, take) => setTimeout(() => stream.on('data', take), 30),
  },
]

function rangeOf({ isRead = false }: Fate, remaining: number): RangeErrors {
  if (remaining >= 0) return 'never'
  return isRead ? 'must' : 'may'
}

/** Opens a stream of a file and decides its end. */
export function streamFile(scene: Scene, first: number, second: number, file: number): void {
  const torrent = chosenTorrent(scene, first)
  const handle = torrent?.handle
  if (!torrent || !handle) return scene.calls.count('left out')
  const { calls } = scene
  const number = second % fates.length
  const fate = fates[number]!
  const { isRead = false, isEnded = false, error, decide } = fate
  const start = second % 2 === 0 ? undefined : file * 1_000
  const remaining = (torrent.content.fileSizes[file] ?? -1) - (start ?? 0)
  const subject = { session: torrent.session, torrent }
  const creation = {
    ...subject,
    name: 'createReadStream',
    settles: 'by itself' as const,
    allowed: { afterClose: true, afterRemoval: true },
    check: () => null,
  }
  const allowed = {
    disk: true,
    range: rangeOf(fate, remaining),
    names: error ? [error] : [],
    afterClose: isEnded,
    afterRemoval: isEnded,
  }
  calls.make(creation, () => {
    const abort = new AbortController()
    const stream = handle.createReadStream(file, { start, signal: abort.signal })
    const end = ending(stream)
    let length = 0
    decide(stream, abort, (chunk) => (length += chunk.length))
    const name = `the end of a stream (${number})`
    const settles = isEnded ? 'by itself' : 'when ended'
    const check = (): string | null =>
      !isRead || length === remaining ? null : `${length} bytes, ${remaining} expected`
    calls.make({ ...subject, name, settles, allowed, check }, () => end)
  })
}

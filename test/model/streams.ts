// Read streams, which are read, destroyed or aborted at any moment.
import { once } from 'node:events'
import { chosenTorrent } from './life-calls'
import type { Readable } from 'node:stream'
import type { Scene } from './scene'

const allowed = {
  disk: true,
  range: true,
  names: ['AbortError', 'Error'],
  codes: ['invalid_piece_index'],
}

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

/** How a stream ends, and whether it does so by itself. */
const fates: readonly ((stream: Readable, abort: AbortController) => boolean)[] = [
  (stream) => (stream.resume(), false),
  (stream) => stream.destroy().destroyed,
  (stream) => stream.destroy(new Error('destroyed by the test')).destroyed,
  (_stream, abort) => (abort.abort(), true),
  (stream) => (setImmediate(() => stream.destroy()), true),
  (_stream, abort) => (setImmediate(() => abort.abort()), true),
  (stream) => (
    once(stream, 'data').then(
      () => stream.destroy(),
      () => {},
    ),
    false
  ),
  (stream) => (readOnce(stream).catch(() => {}), false),
  (stream) => (setTimeout(() => stream.resume(), 30), false),
]

/** Opens a stream of a file and decides its end. */
export function streamFile(scene: Scene, first: number, fate: number, file: number): void {
  const torrent = chosenTorrent(scene, first)
  const handle = torrent?.handle
  if (!torrent || !handle) return
  const abort = new AbortController()
  const { calls } = scene
  const subject = { session: torrent.session, torrent, allowed, check: () => null }
  const start = fate % 2 === 0 ? undefined : file * 1_000
  const making = { ...allowed, afterClose: true, afterRemoval: true }
  const creation = { ...subject, name: 'createReadStream', settles: 'by itself' as const }
  const number = fate % fates.length
  calls.make({ ...creation, allowed: making }, () => {
    const stream = handle.createReadStream(file, { start, signal: abort.signal })
    const end = ending(stream)
    const isEnded = fates[number]!(stream, abort)
    const settles = isEnded ? 'by itself' : 'when ended'
    // A stream that the program destroys ends the same way, whatever became of its torrent.
    const ends = { ...allowed, afterClose: isEnded, afterRemoval: isEnded }
    const name = `the end of a stream (${number})`
    calls.make({ ...subject, name, settles, allowed: ends }, () => end)
  })
}

// A stream of node:stream as a web stream.
import type { Readable } from 'node:stream'

/**
 * Returns a web stream of what `stream` reads. Each pull reads one piece, and a cancel destroys `stream`. Readable.toWeb()
 * would hand on what is buffered after a cancel: an uncaughtException (https://github.com/nodejs/node/issues/64529).
 */
export function webStreamOf(stream: Readable): ReadableStream<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // The iterator listens to errors from the first read on, and the signal may abort before it.
        stream.on('error', (error) => controller.error(error))
      },
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel() {
        stream.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}

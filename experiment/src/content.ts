import { createHash, randomFill } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const fillRandomly = promisify<Buffer, Buffer>(randomFill)
const chunkSize = 1 << 20

/**
 * Writes a new file of random bytes. What could not be written whole is removed again.
 * @returns the SHA-256 of the content, in hex
 */
export async function writeRandomFile(
  path: string,
  size: number,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  try {
    const chunk = Buffer.alloc(Math.min(chunkSize, size))
    for (let written = 0; written < size;) {
      options.signal?.throwIfAborted()
      const part = await fillRandomly(chunk.subarray(0, Math.min(chunkSize, size - written)))
      await file.writeFile(part)
      hash.update(part)
      written += part.length
    }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

/** The SHA-256 of a file, in hex. */
export async function sha256File(
  path: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: chunkSize }), hash, {
    signal: options.signal,
  })
  return hash.digest('hex')
}

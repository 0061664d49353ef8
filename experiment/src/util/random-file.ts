import { createCipheriv, createHash, randomFill } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

const fillRandomly = promisify<Buffer, Buffer>(randomFill)
const chunkSize = 1 << 20

export interface RandomFileOptions {
  /** The bytes follow from it, on every machine; default: they are new each time. */
  readonly seed?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes a new file of random bytes. What could not be written whole is removed again.
 * @returns the SHA-256 of the content, in hex
 */
export async function writeRandomFile(
  path: string,
  size: number,
  options: RandomFileOptions = {},
): Promise<string> {
  const { seed, signal } = options
  const fill = seed === undefined ? fillRandomly : keystream(seed)
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  try {
    const chunk = Buffer.alloc(Math.min(chunkSize, size))
    for (let written = 0; written < size;) {
      signal?.throwIfAborted()
      const part = await fill(chunk.subarray(0, Math.min(chunkSize, size - written)))
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

/** What AES in counter mode makes of a key: as good as random, and quick to make. */
function keystream(seed: string): (chunk: Buffer) => Buffer {
  const key = createHash('sha256').update(seed).digest()
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  return (chunk) => cipher.update(chunk.fill(0))
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

import { access, constants, mkdir, stat, open, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { codeOf, toUserError, UserError } from './errors'
import { createCipheriv, createHash, randomFill } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

/**
 * Where a name from a torrent would be stored, made sure to be inside the directory. libtorrent cleans the names
 * that it reads; this does not rely on it.
 */
export function insideOf(directory: string, name: string): string {
  const path = resolve(directory, name)
  const way = relative(resolve(directory), path)
  const leadsOut = way.split(sep)[0] === '..' || isAbsolute(way)
  if (way === '' || leadsOut || name.includes('\0'))
    throw new UserError(`a name that leads out of the save path: '${name}'`)
  return path
}

/** Makes the directory for downloads; an error gives the reason. */
export async function ensureDirectory(path: string): Promise<string> {
  try {
    await makeDirectory(resolve(path))
    await access(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw toUserError(error, `cannot write to ${path}`)
  }
  return resolve(path)
}

/** With its parents. Not by mkdir's option for that: in directories that take no others, as /proc, it never returns. */
async function makeDirectory(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return
  if (found) throw new UserError(`${path} is not a directory`)
  if (dirname(path) !== path) await makeDirectory(dirname(path))
  await mkdir(path).catch((error: unknown) => {
    // Another process was faster.
    if (codeOf(error) !== 'EEXIST') throw error
  })
}

/** The size of a file to share, in bytes; null when there is no such file. */
export async function fileSize(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new UserError(`${path} is a directory: expected a file`)
    return found.size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Replaces a file, or makes it: readers see the old content or the whole new one, whatever ends this process. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const found = await stat(path).catch(() => null)
  // A device, as /dev/stdout, is written to.
  if (found?.isFile() === false) return writeFile(path, data)
  await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data))
}

const fillRandomly = promisify<Buffer, Buffer>(randomFill)
const chunkSize = 1 << 20

interface RandomFileOptions {
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

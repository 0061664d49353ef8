import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { atTheEndOfThisTest } from './cleanup'

/** A new directory that is removed after the test. */
export async function tempDir(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'libtorrent-napi-'))
  atTheEndOfThisTest(() => rm(path, { recursive: true, force: true }))
  return path
}

/** A file of random bytes; its directory is made when it is absent. */
export async function randomFile(path: string, size: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  const chunk = 1 << 20
  const chunks = Array.from({ length: Math.ceil(size / chunk) }, (_, i) =>
    Math.min(chunk, size - i * chunk),
  )
  const bytes = (function* () {
    for (const length of chunks) yield randomBytes(length)
  })()
  await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path))
  return path
}

/** Of a file, in hex. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

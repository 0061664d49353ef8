// Random files and their torrents.
import { randomFillSync } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'

const chunkSize = 1 << 20

export interface Content {
  /** The directory that the file is in. */
  readonly savePath: string
  readonly torrent: string
}

async function writeRandomFile(path: string, size: number): Promise<void> {
  const chunk = Buffer.alloc(Math.min(chunkSize, size))
  const file = await open(path, 'w')
  try {
    for (let written = 0; written < size;) {
      const part = randomFillSync(chunk.subarray(0, Math.min(chunkSize, size - written)))
      await file.writeFile(part)
      written += part.length
    }
  } finally {
    await file.close()
  }
}

/** A file of random bytes, and a v1 torrent of it, which every client knows. */
export async function makeContent(
  directory: string,
  name: string,
  size: number,
  pieceSize = 0,
): Promise<Content> {
  const savePath = join(directory, 'content')
  mkdirSync(savePath, { recursive: true })
  const file = join(savePath, name)
  await writeRandomFile(file, size)
  const files = new lt.FileStorage()
  await lt.addFiles(files, file)
  const creator = new lt.CreateTorrent(files, pieceSize, lt.createFlags.v1Only)
  await creator.setPieceHashes(savePath)
  const torrent = join(directory, `${name}.torrent`)
  const handle = await open(torrent, 'w')
  await handle.writeFile(creator.generateBuf())
  await handle.close()
  return { savePath, torrent }
}

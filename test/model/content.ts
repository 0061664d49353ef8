// The torrents of all sequences: small ones, of several files, of each version of the protocol.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as lt from 'libtorrent-napi'

export const pieceSize = 16 * 1024

/** What crosses threads. */
export interface ContentData {
  readonly name: string
  /** The .torrent file; null for a torrent whose metadata no peer has. */
  readonly torrent: Uint8Array | null
  /** Bytes by path relative to the save path. */
  readonly files: Readonly<Record<string, Uint8Array>>
}

export interface Content extends ContentData {
  readonly infoHashes: lt.InfoHash
  /** Bytes of each piece. */
  readonly pieceSizes: readonly number[]
  /** Bytes of each file, pad files included. */
  readonly fileSizes: readonly number[]
}

/** A last piece that is short, a file within one piece, an empty file, a directory. */
const sizes = { 'a.bin': 40_000, 'b.bin': 1, 'd/c.bin': 30_000, 'd/empty': 0 }

/** Makes the torrents; their files lie in `dir` while they are hashed. */
export async function makeContents(dir: string): Promise<ContentData[]> {
  const several = Object.entries(sizes)
  return [
    await make(dir, 'v1', several, lt.createFlags.v1Only),
    await make(dir, 'hybrid', several, 0),
    await make(dir, 'v2', several, lt.createFlags.v2Only),
    await make(dir, 'single', [['', 33_000]], lt.createFlags.v1Only),
    { name: 'blind', torrent: null, files: {} },
  ]
}

async function make(
  dir: string,
  name: string,
  several: readonly (readonly [string, number])[],
  flags: number,
): Promise<ContentData> {
  const files: Record<string, Uint8Array> = {}
  for (const [path, size] of several) files[join(name, path)] = bytesOf(name + path, size)
  writeFiles(files, dir)
  const storage = await lt.addFiles(new lt.FileStorage(), join(dir, name))
  const torrent = new lt.CreateTorrent(storage, pieceSize, flags)
  await torrent.setPieceHashes(dir)
  return { name, torrent: torrent.generateBuf(), files }
}

/** Bytes that are the same in every process, and other ones in every piece. */
function bytesOf(name: string, size: number): Buffer {
  const seed = Buffer.from(name).reduce((sum, byte) => sum + byte, 1)
  return Buffer.from(Uint8Array.from({ length: size }, (_, i) => (seed * (i + (i >> 8))) & 0xff))
}

export function writeFiles(files: ContentData['files'], savePath: string): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(savePath, path)), { recursive: true })
    writeFileSync(join(savePath, path), bytes)
  }
}

export function openContent(data: ContentData): Content {
  if (data.torrent === null) {
    return { ...data, infoHashes: { v1: 'b'.repeat(40), v2: null }, pieceSizes: [], fileSizes: [] }
  }
  const info = new lt.TorrentInfo(data.torrent)
  const files = info.files()
  return {
    ...data,
    infoHashes: info.infoHashes(),
    pieceSizes: Array.from({ length: info.numPieces() }, (_, piece) => info.pieceSize(piece)),
    fileSizes: Array.from({ length: info.numFiles() }, (_, file) => files.fileSize(file)),
  }
}

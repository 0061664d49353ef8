import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { randomFile, tempDir } from './files'

export const versions = ['v1', 'v2', 'hybrid'] as const
export type Version = (typeof versions)[number]

export const kiB = 1024
export const MiB = 1024 * kiB

const createFlagsOf: Record<Version, number> = {
  v1: lt.createFlags.v1Only,
  v2: lt.createFlags.v2Only,
  hybrid: 0,
}

export interface TorrentOptions {
  version?: Version
  pieceSize?: number
  trackers?: readonly string[]
  urlSeeds?: readonly string[]
}

/** A file or directory as a torrent; it is called what the last part of its path is. */
export async function torrentOf(path: string, options: TorrentOptions = {}): Promise<Buffer> {
  const { version = 'hybrid', pieceSize = 0, trackers = [], urlSeeds = [] } = options
  const files = await lt.addFiles(new lt.FileStorage(), path)
  const torrent = new lt.CreateTorrent(files, pieceSize, createFlagsOf[version])
  for (const url of trackers) torrent.addTracker(url)
  for (const url of urlSeeds) torrent.addUrlSeed(url)
  await torrent.setPieceHashes(dirname(path))
  return torrent.generateBuf()
}

/** Content on disk and the torrent of it. */
export interface Content {
  /** The directory that the content is in, to seed from. */
  readonly savePath: string
  /** The file, or the directory of the files. */
  readonly path: string
  readonly buffer: Buffer
  readonly info: lt.TorrentInfo
}

/** A torrent of one file of random bytes. */
export async function oneFile(size: number, options: TorrentOptions = {}): Promise<Content> {
  const savePath = await tempDir()
  const path = await randomFile(join(savePath, 'content.bin'), size)
  return content(savePath, path, options)
}

/** A torrent of a directory of files of random bytes, of the given sizes, by name. */
export async function manyFiles(
  sizes: Readonly<Record<string, number>>,
  options: TorrentOptions = {},
): Promise<Content> {
  const savePath = await tempDir()
  const path = join(savePath, 'content')
  for (const [name, size] of Object.entries(sizes)) await randomFile(join(path, name), size)
  return content(savePath, path, options)
}

async function content(savePath: string, path: string, options: TorrentOptions): Promise<Content> {
  const buffer = await torrentOf(path, options)
  return { savePath, path, buffer, info: new lt.TorrentInfo(buffer) }
}

/** The bytes of a .torrent file whose content doesn't exist, for what needs no transfer. */
export function bareTorrent(options: { size?: number; name?: string } = {}): Buffer {
  const { size = 100 * kiB, name = 'bare.bin' } = options
  const pieceLength = 16 * kiB
  return lt.bencode({
    info: {
      length: size,
      name,
      'piece length': pieceLength,
      pieces: Buffer.alloc(20 * Math.ceil(size / pieceLength), name),
    },
  })
}

/** The bytes of a .torrent file of one file of 100,000 bytes, with changes in `info` and beside it. */
export function changedTorrent(info: lt.EntryInit = {}, top: lt.EntryInit = {}): Buffer {
  return lt.bencode({
    ...(top as object),
    info: {
      length: 100_000,
      name: 'x.bin',
      'piece length': 16 * kiB,
      pieces: Buffer.alloc(7 * 20, 1),
      ...(info as object),
    },
  })
}

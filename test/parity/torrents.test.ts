// Created .torrent files, byte for byte, and what is read out of them.
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { failuresOf } from '../helpers/failures'
import { randomFile, tempDir } from '../helpers/files'
import { kiB } from '../helpers/torrents'
import { ask, askPython, describeParity, plain, snakeCase } from './reference'
import type { Bytes } from './reference'

const { v1Only, v2Only, canonicalFiles, modificationTime, symlinks, noAttributes } = lt.createFlags

const pem = '-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n'

/** How a torrent is made; reference.py takes the same. */
interface Recipe {
  readonly flags?: number
  readonly piece_size?: number
  readonly trackers?: readonly (readonly [string, number])[]
  readonly nodes?: readonly (readonly [string, number])[]
  readonly add_url_seed?: readonly string[]
  readonly add_http_seed?: readonly string[]
  readonly add_collection?: readonly string[]
  readonly add_similar_torrent?: readonly string[]
  readonly set_comment?: readonly string[]
  readonly set_creator?: readonly string[]
  readonly set_root_cert?: readonly string[]
  readonly set_priv?: readonly boolean[]
}

const everything: Recipe = {
  trackers: [
    ['http://one.example/announce', 0],
    ['udp://two.example:6969', 1],
    // libtorrent shuffles those of one tier
    ['http://three.example/ann?a=1&b=ü', 2],
  ],
  nodes: [
    ['router.example', 6881],
    ['10.0.0.1', 1],
  ],
  add_url_seed: ['http://web.example/', 'http://other.example/dir/'],
  add_http_seed: ['http://seed.example/seed.php'],
  add_collection: ['a collection', 'another'],
  add_similar_torrent: ['ab'.repeat(20)],
  set_comment: ['a comment, größer'],
  set_creator: ['the creator'],
  set_priv: [true],
  set_root_cert: [pem],
}

const recipes: Record<string, Recipe> = {
  'v1 only': { flags: v1Only },
  'v2 only': { flags: v2Only },
  hybrid: {},
  'v1 with files aligned to pieces': { flags: v1Only | canonicalFiles },
  'v1 without tail padding': { flags: v1Only | lt.createFlags.canonicalFilesNoTailPadding },
  'hybrid without tail padding': { flags: lt.createFlags.canonicalFilesNoTailPadding },
  'with times of the files': { flags: modificationTime },
  'with symbolic links': { flags: symlinks },
  'without attributes': { flags: noAttributes },
  'with pieces of 32 KiB': { piece_size: 32 * kiB },
  'with everything that can be said': everything,
  'v2 with everything': { ...everything, flags: v2Only },
}

/** A directory with what torrents may have in them. */
async function directory(): Promise<string> {
  const path = await tempDir()
  const root = join(path, 'content')
  await randomFile(join(root, 'a.bin'), 70_000)
  await randomFile(join(root, 'b', 'c.bin'), 16 * kiB)
  await randomFile(join(root, 'b', 'dä.bin'), 100_001)
  await writeFile(join(root, 'run.sh'), 'true\n')
  await chmod(join(root, 'run.sh'), 0o755)
  await writeFile(join(root, 'empty'), '')
  await mkdir(join(root, 'e'))
  await randomFile(join(root, 'e', '.hidden'), 5)
  await symlink('b/c.bin', join(root, 'link'))
  return path
}

async function create(path: string, name: string, recipe: Recipe): Promise<lt.CreateTorrent> {
  const files = await lt.addFiles(new lt.FileStorage(), join(path, name), recipe.flags)
  const torrent = new lt.CreateTorrent(files, recipe.piece_size, recipe.flags)
  for (const [url, tier] of recipe.trackers ?? []) torrent.addTracker(url, tier)
  for (const node of recipe.nodes ?? []) torrent.addNode(node)
  for (const url of recipe.add_url_seed ?? []) torrent.addUrlSeed(url)
  for (const url of recipe.add_http_seed ?? []) torrent.addHttpSeed(url)
  for (const collection of recipe.add_collection ?? []) torrent.addCollection(collection)
  for (const hash of recipe.add_similar_torrent ?? []) torrent.addSimilarTorrent(hash)
  for (const comment of recipe.set_comment ?? []) torrent.setComment(comment)
  for (const creator of recipe.set_creator ?? []) torrent.setCreator(creator)
  for (const certificate of recipe.set_root_cert ?? []) torrent.setRootCert(certificate)
  for (const isPrivate of recipe.set_priv ?? []) torrent.setPriv(isPrivate)
  await torrent.setPieceHashes(path)
  return torrent
}

/** Ours is dated as Python's: that one dates them itself. */
async function expectSameTorrent(path: string, name: string, recipe: Recipe): Promise<void> {
  const answer = await ask('create', path, name, recipe)
  const { torrent, hashes } = answer as { torrent: Bytes; hashes: unknown }
  const theirs = Buffer.from(torrent.bytes, 'hex')
  const ours = await create(path, name, recipe)
  ours.setCreationDate(new lt.TorrentInfo(theirs).creationDate())
  const bytes = ours.generateBuf()
  // the first says more when they differ
  expect(plain(lt.bdecode(bytes))).toStrictEqual(plain(lt.bdecode(theirs)))
  expect(bytes.equals(theirs)).toBe(true)
  expect(new lt.TorrentInfo(bytes).infoHashes()).toStrictEqual(hashes)
}

describeParity('torrent files that are made', () => {
  test('of a directory are byte for byte the same', async () => {
    const failures = await failuresOf(Object.entries(recipes), async ([, recipe]) => {
      await expectSameTorrent(await directory(), 'content', recipe)
    })
    expect(failures).toStrictEqual([])
  })

  test('of one file are byte for byte the same', async () => {
    const path = await tempDir()
    await randomFile(join(path, 'one.bin'), 123_456)
    const failures = await failuresOf(['v1 only', 'v2 only', 'hybrid'], (name) =>
      expectSameTorrent(path, 'one.bin', recipes[name]!),
    )
    expect(failures).toStrictEqual([])
  })

  test('are written again as the same bytes, with each flag', async () => {
    const torrent = await create(await directory(), 'content', everything)
    const bytes = torrent.generateBuf()
    const flags = Object.entries({ none: 0, ...lt.writeFlags })
    const failures = await failuresOf(flags, async ([, flag]) => {
      const ours = lt.writeTorrentFileBuf(lt.loadTorrentBuffer(bytes), flag)
      expect(await ask('rewrite', bytes, flag)).toStrictEqual(plain(ours))
    })
    expect(failures).toStrictEqual([])
  })
})

/** What ours says to each question of `info_of` of reference.py. */
function infoOf(info: lt.TorrentInfo): Record<string, unknown> {
  return {
    name: info.name(),
    comment: info.comment(),
    creator: info.creator(),
    totalSize: info.totalSize(),
    pieceLength: info.pieceLength(),
    numPieces: info.numPieces(),
    numFiles: info.numFiles(),
    priv: info.priv(),
    isI2p: info.isI2p(),
    isValid: info.isValid(),
    creationDate: info.creationDate(),
    sslCert: info.sslCert(),
    collections: info.collections(),
    infoSection: info.infoSection(),
    infoHashes: info.infoHashes(),
    similarTorrents: info.similarTorrents(),
    trackers: info.trackers().map(({ url, tier }) => [url, tier]),
    webSeeds: info.webSeeds().map(({ url, type }) => [url, type === 'url_seed' ? 0 : 1]),
    nodes: info.nodes(),
    pieces: Array.from({ length: info.numPieces() }, (_, piece) => info.pieceSize(piece)),
  }
}

function fileAnswers(files: lt.FileStorage, index: number): Record<string, unknown> {
  return {
    filePath: files.filePath(index, 'root'),
    fileName: files.fileName(index),
    fileSize: files.fileSize(index),
    fileOffset: files.fileOffset(index),
    fileFlags: files.fileFlags(index),
    symlink: files.symlink(index),
    root: files.root(index),
    hash: files.hash(index),
    pieceIndexAtFile: files.pieceIndexAtFile(index),
    fileAbsolutePath: files.fileAbsolutePath(index),
  }
}

type Triple = readonly [number, number, number]

function storageOf(info: lt.TorrentInfo, blocks: Triple[], ranges: Triple[]): unknown {
  const files = info.files()
  const offsets = Array.from({ length: Math.ceil(files.totalSize() / 5000) }, (_, i) => i * 5000)
  return {
    files: Array.from({ length: files.numFiles() }, (_, i) => fileAnswers(files, i)),
    pieces: Array.from({ length: files.numPieces() }, (_, i) => [
      files.pieceSize(i),
      files.fileIndexAtPiece(i),
    ]),
    offsets: offsets.map((offset) => files.fileIndexAtOffset(offset)),
    whole: [files.name(), files.totalSize(), files.pieceLength(), files.v2()],
    blocks: blocks.map((block) =>
      info.mapBlock(...block).map(({ fileIndex, offset, size }) => [fileIndex, offset, size]),
    ),
    ranges: ranges.map((range) => {
      const { piece, start, length } = info.mapFile(...range)
      return [piece, start, length]
    }),
  }
}

/** Blocks and ranges of files all over a torrent. */
function places(info: lt.TorrentInfo): { blocks: Triple[]; ranges: Triple[] } {
  const files = info.files()
  const blocks = Array.from({ length: info.numPieces() }, (_, piece): Triple[] => [
    [piece, 0, info.pieceSize(piece)],
    [piece, info.pieceSize(piece) >> 1, 1],
  ]).flat()
  const ranges = Array.from({ length: files.numFiles() }, (_, file): Triple[] => {
    const size = files.fileSize(file)
    return size < 2 ? [] : [[file, 1, size - 1]]
  }).flat()
  return { blocks, ranges }
}

describeParity('the content of a torrent file', () => {
  test('is the same in each member of TorrentInfo and FileStorage', async () => {
    const path = await directory()
    const failures = await failuresOf(Object.entries(recipes), async ([, recipe]) => {
      const bytes = (await create(path, 'content', recipe)).generateBuf()
      const info = new lt.TorrentInfo(bytes)
      const { blocks, ranges } = places(info)
      const [theirInfo, theirStorage] = await askPython([
        ['info_of', bytes],
        ['storage', bytes, blocks, ranges],
      ])
      const ours = Object.entries(infoOf(info)).map(([key, value]) => [
        snakeCase(key),
        plain(value),
      ])
      expect(Object.fromEntries(ours)).toStrictEqual(theirInfo)
      expect(plain(storageOf(info, blocks, ranges))).toStrictEqual(theirStorage)
    })
    expect(failures).toStrictEqual([])
  })
})

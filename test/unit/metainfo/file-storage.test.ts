import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf, thrownBy } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { tempDir } from '../../helpers/files'
import { kiB } from '../../helpers/torrents'

/** d/a of 100 bytes and d/b of 50,000, in pieces of 16 KiB. */
function twoFiles(): lt.FileStorage {
  const files = new lt.FileStorage()
  files.addFile('d/a', 100)
  files.addFile('d/b', 50_000)
  files.setPieceLength(16 * kiB)
  files.setNumPieces(4)
  return files
}

describe('an empty FileStorage', () => {
  test('has nothing', () => {
    const files = new lt.FileStorage()
    expect(files.isValid()).toBe(false)
    expect(files.numFiles()).toBe(0)
    expect(files.totalSize()).toBe(0)
    expect(files.name()).toBe('')
    expect(() => files.fileSize(0)).toThrow(RangeError)
    expect(() => files.pieceSize(0)).toThrow(RangeError)
  })

  test('can only be made with new', () => {
    expect(() => Reflect.apply(lt.FileStorage, undefined, [])).toThrow(TypeError)
  })
})

describe('the files of a FileStorage', () => {
  test('are told by index', () => {
    const files = twoFiles()
    expect(files.name()).toBe('d')
    expect([files.numFiles(), files.endFile(), files.totalSize()]).toStrictEqual([2, 2, 50_100])
    expect([files.filePath(0), files.filePath(1, '/base')]).toStrictEqual(['d/a', '/base/d/b'])
    expect(files.fileName(1)).toBe('b')
    expect([files.fileSize(1), files.fileOffset(1)]).toStrictEqual([50_000, 100])
    expect([files.fileNumPieces(1), files.fileNumBlocks(1)]).toStrictEqual([4, 4])
    expect(files.pieceIndexAtFile(1)).toBe(0)
    expect(files.mtime(0)).toBeNull()
    expect([files.padFileAt(0), files.fileAbsolutePath(0), files.symlink(0)]).toStrictEqual([
      false,
      false,
      '',
    ])
  })

  test('keep attributes, times and links', () => {
    const files = new lt.FileStorage()
    files.addFile('d/run', 5, lt.fileFlags.flagExecutable, new Date(1_000_000_000_000))
    files.addFile('d/link', 0, lt.fileFlags.flagSymlink, null, 'd/run')
    files.addFile('d/pad', 11, lt.fileFlags.flagPadFile)
    expect(files.fileFlags(0)).toBe(lt.fileFlags.flagExecutable)
    expect(files.mtime(0)).toStrictEqual(new Date(1_000_000_000_000))
    expect(files.symlink(1)).toMatch(/d\/run$/)
    expect(files.padFileAt(2)).toBe(true)
  })

  test('can be renamed', () => {
    const files = twoFiles()
    files.renameFile(0, 'd/z')
    files.setName('root')
    expect(files.filePath(0)).toBe('root/z')
    files.renameFile(0, '/elsewhere/z')
    expect(files.fileAbsolutePath(0)).toBe(true)
    expect(files.filePath(0, '/base')).toBe('/elsewhere/z')
  })

  test('are found at offsets and in pieces', () => {
    const files = twoFiles()
    expect([files.fileIndexAtOffset(99), files.fileIndexAtOffset(100)]).toStrictEqual([0, 1])
    expect([files.fileIndexAtPiece(0), files.fileIndexAtPiece(3)]).toStrictEqual([0, 1])
    expect(files.mapBlock(0, 50, 100)).toStrictEqual([
      { fileIndex: 0, offset: 50, size: 50 },
      { fileIndex: 1, offset: 0, size: 50 },
    ])
    expect(files.mapFile(1, 20_000, 7)).toStrictEqual({ piece: 1, start: 3716, length: 7 })
    expect([files.pieceSize(0), files.pieceSize(3)]).toStrictEqual([16 * kiB, 948])
  })

  test('can be as large as libtorrent allows, and no larger', () => {
    const files = new lt.FileStorage()
    files.addFile('large', 2 ** 43)
    expect(files.totalSize()).toBe(2 ** 43)
    expect(thrownBy(() => files.addFile('larger', 2 ** 45))).toMatchObject({ code: 'EFBIG' })
    expect(files.numFiles()).toBe(1)
  })

  test('can be many', () => {
    const files = new lt.FileStorage()
    files.reserve(20_000)
    for (let i = 0; i < 20_000; i++) files.addFile(`d/${i}`, 1)
    expect(files.totalSize()).toBe(20_000)
    expect(files.filePath(19_999)).toBe('d/19999')
  })
})

describe('a FileStorage refuses', () => {
  const byFile = [
    ...(['fileSize', 'filePath', 'fileName', 'fileOffset', 'fileFlags', 'mtime'] as const),
    ...(['hash', 'root', 'symlink', 'padFileAt', 'fileNumPieces', 'pieceIndexAtFile'] as const),
    ...(['fileNumBlocks', 'fileAbsolutePath'] as const),
  ]
  test('the index of a file that does not exist', async () => {
    const files = twoFiles()
    const failures = await failuresOf(byFile, (method) => {
      for (const index of [2, -1, 2 ** 31 - 1]) {
        expect(() => files[method](index)).toThrow(
          new RangeError(`file must be an index from 0 to 1, got ${index}`),
        )
      }
      expect(() => files[method](0.5)).toThrow(RangeError)
      expect(() => files[method]('0' as never)).toThrow(TypeError)
    })
    expect(failures).toStrictEqual([])
  })

  const byPiece = ['pieceSize', 'pieceSize2', 'blocksInPiece2', 'fileIndexAtPiece'] as const
  test('the index of a piece that does not exist', async () => {
    const files = twoFiles()
    const failures = await failuresOf(byPiece, (method) => {
      for (const index of [4, -1, 2 ** 31 - 1]) {
        expect(() => files[method](index)).toThrow(RangeError)
      }
    })
    expect(failures).toStrictEqual([])
  })

  test('calls that need a piece length before it is set', () => {
    const files = new lt.FileStorage()
    files.addFile('a', 100)
    expect(() => files.fileNumPieces(0)).toThrow('the piece length must be set first')
    expect(() => files.canonicalize()).toThrow(RangeError)
    expect(() => files.mapFile(0, 0, 1)).toThrow(RangeError)
  })

  test('ranges that are not inside', () => {
    const files = twoFiles()
    const calls = [
      () => files.mapBlock(0, -1, 10),
      () => files.mapBlock(0, 0, -1),
      () => files.mapBlock(3, 0, 16 * kiB),
      () => files.mapBlock(4, 0, 1),
      () => files.mapFile(0, 99, 2),
      () => files.mapFile(0, 2 ** 40, 1),
      () => files.fileIndexAtOffset(50_100),
      () => files.fileIndexAtOffset(-1),
    ]
    for (const call of calls) expect(call).toThrow(RangeError)
  })

  test('sizes and piece lengths that there are not', () => {
    const files = new lt.FileStorage()
    expect(() => files.addFile('a', -5)).toThrow(RangeError)
    expect(() => files.addFile('a', 0.5)).toThrow(RangeError)
    expect(() => files.addFile('a', '5' as never)).toThrow(/^size must be .* got "5"$/)
    expect(() => files.addFile(5 as never, 5)).toThrow('path must be a string, got 5')
    expect(() => files.addFile('a', 5, 0, 5 as never)).toThrow(
      'mtime must be a Date or null, got 5',
    )
    expect(() => files.setPieceLength(0)).toThrow(RangeError)
    expect(() => files.setNumPieces(-1)).toThrow(RangeError)
    expect(files.numFiles()).toBe(0)
  })

  test('names that no file system takes', () => {
    const files = new lt.FileStorage()
    expect(thrownBy(() => files.addFile('a'.repeat(5000), 1))).toMatchObject({
      code: 'ENAMETOOLONG',
    })
  })
})

describe('truncateFiles()', () => {
  test('cuts what is too long, and nothing else', async () => {
    const directory = await tempDir()
    await mkdir(join(directory, 'd'))
    await writeFile(join(directory, 'd/a'), Buffer.alloc(200))
    await writeFile(join(directory, 'd/b'), Buffer.alloc(40_000))
    await lt.truncateFiles(twoFiles(), directory)
    expect((await stat(join(directory, 'd/a'))).size).toBe(100)
    expect((await stat(join(directory, 'd/b'))).size).toBe(40_000)
    await lt.truncateFiles(twoFiles(), await tempDir()) // where there are none
  })

  test('says which file could not be cut', async () => {
    const directory = await tempDir()
    await mkdir(join(directory, 'd/b'), { recursive: true })
    expect(await rejectionOf(lt.truncateFiles(twoFiles(), directory))).toMatchObject({
      file: join(directory, 'd/b'),
      operation: 'file_open',
    })
  })
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf, thrownBy } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'

/** Both ways to list files. */
const twins = {
  'addFiles()': (path: string, flags?: number) => lt.addFiles(new lt.FileStorage(), path, flags),

  'addFilesSync()': async (path: string, flags?: number) =>
    lt.addFilesSync(new lt.FileStorage(), path, { filter: null, flags }),
}

describe.each(Object.entries(twins))('%s', (_name, list) => {
  const pathsIn = async (path: string, flags?: number): Promise<string[]> =>
    pathsOf(await list(path, flags))

  test('adds a file', async () => {
    const directory = await tempDir()
    await writeFile(join(directory, 'one.bin'), 'abc')
    const files = await list(join(directory, 'one.bin'))
    expect([files.name(), files.filePath(0), files.fileSize(0)]).toStrictEqual([
      'one.bin',
      'one.bin',
      3,
    ])
  })

  test('adds a directory and everything in it, in the order of the names', async () => {
    const album = await directoryOf(['z', 'sub/b', 'sub/a', 'sub.txt', 'a', 'B'])
    expect(await pathsIn(album)).toStrictEqual(
      ['B', 'a', 'sub/a', 'sub/b', 'sub.txt', 'z'].map((name) => `album/${name}`),
    )
  })

  test.each(['', '/', '//', '/.', '/./', '/sub/..', '/../album'])(
    'takes a path with "%s" behind it as path.resolve() does',
    async (end) => {
      const album = await directoryOf(['a', 'sub/b'])
      for (const path of [album, relative(process.cwd(), album)]) {
        expect(await pathsIn(path + end)).toStrictEqual(['album/a', 'album/sub/b'])
      }
    },
  )

  test('names what is missing', async () => {
    const file = join(await tempDir(), 'absent')
    expect(await rejectionOf(list(file))).toMatchObject({
      name: 'LibtorrentError',
      code: 'ENOENT',
      file,
    })
  })

  test('names a directory without files, which is another error', async () => {
    const album = await directoryOf([])
    await mkdir(join(album, 'sub'))
    expect(await rejectionOf(list(album))).toMatchObject({
      name: 'LibtorrentError',
      code: 'no_files_in_torrent',
      file: album,
      message: `no_files_in_torrent: there are no files in the directory, '${album}'`,
    })
  })

  test('refuses the root directory, which has no name for a torrent', async () => {
    for (const path of ['/', '//', '/..', '/./']) {
      expect(await rejectionOf(list(path))).toStrictEqual(
        new RangeError(`path must have a last part, which names the torrent, got "${path}"`),
      )
    }
  })

  test('names a directory that it may not read', async () => {
    const album = await directoryOf(['a', 'locked/b'])
    await chmod(join(album, 'locked'), 0)
    const isRoot = process.getuid?.() === 0
    const listing = list(album)
    if (isRoot) expect(pathsOf(await listing)).toStrictEqual(['album/a', 'album/locked/b'])
    else {
      const file = join(album, 'locked')
      expect(await rejectionOf(listing)).toMatchObject({ code: 'EACCES', file })
    }
    await chmod(join(album, 'locked'), 0o700)
  })

  test('names a link whose target is missing', async () => {
    const album = await directoryOf(['a'])
    await symlink('nowhere', join(album, 'broken'))
    const file = join(album, 'broken')
    expect(await rejectionOf(list(album))).toMatchObject({ code: 'ENOENT', file })
    expect(await pathsIn(album, lt.createFlags.symlinks)).toStrictEqual(['album/a', 'album/broken'])
  })

  test('names a pipe, which has no content to share', async () => {
    const album = await directoryOf(['a'])
    execFileSync('mkfifo', [join(album, 'pipe')])
    expect(await rejectionOf(list(album))).toMatchObject({
      code: 'ENOTSUP',
      file: join(album, 'pipe'),
    })
  })

  test('names a file whose name is not UTF-8, with its bytes escaped', async () => {
    const album = await directoryOf(['a'])
    for (const [bytes, text] of namesInLatin1) {
      const path = Buffer.concat([Buffer.from(`${album}/`), bytes])
      await writeFile(path, 'a')
      expect(await rejectionOf(list(album))).toMatchObject({
        code: 'EILSEQ',
        file: join(album, text),
        message: `EILSEQ: the name is not UTF-8, as in a torrent it must be, stat '${join(album, text)}'`,
      })
      await rm(path)
    }
    await mkdir(Buffer.concat([Buffer.from(`${album}/`), Buffer.from('caf\xe9', 'latin1')]))
    expect(await rejectionOf(list(album))).toMatchObject({ file: join(album, 'caf\\xe9') })
  })

  describe('with links to directories', () => {
    test.each([
      ['into itself', { self: '.' }, ['self']],
      ['into itself twice', { self: '.', self2: '.' }, ['self', 'self2']],
      ['into a directory above', { 'sub/up': '..' }, ['sub/up']],
      ['into each other', { 'one/2': '../two', 'two/1': '../one' }, ['one/2/1', 'two/1/2']],
      ['above the directory that is listed', { up: '..' }, ['up/album']],
    ])('names a loop: a link %s', async (_case, links, loops) => {
      const album = await directoryOf(['a', 'sub/b', 'one/c', 'two/d'], links)
      const error = await rejectionOf(list(album))
      const { file } = error as lt.LibtorrentError
      expect(loops.map((loop) => join(album, loop))).toContain(file)
      expect(error).toMatchObject({
        code: 'ELOOP',
        message: `ELOOP: the directory contains itself, by way of a link, stat '${file}'`,
      })
    })

    test('adds what they lead to, once per link', async () => {
      const album = await directoryOf(['disc 1/a'], { 'disc 2': 'disc 1', 'disc 3': 'disc 2' })
      expect(await pathsIn(album)).toStrictEqual([
        'album/disc 1/a',
        'album/disc 2/a',
        'album/disc 3/a',
      ])
    })

    test('keeps them with createFlags.symlinks, loops too', async () => {
      const album = await directoryOf(['a'], { self: '.' })
      expect(await pathsIn(album, lt.createFlags.symlinks)).toStrictEqual(['album/a', 'album/self'])
    })
  })

  test('adds nothing when it fails', async () => {
    const album = await directoryOf(['a'], { self: '.' })
    const files = new lt.FileStorage()
    expect(await rejectionOf(lt.addFiles(files, album))).toMatchObject({ code: 'ELOOP' })
    expect(thrownBy(() => lt.addFilesSync(files, album))).toMatchObject({ code: 'ELOOP' })
    expect(files.numFiles()).toBe(0)
  })
})

describe('addFiles()', () => {
  test('resolves with the storage that it added to', async () => {
    const files = new lt.FileStorage()
    expect(await lt.addFiles(files, await directoryOf(['a']))).toBe(files)
  })

  test('can add to one storage several times at once', async () => {
    const album = await directoryOf(['a', 'b'])
    const files = new lt.FileStorage()
    await Promise.all([lt.addFiles(files, join(album, 'a')), lt.addFiles(files, join(album, 'b'))])
    expect([files.numFiles(), files.totalSize()]).toStrictEqual([2, 2])
  })

  test('takes its flags among options', async () => {
    const album = await directoryOf(['a'], { link: 'a' })
    const { symlinks } = lt.createFlags
    const files = await lt.addFiles(new lt.FileStorage(), album, { flags: symlinks })
    expect(files.symlink(1)).toMatch(/album\/a$/)
  })

  test('ends with the reason of its signal when that aborts, and adds nothing', async () => {
    const album = wideDirectory(await tempDir())
    const files = new lt.FileStorage()
    const stop = new AbortController()
    const listing = lt.addFiles(files, album, { signal: stop.signal })
    const reason = new Error('enough')
    setImmediate(() => stop.abort(reason))
    expect(await rejectionOf(listing)).toBe(reason)
    expect(files.numFiles()).toBe(0)
    expect(await rejectionOf(lt.addFiles(files, album, { signal: stop.signal }))).toBe(reason)
  })

  test('rejects with a TypeError for wrong arguments', async () => {
    const files = new lt.FileStorage()
    await expect(lt.addFiles({} as never, 'x')).rejects.toThrow(
      'fileStorage must be a FileStorage, got an object',
    )
    await expect(lt.addFiles(files, 5 as never)).rejects.toThrow('path must be a string, got 5')
    await expect(lt.addFiles(files, 'x', 'y' as never)).rejects.toThrow(
      'options must be an object, got "y"',
    )
    await expect(lt.addFiles(files, 'x', { signal: 5 as never })).rejects.toThrow(
      'options.signal must be an AbortSignal, got 5',
    )
  })
})

describe('addFilesSync() with a filter', () => {
  test('asks it about each file and directory, and leaves out what it returns false for', async () => {
    const album = await directoryOf(['a', 'b', 'sub/c'])
    const asked: string[] = []
    const filter = (path: string): boolean => {
      asked.push(path)
      return basename(path) !== 'sub' && basename(path) !== 'b'
    }
    const files = lt.addFilesSync(new lt.FileStorage(), album, { filter })
    expect(asked.sort()).toStrictEqual(['', 'a', 'b', 'sub'].map((name) => join(album, name)))
    expect(pathsOf(files)).toStrictEqual(['album/a'])
  })

  test('escapes bytes that are not UTF-8, and can leave out what would be an error', async () => {
    const album = await directoryOf(['a', 'é'], { self: '.', broken: 'nowhere' })
    for (const [bytes] of namesInLatin1) {
      await writeFile(Buffer.concat([Buffer.from(`${album}/`), bytes]), 'a')
    }
    const asked: string[] = []
    const filter = (path: string): boolean => {
      asked.push(basename(path))
      return ['album', 'a', 'é'].includes(basename(path))
    }
    const files = lt.addFilesSync(new lt.FileStorage(), album, { filter })
    expect(asked.sort()).toStrictEqual(
      ['album', 'a', 'é', 'self', 'broken', ...namesInLatin1.map(([, text]) => text)].sort(),
    )
    expect(pathsOf(files)).toStrictEqual(['album/a', 'album/é'])
  })

  test('throws when it leaves no file', async () => {
    const album = await directoryOf(['a'])
    const files = new lt.FileStorage()
    expect(thrownBy(() => lt.addFilesSync(files, album, { filter: () => false }))).toMatchObject({
      code: 'no_files_in_torrent',
      message: `no_files_in_torrent: filter leaves no file, '${album}'`,
    })
  })

  test('throws what it throws', async () => {
    const failure = new Error('mine')
    const album = await directoryOf(['a'])
    const filter = (): never => {
      throw failure
    }
    const call = (): unknown => lt.addFilesSync(new lt.FileStorage(), album, { filter })
    expect(thrownBy(call)).toBe(failure)
  })
})

/** Bytes that are no UTF-8, each with how it is shown: cut off, overlong, a surrogate, too large, and stray. */
const namesInLatin1: readonly (readonly [Buffer, string])[] = [
  ['caf\xe9', 'caf\\xe9'],
  ['Beyonc\xe9) x', 'Beyonc\\xe9) x'],
  ['\xc0\xaf', '\\xc0\\xaf'],
  ['\xed\xa0\x80', '\\xed\\xa0\\x80'],
  ['\xf4\x90\x80\x80', '\\xf4\\x90\\x80\\x80'],
  ['\xc3\xa9\xff', 'é\\xff'],
].map(([bytes, text]) => [Buffer.from(bytes!, 'latin1'), text!] as const)

function pathsOf(files: lt.FileStorage): string[] {
  return Array.from({ length: files.numFiles() }, (_, index) => files.filePath(index))
}

/** The path of a directory "album" with these files of a byte, and these links to their targets. */
async function directoryOf(
  files: readonly string[],
  links: Readonly<Record<string, string>> = {},
): Promise<string> {
  const album = join(await tempDir(), 'album')
  mkdirSync(album)
  for (const name of files) {
    mkdirSync(join(album, name, '..'), { recursive: true })
    writeFileSync(join(album, name), 'a')
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(album, name))
  return album
}

/** A directory whose links make 2^30 files of one, without a loop. */
function wideDirectory(parent: string): string {
  for (let level = 0; level < 30; level++) {
    mkdirSync(join(parent, `${level}`))
    for (const name of ['a', 'b']) symlinkSync(`../${level + 1}`, join(parent, `${level}`, name))
  }
  mkdirSync(join(parent, '30'))
  writeFileSync(join(parent, '30', 'file'), 'a')
  return join(parent, '0')
}

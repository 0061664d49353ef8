import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { tempDir } from '../helpers/files'
import { addChecked, openSession } from '../helpers/sessions'
import { kiB, torrentOf, versions } from '../helpers/torrents'

/** Names that libtorrent changes when it loads a torrent, each in a directory with others. */
const changed: Record<string, readonly string[]> = {
  'that differ in case only': ['ReadMe.txt', 'readme.txt', 'README.TXT'],
  'of a file and a directory that differ in case only': ['Docs', 'docs/page'],
  'with backslashes': ['back\\slash', 'sub\\directory/file', 'backslash'],
  'with control characters': ['tab\there', 'new\nline', '\x01', 'bell\x07/file'],
  'with marks of the direction of text': ['photo\u202egpj.exe', '\u200efile'],
  'of more than 240 bytes': [`${'x'.repeat(250)}.txt`, 'é'.repeat(125), `${'y'.repeat(255)}/z`],
}

/** Names that libtorrent leaves as they are, on this system. */
const kept = [
  'trailing. ',
  ' ',
  '...',
  '.pad/16',
  'a:b?*|"<>',
  'con',
  '\x7f',
  '😀',
  'e\u0301',
  '\ufffd',
]

describe.each(versions)('a %s torrent', (version) => {
  test.each(Object.entries(changed))(
    'of names %s seeds from where it was made',
    async (_, names) => {
      const path = await directoryOf('album', names)
      const info = new lt.TorrentInfo(await torrentOf(path, { version, pieceSize: 16 * kiB }))
      const savePath = dirname(path)
      expect(info.originalNames().size).toBeGreaterThan(0)

      const session = openSession()
      const renamedFiles = info.originalNames()
      const torrent = await addChecked(session, { ti: info, savePath, renamedFiles })
      expect(await torrent.status()).toMatchObject({ isSeeding: true, progress: 1 })
    },
  )

  test('of a directory whose own name is changed seeds from where it was made', async () => {
    const path = await directoryOf('al\\bum\n', ['a', 'b'])
    const info = new lt.TorrentInfo(await torrentOf(path, { version }))
    expect(info.name()).toBe('album_')
    const torrent = await addChecked(openSession(), {
      ti: info,
      savePath: dirname(path),
      renamedFiles: info.originalNames(),
    })
    expect((await torrent.status()).isSeeding).toBe(true)
  })

  test('of a file whose name is changed seeds from where it was made', async () => {
    const path = join(await directoryOf('.', ['one\u202e\n']), 'one\u202e\n')
    const info = new lt.TorrentInfo(await torrentOf(path, { version }))
    expect([info.files().filePath(0), info.originalNames()]).toStrictEqual([
      'one_',
      new Map([[0, 'one\u202e\n']]),
    ])
    const torrent = await addChecked(openSession(), {
      ti: info,
      savePath: dirname(path),
      renamedFiles: info.originalNames(),
    })
    expect((await torrent.status()).isSeeding).toBe(true)
  })

  test('of names that are not changed needs no other names', async () => {
    const path = await directoryOf('album', kept)
    const info = new lt.TorrentInfo(await torrentOf(path, { version }))
    expect(info.originalNames()).toStrictEqual(new Map())
    const torrent = await addChecked(openSession(), { ti: info, savePath: dirname(path) })
    expect((await torrent.status()).isSeeding).toBe(true)
  })
})

test('resume data goes together with the original names', async () => {
  const path = await directoryOf('album', ['ReadMe.txt', 'readme.txt', 'back\\slash'])
  const ti = new lt.TorrentInfo(await torrentOf(path))
  const savePath = dirname(path)
  const first = openSession()
  const torrent = await addChecked(first, { ti, savePath, renamedFiles: ti.originalNames() })
  const data = lt.writeResumeDataBuf(await torrent.saveResumeData())
  await first.close()

  // libtorrent leaves out of it what it does not take for a new name: that in the torrent
  const saved = lt.readResumeData(data)
  expect([...(saved.renamedFiles?.values() ?? [])]).toStrictEqual(['album/back\\slash'])
  const renamedFiles = new Map([...ti.originalNames(), ...(saved.renamedFiles ?? [])])
  const again = await addChecked(openSession(), { savePath, ...saved, ti, renamedFiles })
  expect((await again.status()).isSeeding).toBe(true)
})

/** A directory of this name with files of different content; some are larger than a piece. */
async function directoryOf(name: string, files: readonly string[]): Promise<string> {
  const directory = join(await tempDir(), name)
  files.forEach((file, index) => {
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), Buffer.alloc(100 + index * 20 * kiB, `content ${index}`))
  })
  return directory
}

import * as lt from '../../../lib'
import { changedTorrent, kiB, manyFiles } from '../../helpers/torrents'

describe('the original paths of a TorrentInfo', () => {
  /** Of a torrent with a directory, whose files have these paths. */
  const listing = (name: Buffer | string, ...paths: readonly (readonly (Buffer | string)[])[]) =>
    new lt.TorrentInfo(
      lt.bencode({
        info: {
          name,
          files: paths.map((path) => ({ length: 10_000, path: [...path] })),
          'piece length': 16 * kiB,
          pieces: Buffer.alloc(20 * Math.ceil((paths.length * 10_000) / (16 * kiB))),
        },
      }),
    )
  const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

  test('are the bytes in the torrent, where files() has text', () => {
    const info = listing(latin1('Alb\xfcm'), [latin1('Beyonc\xe9) x.flac')], ['sub', 'a\\b'])
    expect(info.originalPaths()).toStrictEqual([
      latin1('Alb\xfcm/Beyonc\xe9) x.flac'),
      latin1('Alb\xfcm/sub/a\\b'),
    ])
    expect([info.name(), info.files().filePath(0)]).toStrictEqual(['Alb_m', 'Alb_m/Beyonc_x.flac'])
    // a path that is not UTF-8 has no text
    expect(info.originalNames()).toStrictEqual(new Map())
  })

  test('are those in UTF-8, where the torrent has both', () => {
    const info = new lt.TorrentInfo(
      changedTorrent({ name: latin1('Beyonc\xe9'), 'name.utf-8': 'Beyoncé' }),
    )
    expect(info.originalPaths()).toStrictEqual([Buffer.from('Beyoncé')])
    expect([info.name(), info.files().filePath(0)]).toStrictEqual(['Beyoncé', 'Beyoncé'])
  })

  test('are not names when they lead out of the directory', () => {
    const paths = [['..', 'x'], ['.', 'x'], ['/x'], ['sub/../../x'], ['', 'x'], ['\0x'], ['a\\b']]
    const info = listing('album', ...paths)
    expect(info.originalNames()).toStrictEqual(new Map([[6, 'album/a\\b']]))
    for (const root of ['..', '.', '/etc', 'a/../..']) {
      expect(listing(root, ['a\\b']).originalNames()).toStrictEqual(new Map())
    }
    expect(info.originalPaths().map(String)).toStrictEqual(
      paths.map((path) => ['album', ...path].join('/')),
    )
  })

  test('have the indices of the files, with padding between them', async () => {
    for (const version of ['v1', 'v2', 'hybrid'] as const) {
      const { info } = await manyFiles({ b: 10_000, 'a\\': 20_000, 'sub/c': 5 }, { version })
      const names = ['content/a\\', 'content/b', 'content/sub/c']
      const paths = info.originalPaths().map(String)
      expect(paths).toHaveLength(info.numFiles())
      expect(paths.filter((path) => names.includes(path))).toStrictEqual(names)
      const [index, ...others] = info.originalNames().keys()
      expect([paths[index!], others]).toStrictEqual(['content/a\\', []])
    }
  })

  test('are unchanged by renaming, and so are the original names', () => {
    const info = listing('album', ['a'], ['b'])
    info.renameFile(1, 'elsewhere/b')
    expect(info.originalPaths().map(String)).toStrictEqual(['album/a', 'album/b'])
    expect(info.originalNames()).toStrictEqual(new Map([[1, 'album/b']]))
  })
})

test('bytes that are not UTF-8 can be had where text has replacements', () => {
  const bytes = Buffer.from('caf\xe9 x', 'latin1')
  const buffer = changedTorrent(
    { collections: [bytes], 'ssl-cert': bytes },
    { comment: bytes, 'created by': bytes },
  )
  const info = new lt.TorrentInfo(buffer)
  expect([info.collections(), info.sslCert()]).toStrictEqual([['caf\ufffd x'], 'caf\ufffd x'])
  expect([info.info('collections'), info.info('ssl-cert')]).toStrictEqual([[bytes], bytes])
  // libtorrent takes the two bytes behind for a part of the character
  expect([info.comment(), info.creator()]).toStrictEqual(['caf_', 'caf_'])
  expect(lt.bdecode(buffer)).toMatchObject({ comment: bytes, 'created by': bytes })
})

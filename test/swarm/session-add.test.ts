// session.add(): a torrent by whatever a program has of it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { serve } from '../helpers/servers'
import { openSession, seed } from '../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../helpers/torrents'

const timeout = waitLimit
const { paused, autoManaged, sequentialDownload, duplicateIsError } = lt.torrentFlags

async function addBare(
  source: lt.TorrentSource,
  options: lt.AddOptions = {},
): Promise<lt.TorrentHandle> {
  return openSession().add(source, { savePath: await tempDir(), timeout, ...options })
}

const bareHash = (): string => new lt.TorrentInfo(bareTorrent()).infoHashes().v1 ?? ''

describe('a source', () => {
  test.each<[string, () => lt.TorrentSource | Promise<lt.TorrentSource>]>([
    ['a magnet link', () => lt.makeMagnetUri(new lt.TorrentInfo(bareTorrent()))],
    ['a magnet link with space around it', () => ` magnet:?xt=urn:btih:${bareHash()}\n`],
    ['a magnet link as a URL', () => new URL(`magnet:?xt=urn:btih:${bareHash()}`)],
    ['an info-hash', () => bareHash()],
    ['bytes', () => bareTorrent()],
    ['bytes as a plain Uint8Array', () => new Uint8Array(bareTorrent())],
    ['bytes as an ArrayBuffer', () => new Uint8Array(bareTorrent()).buffer],
    ['a TorrentInfo', () => new lt.TorrentInfo(bareTorrent())],
    ['params', () => lt.loadTorrentBuffer(bareTorrent())],
    ['params of a magnet link', () => lt.parseMagnetUri(bareHash())],
    ['a path', bareFile],
    ['a file: URL', async () => pathToFileURL(await bareFile())],
    ['a file: URL as text', async () => pathToFileURL(await bareFile()).href],
    ['an http: URL', () => serve((_, response) => response.end(bareTorrent()))],
  ])('may be %s', async (_, make) => {
    const source = await make()
    const torrent = await addBare(source)
    expect(torrent.infoHashes().v1).toBe(bareHash())
    const { ti, infoHashes } = await lt.loadSource(source)
    expect((ti?.infoHashes() ?? infoHashes)?.v1).toBe(bareHash())
  })

  test('is read by loadSource(), which refuses options that it does not have', async () => {
    const calls = [{ savePath: 'x' }, { http: { size: 1 } }].map((options) =>
      rejectionOf(lt.loadSource(bareTorrent(), options as object)),
    )
    expect((await Promise.all(calls)).map(String)).toStrictEqual([
      expect.stringContaining('options has the unknown key "savePath"') as string,
      expect.stringContaining('options.http has the unknown key "size"') as string,
    ])
  })

  async function bareFile(): Promise<string> {
    const path = join(await tempDir(), 'name with % and ü.torrent')
    await writeFile(path, bareTorrent())
    return path
  }

  test('may be resume data, which knows the save path and what is there', async () => {
    const content = await oneFile(20 * kiB)
    const torrent = await seed(openSession(), content)
    const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
    for (const source of [params, lt.writeResumeDataBuf(params)]) {
      const again = await openSession().add(source)
      await again.seeding({ timeout })
      expect((await again.status()).savePath).toBe(content.savePath)
      const elsewhere = await tempDir()
      const moved = await openSession().add(source, { savePath: elsewhere })
      expect((await moved.status()).savePath).toBe(elsewhere)
    }
  })

  test.each(['../outside', '/outside', 'a/../../outside'])(
    'of resume data in bytes may not put a file at %s',
    async (name) => {
      const params = {
        ...lt.loadTorrentBuffer(bareTorrent()),
        savePath: '/',
        renamedFiles: new Map([[0, name]]),
      }
      expect(await rejectionOf(addBare(lt.writeResumeDataBuf(params)))).toMatchObject({
        code: 'file_outside_save_path',
        message: expect.stringContaining(JSON.stringify(name)) as string,
      })
    },
  )

  test('at a path or a URL is a .torrent file and never resume data', async () => {
    const params = { ...lt.loadTorrentBuffer(bareTorrent()), savePath: '/none' }
    const bytes = lt.writeResumeDataBuf({ ...params, renamedFiles: new Map([[0, '/outside']]) })
    const path = join(await tempDir(), 'x.torrent')
    await writeFile(path, bytes)
    for (const source of [path, await serve((_, response) => response.end(bytes))]) {
      const torrent = await addBare(source)
      expect((await torrent.torrentFile())?.files().filePath(0)).toBe('bare.bin')
    }
  })

  test.each<[string, lt.TorrentSource, object]>([
    [
      'a path',
      './none.torrent',
      { code: 'ENOENT', message: /source is the path "\.\/none\.torrent": no such file/ },
    ],
    ['a directory', '/', { code: 'EISDIR', message: /source is the path "\/": it is a directory/ }],
    [
      'a magnet link',
      'magnet:?dn=x',
      { code: 'missing_info_hash_in_uri', message: /the magnet link "magnet:\?dn=x"/ },
    ],
    [
      'a URL',
      'ftp://127.0.0.1/x',
      { code: 'unsupported_url_protocol', message: /ftp: is none of/ },
    ],
    ['bytes', Buffer.from('hello'), { message: /source is 5 bytes of a \.torrent file: / }],
    [
      'an empty object',
      {},
      { name: 'TypeError', message: /params with ti or infoHashes, got \{\}$/ },
    ],
    ['a number', 5 as never, { name: 'TypeError', message: /got 5$/ }],
    ['null', null as never, { name: 'TypeError', message: /got null$/ }],
  ])(
    'that is wrong is told as %s, with the reason',
    async (_, source, { message, ...rest }: { message?: RegExp }) => {
      const error = await rejectionOf(addBare(source))
      expect(error).toMatchObject({ ...rest, message: expect.stringMatching(message!) as string })
    },
  )
})

describe('options', () => {
  test.each<[lt.AddOptions, number]>([
    [{}, autoManaged],
    [{ paused: true }, paused],
    [{ autoManaged: false }, 0],
    [{ autoManaged: false, sequential: true }, sequentialDownload],
    [{ flags: paused, paused: false }, 0],
    [{ flags: paused }, paused],
    [{ flags: paused, autoManaged: true, paused: false }, autoManaged],
  ])('%j make the flags of the torrent', async (options, flags) => {
    const torrent = await addBare(bareTorrent(), options)
    await (options.paused === true || flags === paused
      ? Promise.resolve()
      : torrent.checked({ timeout }))
    const mask = autoManaged | sequentialDownload | (flags === autoManaged ? 0 : paused)
    expect((await torrent.flags()) & mask).toBe(flags)
  })

  test('trackers come after those of the source, tier by tier', async () => {
    const source = `magnet:?xt=urn:btih:${bareHash()}&tr=http://127.0.0.1:9/0`
    const url = (n: number): string => `http://127.0.0.1:9/${n}`
    const trackers = [url(1), [url(2), url(3)]]
    const torrent = await addBare(source, { trackers, paused: true, webSeeds: [url(4)] })
    expect((await torrent.trackers()).map(({ url, tier }) => [url, tier])).toStrictEqual([
      [url(0), 0],
      [url(1), 1],
      [url(2), 2],
      [url(3), 2],
    ])
    expect(await torrent.urlSeeds()).toStrictEqual([url(4)])
  })

  test.each<[string, object, RegExp]>([
    [
      'an unknown one',
      { savepath: 'x' },
      /options has the unknown key "savepath", did you mean "savePath"\?/,
    ],
    [
      'an unknown one of http',
      { http: { timout: 1 } },
      /options\.http has the unknown key "timout"/,
    ],
    [
      'no save path',
      { savePath: undefined },
      /options\.savePath must be the path of a directory, got undefined/,
    ],
    ['a wrong selection', { select: 5 }, /options\.select must be a pattern/],
    [
      'a wrong peer',
      { peers: ['localhost:1'] },
      /options\.peers\[0\] must be .* got "localhost:1"/,
    ],
    ['a wrong tracker', { trackers: [['http://a', 5]] }, /options\.trackers\[0\] must be a URL/],
  ])('with %s reject with a TypeError that names it', async (_, options, message) => {
    const session = openSession()
    const error = await rejectionOf(session.add(bareTorrent(), { savePath: '/none', ...options }))
    expect(error).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(message) as string,
    })
    expect(await session.getTorrents()).toStrictEqual([])
  })
})

test('a torrent that is in the session already is returned as it is', async () => {
  const session = openSession()
  const savePath = await tempDir()
  const torrent = await session.add(bareTorrent(), { savePath, paused: true })
  expect(await session.add(bareTorrent(), { savePath: '/else', select: [] })).toBe(torrent)
  expect(await torrent.status()).toMatchObject({ savePath })
  expect((await torrent.getFilePriorities())[0]).toBe(4)
  const flags = duplicateIsError
  expect(await rejectionOf(session.add(bareTorrent(), { savePath, flags }))).toMatchObject({
    code: 'duplicate_torrent',
  })
  expect(torrent.isValid()).toBe(true)
})

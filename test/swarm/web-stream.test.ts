// file.stream(): a file of a torrent as a web stream.
import { readFile } from 'node:fs/promises'
import * as lt from '../../lib'
import { rejectionOf, until, waitLimit, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { addChecked, openSession, seed } from '../helpers/sessions'
import { MiB, bareTorrent, kiB, oneFile } from '../helpers/torrents'

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function fileOf(torrent: lt.TorrentHandle): Promise<lt.TorrentFile> {
  const [file] = await torrent.files({ timeout: waitLimit })
  return file!
}

/** A file whose content is on the disk, and the content. */
async function complete(size = 2 * MiB + 7): Promise<{ file: lt.TorrentFile; content: Buffer }> {
  const it = await oneFile(size, { pieceSize: 16 * kiB })
  return { file: await fileOf(await seed(openSession(), it)), content: await readFile(it.path) }
}

/** A file without data and without peers. */
async function absent(): Promise<lt.TorrentFile> {
  const params = { ti: new lt.TorrentInfo(bareTorrent()), savePath: await tempDir() }
  return fileOf(await addChecked(openSession(), params))
}

/** Resolves when the torrent downloads pieces for a stream before others, or does not any more. */
async function wanted({ torrent }: lt.TorrentFile, isWanted: boolean): Promise<void> {
  await until(
    async () => (await torrent.getPiecePriorities()).includes(7),
    (isNow) => isNow === isWanted,
  )
}

const read = (reader: Reader): ReturnType<Reader['read']> => within(reader.read(), 'a read')

test('read to its end, a web stream is the content of the file', async () => {
  const { file, content } = await complete()
  const bytes = await within(new Response(file.stream()).arrayBuffer(), 'the content')
  expect(content.equals(Buffer.from(bytes))).toBe(true)
})

test('a web stream that is cancelled after one read has read the first bytes of the file', async () => {
  const { file, content } = await complete()
  const reader = file.stream().getReader()
  const { value } = await read(reader)
  expect(content.subarray(0, value!.length).equals(value!)).toBe(true)
  await reader.cancel()
  expect(await read(reader)).toStrictEqual({ done: true, value: undefined })
  expect(await within(reader.closed, 'the end')).toBeUndefined()
})

test('cancel() during a read ends that, and nothing stays wanted', async () => {
  const file = await absent()
  const reader = file.stream().getReader()
  const pending = read(reader)
  await wanted(file, true)
  await reader.cancel()
  expect(await pending).toStrictEqual({ done: true, value: undefined })
  await wanted(file, false)
})

test('cancel() before the first read leaves nothing wanted', async () => {
  const file = await absent()
  await file.stream().cancel()
  await wanted(file, false)
})

describe('the signal of a web stream', () => {
  test('ends a read with an AbortError, and nothing stays wanted', async () => {
    const file = await absent()
    const controller = new AbortController()
    const reader = file.stream({ signal: controller.signal }).getReader()
    const failure = rejectionOf(reader.read())
    await wanted(file, true)
    controller.abort(new Error('enough'))
    expect(await failure).toMatchObject({ name: 'AbortError', cause: { message: 'enough' } })
    await wanted(file, false)
  })

  test('that aborts between two reads makes the next one reject', async () => {
    const { file } = await complete()
    const controller = new AbortController()
    const reader = file.stream({ signal: controller.signal }).getReader()
    await read(reader)
    controller.abort()
    expect(await rejectionOf(reader.closed)).toMatchObject({ name: 'AbortError' })
    expect(await rejectionOf(reader.read())).toMatchObject({ name: 'AbortError' })
  })

  test.each(['before the stream was made', 'before its first read'])(
    'that aborted %s makes that read reject',
    async (moment) => {
      const { file } = await complete()
      const controller = new AbortController()
      if (moment === 'before the stream was made') controller.abort()
      const reader = file.stream({ signal: controller.signal }).getReader()
      controller.abort()
      expect(await rejectionOf(reader.closed)).toMatchObject({ name: 'AbortError' })
      expect(await rejectionOf(reader.read())).toMatchObject({ name: 'AbortError' })
    },
  )
})

describe('the removal of its torrent makes a web stream reject', () => {
  test('a read that waits for a piece', async () => {
    const file = await absent()
    const reader = file.stream().getReader()
    const failure = rejectionOf(reader.read())
    await wanted(file, true)
    await file.torrent.session.removeTorrent(file.torrent)
    const code = expect.stringMatching(/^(torrent_removed|invalid_torrent_handle)$/) as string
    expect(await failure).toMatchObject({ code })
  })

  test('its first read, when it comes later', async () => {
    const { file } = await complete()
    const reader = file.stream().getReader()
    await file.torrent.session.removeTorrent(file.torrent)
    expect(await rejectionOf(reader.read())).toMatchObject({ code: 'invalid_torrent_handle' })
  })
})

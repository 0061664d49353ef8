// seed(): shares what is on the disk.
import { getEventListeners } from 'node:events'
import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { rejectionOf } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { peersOf, seedAll } from '../helpers/seeding'
import { isolated, openSession } from '../helpers/sessions'
import { kiB, manyFiles, oneFile, versions } from '../helpers/torrents'

const settings = isolated

describe.each(versions)('the content of a %s torrent', (version) => {
  test('may have another name on the disk, and the names of a download', async () => {
    const { path, buffer } = await manyFiles({ 'a\\': 70 * kiB, b: 100 * kiB }, { version })
    const renamed = join(dirname(path), 'other')
    await rename(path, renamed)
    await seedAll(renamed, { torrent: buffer })
    await rename(join(renamed, 'a\\'), join(renamed, 'a'))
    await seedAll(renamed, { torrent: buffer })
    const file = await oneFile(50 * kiB, { version })
    await rename(file.path, join(file.savePath, 'y'))
    await seedAll(join(file.savePath, 'y'), { torrent: file.info })
  })
})

describe('seed()', () => {
  test('neither downloads nor changes files that are not the content of the torrent', async () => {
    const { path, buffer } = await oneFile(40 * kiB)
    const seeding = await seedAll(path, { torrent: buffer })
    const wrong = join(await tempDir(), 'content.bin')
    await writeFile(wrong, Buffer.alloc(40 * kiB, 'x'))
    const before = await sha256(wrong)
    const session = openSession()
    const source = { ...lt.loadTorrentBuffer(buffer), peers: await peersOf(seeding) }
    const error = await rejectionOf(lt.seed(wrong, { session, torrent: source }))
    expect(error).toMatchObject({
      code: 'not_the_content',
      message: expect.stringContaining(
        `"${wrong}" is not the content of the torrent "content.bin"`,
      ) as string,
    })
    expect(await sha256(wrong)).toBe(before)
    expect(await session.getTorrents()).toStrictEqual([])
    await rm(wrong)
    expect(await rejectionOf(lt.seed(wrong, { session, torrent: source }))).toMatchObject({
      code: 'not_the_content',
    })
    expect(existsSync(wrong)).toBe(false)
  })

  test.each([
    ['runs at once', lt.torrentFlags.disablePex, lt.torrentFlags.disablePex],
    ['is queued', lt.torrentFlags.autoManaged, lt.torrentFlags.autoManaged],
    ['runs at once, also with paused', lt.torrentFlags.paused, 0],
  ])('%s with the flags that it is given', async (_, flags, expected) => {
    const { path, buffer } = await oneFile(40 * kiB)
    const { torrent } = await seedAll(path, { torrent: buffer, flags })
    const { autoManaged, paused, disablePex, stopWhenReady } = lt.torrentFlags
    const compared = autoManaged | paused | disablePex | stopWhenReady
    expect((await torrent.status()).flags & compared).toBe(expected)
  })

  test('ends by its signal', async () => {
    const { path } = await oneFile(40 * kiB)
    const controller = new AbortController()
    const { session } = await seedAll(path, { signal: controller.signal })
    controller.abort()
    expect(session.closed).toBe(true)
    const error = await rejectionOf(lt.seed(path, { settings, signal: controller.signal }))
    expect(error).toMatchObject({ name: 'AbortError' })
  })

  test('rejects when its signal aborts during its last step', async () => {
    const { path, buffer } = await oneFile(40 * kiB)
    const session = openSession()
    const controller = new AbortController()
    session.once('add_torrent', ({ handle }) => {
      const status = handle!.status.bind(handle)
      jest.spyOn(handle!, 'status').mockImplementation((...args) => {
        // The last step reads whether the torrent has all of its files, and its name for the error.
        if (args[0] === lt.statusFlags.queryName) controller.abort(new Error('enough'))
        return status(...args)
      })
    })
    const { signal } = controller
    const error = await rejectionOf(lt.seed(path, { session, torrent: buffer, signal }))
    expect(error).toMatchObject({ message: 'enough' })
    expect(await session.getTorrents()).toStrictEqual([])
    expect(getEventListeners(signal, 'abort')).toStrictEqual([])
  })

  test('rejects with a TypeError when the torrent is a magnet link', async () => {
    const { path } = await oneFile(40 * kiB)
    expect(await rejectionOf(lt.seed(path, { torrent: '1'.repeat(40) }))).toBeInstanceOf(TypeError)
  })
})

// Requests that libtorrent answers with alerts, as promises.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { waitLimit, rejectionOf, within } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { openSession, ownFlags, seed } from '../../helpers/sessions'
import { bareTorrent, kiB, manyFiles, oneFile } from '../../helpers/torrents'

const bare = (name = 'bare'): lt.AddTorrentParamsInit => ({
  ti: new lt.TorrentInfo(bareTorrent({ name })),
  savePath: '/nonexistent',
  flags: ownFlags,
})

const magnet: lt.AddTorrentParamsInit = {
  infoHashes: { v1: 'ab'.repeat(20) },
  savePath: '/nonexistent',
  flags: ownFlags,
}

describe('requests at the same time', () => {
  test('of one kind about one torrent are answered each', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(bare())
    const { saveInfoDict } = lt.resumeDataFlags
    const [without, first, second] = await within(
      Promise.all([
        torrent.saveResumeData(),
        torrent.saveResumeData({ flags: saveInfoDict }),
        torrent.saveResumeData({ flags: saveInfoDict }),
      ]),
      'three answers',
    )
    expect(without).not.toHaveProperty('ti')
    expect(first.ti?.name()).toBe('bare')
    expect(second).not.toBe(first)
  })

  test('about several torrents are answered with what was asked for', async () => {
    const session = openSession()
    const names = ['a', 'b', 'c']
    const torrents = await Promise.all(names.map((name) => session.addTorrent(bare(name))))
    const saved = await Promise.all(torrents.map((torrent) => torrent.saveResumeData()))
    expect(saved.map(({ name }) => name)).toStrictEqual(names)
  })

  test('to add torrents are answered with what was asked for', async () => {
    const session = openSession()
    const names = Array.from({ length: 50 }, (_, i) => `torrent ${i}`)
    const torrents = await Promise.all(names.map((name) => session.addTorrent(bare(name))))
    const statuses = await Promise.all(torrents.map((torrent) => torrent.status()))
    expect(statuses.map(({ name }) => name)).toStrictEqual(names)
  })

  test('for pieces are answered with what was asked for', async () => {
    const content = await oneFile(64 * kiB, { pieceSize: 16 * kiB })
    const torrent = await seed(openSession(), content)
    const order = [3, 0, 2, 2, 1]
    const pieces = await Promise.all(order.map((piece) => torrent.readPiece(piece)))
    const whole = await Promise.all([0, 1, 2, 3].map((piece) => torrent.readPiece(piece)))
    expect(pieces).toStrictEqual(order.map((piece) => whole[piece]))
    expect(new Set(whole.map((piece) => piece.toString('hex'))).size).toBe(4)
  })

  test('for files are answered with what was asked for', async () => {
    const content = await manyFiles({ a: 10, b: 20 }, { version: 'v1' })
    const torrent = await seed(openSession(), content)
    const renamed = [0, 1].map((file) => torrent.renameFile(file, `content/new ${file}`))
    expect(await Promise.all(renamed)).toStrictEqual(['content/new 0', 'content/new 1'])
  })
})

describe('a request rejects', () => {
  test('with the error of the alert that says that it failed', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(bare())
    await torrent.saveResumeData()
    const { onlyIfModified } = lt.resumeDataFlags
    expect(await rejectionOf(torrent.saveResumeData({ flags: onlyIfModified }))).toMatchObject({
      code: 'resume_data_not_modified',
      category: 'libtorrent',
    })
    const failure = session.waitFor('save_resume_data_failed')
    const error = await rejectionOf(torrent.saveResumeData({ flags: onlyIfModified }))
    expect((await failure).error).toStrictEqual(error)
  })

  test('with the error of the disk', async () => {
    const content = await oneFile(40_000)
    const torrent = await seed(openSession(), content)
    const inTheWay = join(await tempDir(), 'file')
    await writeFile(inTheWay, '')
    const moved = await rejectionOf(torrent.moveStorage(join(inTheWay, 'below')))
    expect(moved).toBeInstanceOf(lt.LibtorrentError)
    expect(moved).toMatchObject({ code: 'ENOTDIR' })
    const renamed = await rejectionOf(torrent.renameFile(0, join(inTheWay, 'below')))
    expect(renamed).toMatchObject({ code: 'ENOTDIR' })
  })

  test('when the metadata is not there that it needs', async () => {
    const torrent = await openSession().addTorrent(magnet)
    const code = 'no_metadata'
    expect(await rejectionOf(torrent.readPiece(0))).toMatchObject({ code })
    expect(await rejectionOf(torrent.renameFile(0, 'x'))).toMatchObject({ code })
    expect(await rejectionOf(torrent.forceRecheck())).toMatchObject({ code })
    expect(await rejectionOf(torrent.havePiece(0))).toMatchObject({ code })
  })

  test('when there is no such file or piece', async () => {
    const torrent = await openSession().addTorrent(bare())
    expect(await rejectionOf(torrent.renameFile(1, 'x'))).toBeInstanceOf(RangeError)
    expect(await rejectionOf(torrent.havePiece(7))).toBeInstanceOf(RangeError)
    expect(await rejectionOf(torrent.readPiece(7))).toMatchObject({ code: 'invalid_piece_index' })
  })

  test('when a file is gone', async () => {
    const content = await oneFile(40_000)
    const torrent = await seed(openSession(), content)
    await rm(content.path)
    torrent.flushCache()
    const error = await rejectionOf(torrent.readPiece(0))
    expect(error).toMatchObject({ code: 'ENOENT' })
  })

  test('when the torrent is removed', async () => {
    const session = openSession()
    const torrent = await session.addTorrent({
      ...bare(),
      flags: ownFlags | lt.torrentFlags.paused,
    })
    const check = torrent.forceRecheck() // waits for the torrent to be resumed
    await session.removeTorrent(torrent)
    expect(await rejectionOf(check)).toMatchObject({ code: 'torrent_removed', value: 80 })
  })

  test('when the session is closed', async () => {
    const session = openSession()
    const torrent = await session.addTorrent({
      ...bare(),
      flags: ownFlags | lt.torrentFlags.paused,
    })
    const pending = Promise.allSettled([
      torrent.forceRecheck(),
      session.waitFor('peer_connect'),
      ...Array.from({ length: 50 }, () => torrent.status()),
    ])
    await session.close()
    for (const result of await within(pending, 'every answer')) {
      if (result.status === 'fulfilled') continue // calls that were done before the end
      expect(result.reason).toBeInstanceOf(lt.LibtorrentError)
      expect(result.reason).toMatchObject({ code: 'session_closed' })
    }
    expect((await pending).map(({ status }) => status)).toContain('rejected')
  })

  test('when the session is closed with its answer on the way', async () => {
    const torrent = await seed(openSession(), await oneFile(40_000))
    const check = torrent.forceRecheck()
    // libtorrent finishes the check while this thread reads no alerts
    const deadline = performance.now() + waitLimit
    while (torrent.statusSync(0).state.startsWith('checking')) {
      if (performance.now() > deadline) throw new Error('the check goes on')
    }
    await torrent.session.close()
    const [outcome] = await within(Promise.allSettled([check]), 'the check')
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toMatchObject({ code: 'session_closed' })
    }
  })

  test('at once when its arguments are wrong', async () => {
    const torrent = await openSession().addTorrent(bare())
    const wrong: [Promise<unknown>, string][] = [
      [torrent.saveResumeData({ flags: '1' as never }), 'options.flags'],
      [torrent.readPiece('0' as never), 'piece'],
      [torrent.moveStorage(5 as never), 'savePath'],
      [torrent.moveStorage('/tmp', { flags: 'sometimes' as never }), 'options.flags'],
      [torrent.renameFile(0, 5 as never), 'newName'],
      [torrent.session.addTorrent({ ...bare(), savePath: 5 as never }), 'params.savePath'],
      [torrent.session.addTorrent(5 as never), 'params'],
      [torrent.session.removeTorrent({} as never), 'torrent'],
    ]
    for (const [request, name] of wrong) {
      const error = await rejectionOf(request)
      expect(error).toBeInstanceOf(TypeError)
      expect((error as Error).message).toMatch(new RegExp(`^${name} must be `))
    }
  })
})

test('waitFor() gets the alert that answers an earlier request', async () => {
  const torrent = await openSession().addTorrent(bare())
  const saved = torrent.saveResumeData()
  const alert = await torrent.waitFor('save_resume_data', { timeout: waitLimit })
  expect(alert.params).toBe(await saved)
})

test('removeTorrent() refuses a choice that is not a boolean, and keeps the torrent', async () => {
  const session = openSession()
  const torrent = await session.addTorrent(bare())
  expect(await rejectionOf(session.removeTorrent(torrent, { deleteFiles: 1 as never }))).toEqual(
    new TypeError('options.deleteFiles must be a boolean, got 1'),
  )
  expect(torrent.isValid()).toBe(true)
})

describe('an aborted request', () => {
  test('rejects with the reason of its signal', async () => {
    const torrent = await openSession().addTorrent({
      ...bare(),
      flags: ownFlags | lt.torrentFlags.paused,
    })
    const controller = new AbortController()
    const check = torrent.forceRecheck({ signal: controller.signal })
    controller.abort('enough')
    expect(await rejectionOf(check)).toBe('enough')
  })

  test('asks for nothing when it was aborted before', async () => {
    const session = openSession()
    const signal = AbortSignal.abort('no')
    expect(await rejectionOf(session.addTorrent(bare(), { signal }))).toBe('no')
    expect(await session.getTorrents()).toStrictEqual([])
  })

  test('leaves its answer to no other', async () => {
    const torrent = await seed(openSession(), await oneFile(40_000))
    const controller = new AbortController()
    const first = torrent.renameFile(0, 'first', { signal: controller.signal })
    const second = torrent.renameFile(0, 'second')
    controller.abort('enough')
    expect(await rejectionOf(first)).toBe('enough')
    expect(await within(second, 'the name')).toBe('second')
  })
})

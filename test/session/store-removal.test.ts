// What becomes of the files of a store when their torrents are removed.
import { once } from 'node:events'
import { join } from 'node:path'
import * as lt from '../../lib'
import { StoreDirectory } from '../../lib/session/store-directory'
import { within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { ownFlags } from '../helpers/sessions'
import { afterCrash, hashesOf, openStore } from '../helpers/stores'
import { bareTorrent } from '../helpers/torrents'

const paused = lt.torrentFlags.paused | ownFlags
const bare = (name: string): lt.TorrentInfo => new lt.TorrentInfo(bareTorrent({ name }))

describe('TorrentStore', () => {
  test('does not report a torrent that is removed while its file is written', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const reported: lt.TorrentHandle[] = []
    store.on('saved', ({ torrent }) => reported.push(torrent))
    const adding = store.session.addTorrent({ ti: bare('a'), savePath: directory, flags: paused })
    const write = jest.spyOn(StoreDirectory.prototype, 'write')
    const removal = new Promise<void>((resolve, reject) => {
      write.mockImplementationOnce(async () => {
        store.session.removeTorrent(await adding).then(resolve, reject)
      })
    })
    await within(removal, 'the removal')
    await store.save()
    write.mockRestore()
    expect(reported).toStrictEqual([])
  })

  test('deletes the file of a torrent that is removed, and keeps that of one that is added again', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const add = (name: string): Promise<lt.TorrentHandle> =>
      store.session.addTorrent({ ti: bare(name), savePath: directory, flags: paused })
    const [one, two] = await Promise.all([add('one'), add('two')])
    await store.save()
    expect((await afterCrash(directory)).restored).toHaveLength(2)

    const removed = within(once(store, 'removed'), 'the removal of a file')
    await store.session.removeTorrent(one)
    const path = join(directory, `${bare('one').infoHashes().v1}.resume`)
    expect(await removed).toStrictEqual([{ path }])
    await store.session.removeTorrent(two)
    await add('two')
    await store.save()
    expect(hashesOf(await afterCrash(directory))).toStrictEqual([bare('two').infoHashes().v1])
  })
})

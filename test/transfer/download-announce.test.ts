// What download() announces to trackers when it is complete, and how long it waits for them.
import * as lt from '../../lib'
import { afterThisTest } from '../helpers/cleanup'
import { within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { peersOf, seedAll } from '../helpers/seeding'
import { serve } from '../helpers/servers'
import { openSession } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

describe('a complete download whose tracker does not answer the completed event', () => {
  /** Resolves when the torrent that is added next waits for its trackers. */
  function waiting(session: lt.Session): Promise<void> {
    return new Promise((resolve) => {
      session.once('add_torrent', ({ handle }) => {
        const trackers = handle!.trackers.bind(handle)
        jest.spyOn(handle!, 'trackers').mockImplementation(() => {
          resolve()
          return trackers()
        })
      })
    })
  }

  /** A tracker that keeps clients waiting which have completed a download. */
  async function silentTracker(): Promise<{ url: string; completed: Promise<void> }> {
    let resolve!: () => void
    const completed = new Promise<void>((settle) => (resolve = settle))
    const url = await serve(({ url = '' }, response) => {
      const { searchParams } = new URL(url, 'http://127.0.0.1')
      if (searchParams.get('event') === 'completed') resolve()
      else response.end('d8:intervali60e5:peers0:e')
    })
    return { url: `${url}announce`, completed }
  }

  test.each(['timeout passes', 'signal aborts'])(
    'resolves when its %s during the wait for that',
    async (end) => {
      const { path, buffer } = await oneFile(20 * kiB)
      const peers = await peersOf(await seedAll(path, { torrent: buffer }))
      const { url, completed } = await silentTracker()
      const session = openSession()
      const controller = new AbortController()
      const timers = jest.spyOn(globalThis, 'setTimeout')
      afterThisTest(() => timers.mockRestore())
      const ownTimeout = 987_654
      const begins = waiting(session)
      const download = lt.download(buffer, await tempDir(), {
        session,
        peers,
        trackers: [url],
        signal: controller.signal,
        timeout: ownTimeout,
      })
      await within(Promise.all([begins, completed]), 'the completed event')
      if (end === 'signal aborts') controller.abort(new Error('enough'))
      else timers.mock.calls.find(([, ms]) => ms === ownTimeout)![0]()
      const { files } = await within(download, 'the download')
      expect(await sha256(files[0]!.path)).toBe(await sha256(path))
      expect(await session.getTorrents()).toStrictEqual([])
    },
  )
})

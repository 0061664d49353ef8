// User names and passwords in the URLs of trackers and web seeds. libtorrent sends what stands before the host as it is.
import { readFile } from 'node:fs/promises'
import * as lt from '../../lib'
import { within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { serve } from '../helpers/servers'
import { addChecked, finished, openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../helpers/torrents'

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

/** A server that refuses every request. @returns its URL, and the credentials of the first request */
async function listener(): Promise<{ url: string; credentials: Promise<string | undefined> }> {
  let resolve!: (credentials: string | undefined) => void
  const credentials = new Promise<string | undefined>((settle) => (resolve = settle))
  const url = await serve((request, response) => {
    resolve(request.headers.authorization)
    response.writeHead(401).end()
  })
  return { url, credentials }
}

const withUser = (url: string, user: string): string => url.replace('://', `://${user}@`)

describe.each(['me:p%40ss', 'me:p ss&$+=:!ü'])(
  'credentials %j in a URL are sent as they are',
  (user) => {
    test('to a tracker', async () => {
      const { url, credentials } = await listener()
      const ti = new lt.TorrentInfo(bareTorrent())
      const trackers = [`${withUser(url, user)}announce`]
      await openSession().addTorrent({ ti, savePath: await tempDir(), flags: ownFlags, trackers })
      expect(await within(credentials, 'an announce')).toBe(basic(user))
    })

    test('to a web seed', async () => {
      const { url, credentials } = await listener()
      const ti = new lt.TorrentInfo(bareTorrent())
      const urlSeeds = [`${withUser(url, user)}content.bin`]
      await openSession().addTorrent({ ti, savePath: await tempDir(), flags: ownFlags, urlSeeds })
      expect(await within(credentials, 'a request')).toBe(basic(user))
    })
  },
)

test('any password reaches a web seed of TorrentInfo as the value of the Authorization header', async () => {
  const content = await oneFile(100 * kiB, { pieceSize: 16 * kiB })
  const bytes = await readFile(content.path)
  const secret = basic('me:p@s/s?#%40')
  const url = await serve((request, response) => {
    if (request.headers.authorization !== secret) return response.writeHead(401).end()
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const range = `bytes ${first}-${last}/${bytes.length}`
    response.writeHead(206, { 'content-range': range })
    return response.end(bytes.subarray(Number(first), Number(last) + 1))
  })
  content.info.addUrlSeed(`${url}content.bin`, secret)
  const params = { ti: content.info, savePath: await tempDir() }
  const torrent = await addChecked(openSession(), params)
  await finished(torrent)
  expect((await torrent.status()).isSeeding).toBe(true)
})

// TCP_NODELAY, which nobody else can read from the socket: it shows in what it saves.
import * as lt from '../../lib'
import { patience } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { endpointOf, leech, openSession, seed } from '../helpers/sessions'
import { oneFile } from '../helpers/torrents'

const tcpOnly = { enable_outgoing_utp: false, enable_incoming_utp: false }

/** How long a small file takes from the first message to the last, in milliseconds. */
async function transferTime(tcpNoDelay: boolean): Promise<number> {
  const content = await oneFile(10_000, { version: 'v1' })
  const seeder = openSession(tcpOnly, { tcpNoDelay })
  await seed(seeder, content)
  const session = openSession(tcpOnly, { tcpNoDelay })
  const params = { ti: content.info, savePath: await tempDir() }
  const connected = session.waitFor('peer_connect', { timeout: patience })
  const finished = session.waitFor('torrent_finished', { timeout: patience })
  await leech(session, params, [await endpointOf(seeder)])
  return (await finished).timestamp - (await connected).timestamp
}

async function fastest(tcpNoDelay: boolean): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) times.push(await transferTime(tcpNoDelay))
  return Math.min(...times)
}

test('saves a small transfer the wait for a delayed acknowledgement', async () => {
  const [withNagle, without] = [await fastest(false), await fastest(true)]
  expect(without).toBeLessThan(withNagle)
})

test.each([0, 'yes', null])('is true or false, not %p', (tcpNoDelay) => {
  expect(() => new lt.Session({ tcpNoDelay: tcpNoDelay as never })).toThrow(TypeError)
})

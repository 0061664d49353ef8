// TCP_NODELAY, as the kernel has it.
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { describeNoDelay, noDelays } from '../helpers/no-delay'
import { addChecked, endpointOf, leech, openSession } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'

const tcpOnly = { enable_outgoing_utp: false, enable_incoming_utp: false }

/** What both ends of a connection have, the one that accepted it and the one that dialled. */
async function bothEnds(tcpNoDelay?: boolean): Promise<boolean[] | string> {
  const options = tcpNoDelay === undefined ? {} : { tcpNoDelay }
  const [far, near] = [openSession(tcpOnly, options), openSession(tcpOnly, options)]
  // neither has anything, so that they stay connected
  const ti = new lt.TorrentInfo(bareTorrent())
  await addChecked(far, { ti, savePath: await tempDir() })
  const connected = Promise.all(
    [far, near].map((session) => session.waitFor('peer_connect', { timeout: waitLimit })),
  )
  const endpoint = await endpointOf(far)
  await leech(near, { ti, savePath: await tempDir() }, [endpoint])
  await connected
  return noDelays(endpoint.port)
}

describeNoDelay('TCP_NODELAY', () => {
  test.each([
    ['is set by default', undefined, true],
    ['is not set with tcpNoDelay: false', false, false],
    ['is set with tcpNoDelay: true', true, true],
  ])('%s', async (_, tcpNoDelay, isSet) => {
    expect(await bothEnds(tcpNoDelay)).toStrictEqual([isSet, isSet])
  })
})

test.each([0, 'yes', null])('tcpNoDelay is true or false, not %p', (tcpNoDelay) => {
  expect(() => new lt.Session({ tcpNoDelay: tcpNoDelay as never })).toThrow(TypeError)
})

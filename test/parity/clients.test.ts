// What libtorrent takes a peer for, by its peer id.
import * as lt from '../../lib'
import { connectTo, message } from '../alerts/helpers/raw-peer'
import { tempDir } from '../helpers/files'
import { addChecked, endpointOf, openSession } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'
import { ask, describeParity } from './reference'

const peerIds = [
  '-LT2080-abcdefghijkl',
  '-TR3000-abcdefghijkl',
  '-qB4500-abcdefghijkl',
  '-AZ2060-abcdefghijkl',
  '-XY1234-abcdefghijkl',
  'M7-9-2--abcdefghijkl',
  'exbc\u0008\u0001LORDabcdefghij',
  'abcdefghijklmnopqrst',
]

/** The name that libtorrent gives a peer which says nothing but its id. */
async function clientOf(peerId: string): Promise<string> {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent())
  const torrent = await addChecked(session, { ti, savePath: await tempDir() })
  const peer = await connectTo(await endpointOf(session), ti.infoHash(), { peerId })
  await peer.receive(message.haveNone)
  const [info] = await torrent.getPeerInfo()
  expect(Buffer.from(info!.pid, 'hex').toString('latin1')).toBe(peerId)
  return info!.client
}

describeParity('clients', () => {
  test('each peer id gives the same name of its client', async () => {
    const answer = await ask(
      'identify',
      peerIds.map((peerId) => Buffer.from(peerId, 'latin1')),
    )
    const names: string[] = []
    for (const peerId of peerIds) names.push(await clientOf(peerId))
    expect(names).toStrictEqual(answer)
  })
})

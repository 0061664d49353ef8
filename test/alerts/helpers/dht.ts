// A DHT of a few nodes on this machine.
import * as lt from '../../../lib'
import { waitLimit } from '../../helpers/deadline'
import { endpointOf, openSession } from '../../helpers/sessions'

export const loopbackDht = lt.privateDht('').settings

/** A node that knows others; it is ready when it has asked them. */
export async function openNode(
  knows: readonly lt.Session[] = [],
  settings: lt.SettingsInit = {},
): Promise<lt.Session> {
  const nodes = await Promise.all(knows.map(endpointOf))
  const session = openSession({ ...loopbackDht, ...settings, enable_dht: false })
  // without routers to look up, libtorrent 2.0 forgets the nodes if it doesn't listen yet
  await session.listenPort()
  session.setDhtState({ nodes })
  const ready = session.waitFor('dht_bootstrap', { timeout: waitLimit })
  session.applySettings({ enable_dht: true })
  await ready
  return session
}

/** Two nodes that know each other. */
export async function openPair(): Promise<readonly [lt.Session, lt.Session]> {
  const first = await openNode()
  return [first, await openNode([first])]
}

/** The id of a node of the DHT. */
export async function nodeIdOf(session: lt.Session): Promise<string> {
  const { nid } = await session.dhtStats({ timeout: waitLimit })
  return nid
}

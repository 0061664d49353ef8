// A DHT of a few nodes on this machine.
import type * as lt from '../../../lib'
import { waitLimit } from '../../helpers/deadline'
import { endpointOf, openSession } from '../../helpers/sessions'

/** The nodes of a real DHT have addresses of many networks; here all have the same. */
export const loopbackDht = {
  enable_dht: true,
  dht_bootstrap_nodes: '',
  dht_restrict_routing_ips: false,
  dht_restrict_search_ips: false,
  dht_prefer_verified_node_ids: false,
  dht_ignore_dark_internet: false,
} as const satisfies lt.SettingsInit

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

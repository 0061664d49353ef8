// @ts-check
// Puts an immutable and a mutable item into the DHT, and gets them by another node. It makes a DHT of
// its own, of three nodes on this machine.
//   node dht.mjs TEXT
import * as lt from 'libtorrent-napi'

const [text = 'hello'] = process.argv.slice(2)
/** A lookup asks node after node; one that doesn't answer costs seconds. */
const timeout = 20_000

/**
 * A session that is only a node of the DHT.
 *
 * @param {string} bootstrap `HOST:PORT` of nodes to begin with, separated by commas
 */
async function openNode(bootstrap) {
  const session = new lt.Session({
    settings: {
      listen_interfaces: '127.0.0.1:0',
      enable_dht: true,
      enable_lsd: false,
      enable_upnp: false,
      enable_natpmp: false,
      dht_bootstrap_nodes: bootstrap,
      // The nodes of the real DHT have addresses of many networks. Here all have the same.
      dht_restrict_routing_ips: false,
      dht_restrict_search_ips: false,
      dht_prefer_verified_node_ids: false,
    },
  })
  if (bootstrap) await session.waitFor('dht_bootstrap', { timeout })
  return session
}

/**
 * What never changes is found by the hash of its content.
 *
 * @param {lt.Session} session
 * @param {lt.EntryInit} data at most 1000 bytes when bencoded
 */
async function put(session, data) {
  const stored = session.waitFor('dht_put', {
    timeout,
    filter: (alert) => alert.target === target,
  })
  const target = session.dhtPutItem(data)
  const { numSuccess } = await stored
  console.log(`${target} is stored by ${numSuccess} nodes`)
  return target
}

/**
 * @param {lt.Session} session
 * @param {string} target
 */
async function get(session, target) {
  const found = session.waitFor('dht_immutable_item', {
    timeout,
    filter: (alert) => alert.target === target,
  })
  session.dhtGetItem(target)
  return (await found).item
}

/**
 * What changes is found by the public key of its owner, and signed with the secret one.
 *
 * @param {lt.Session} session
 * @param {lt.KeyPair} keys
 * @param {lt.EntryInit} data
 */
async function putMutable(session, keys, data) {
  const stored = session.waitFor('dht_put', {
    timeout,
    filter: ({ publicKey }) => publicKey.equals(keys.publicKey),
  })
  session.dhtPutMutableItem({ ...keys, data })
  const { seq, numSuccess } = await stored
  console.log(`version ${seq} is stored by ${numSuccess} nodes`)
}

/**
 * @param {lt.Session} session
 * @param {Uint8Array} publicKey
 */
async function getMutable(session, publicKey) {
  // Nodes may have different versions. The answer that is authoritative comes when all were asked.
  const found = session.waitFor('dht_mutable_item', {
    timeout,
    filter: ({ key, authoritative }) => authoritative && key.equals(publicKey),
  })
  session.dhtGetMutableItem(publicKey)
  return found
}

const first = await openNode('')
const router = `127.0.0.1:${await first.listenPort()}`
const nodes = [first, ...(await Promise.all([openNode(router), openNode(router)]))]
const [, writer = first, reader = first] = nodes
try {
  console.log(`got ${await get(reader, await put(writer, text))}`)

  const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
  for (const version of ['1', '2']) {
    await putMutable(writer, keys, `${text} ${version}`)
    const { item, seq } = await getMutable(reader, keys.publicKey)
    console.log(`got ${item}, version ${seq}`)
  }
} finally {
  await Promise.all(nodes.map((node) => node.close()))
}

// @ts-check
// Puts an immutable and a mutable item into a DHT of three nodes on this machine, and gets them by another node.
//   node dht.mjs [TEXT]
import * as lt from 'libtorrent-napi'

const [text = 'hello'] = process.argv.slice(2)
const timeout = 20_000 // a lookup asks node after node, and one that does not answer costs seconds

const router = new lt.Session({ settings: localNode('') })
const bootstrap = `127.0.0.1:${await router.listenPort()}`
const writer = new lt.Session({ settings: localNode(bootstrap) })
const reader = new lt.Session({ settings: localNode(bootstrap) })
try {
  await Promise.all([writer, reader].map((node) => node.waitFor('dht_bootstrap', { timeout })))

  // What never changes is found by the hash of its content.
  const { target, numSuccess } = await writer.dhtPutItem(text, { timeout })
  console.log(`${target} is stored by ${numSuccess} nodes`)
  console.log(`got ${await reader.dhtGetItem(target, { timeout })}`)

  // What changes is found by the public key of its owner, and signed with the secret one.
  const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
  for (const version of ['1', '2']) {
    const item = { ...keys, salt: 'greeting', data: `${text} ${version}` }
    const { seq, numSuccess } = await writer.dhtPutMutableItem(item, { timeout })
    console.log(`version ${seq} is stored by ${numSuccess} nodes`)
    const found = await reader.dhtGetMutableItem(keys.publicKey, { salt: 'greeting', timeout })
    console.log(`got ${found.item}, version ${found.seq}`)
  }
} finally {
  await Promise.all([router, writer, reader].map((node) => node.close()))
}

/** @param {string} bootstrap `HOST:PORT` of nodes to begin with, separated by commas */
function localNode(bootstrap) {
  return {
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
  }
}

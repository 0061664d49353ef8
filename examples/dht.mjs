// @ts-check
// Puts an immutable and a mutable item into a DHT of three nodes on this machine, and gets them by another node.
//   node dht.mjs [TEXT]
import * as lt from 'libtorrent-napi'

const [text = 'hello'] = process.argv.slice(2)
const timeout = 20_000 // a lookup asks node after node, and one that does not answer costs seconds

const settings = { listen_interfaces: '127.0.0.1:0' }
const router = new lt.Session(lt.privateDht('', { settings }))
const known = `127.0.0.1:${await router.listenPort()}`
const writer = new lt.Session(lt.privateDht(known, { settings }))
const reader = new lt.Session(lt.privateDht(known, { settings }))
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

// libtorrent-napi/dht: keys and signatures of mutable items in the DHT.
export {
  ed25519AddScalarPublic,
  ed25519AddScalarSecret,
  ed25519CreateKeypair,
  ed25519CreateSeed,
  ed25519KeyExchange,
  ed25519Sign,
  ed25519Verify,
  signMutableItem,
} from '../index'

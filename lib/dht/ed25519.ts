// Ed25519 keys and signatures, for mutable items of the DHT (BEP 44).
import { addon } from '../native/binding'

/**
 * 32 random bytes to make a key pair of.
 *
 * @see https://libtorrent.org/reference-ed25519.html
 */
export const ed25519CreateSeed = addon.ed25519CreateSeed

/**
 * The key pair of a seed: always the same for the same seed.
 *
 * @param seed 32 bytes; a RangeError for any other length
 * @returns a public key of 32 bytes and a secret key of 64
 * @see https://libtorrent.org/reference-ed25519.html#ed25519_create_keypair()
 */
export const ed25519CreateKeypair = addon.ed25519CreateKeypair

/**
 * Signs a message.
 *
 * @returns the signature, 64 bytes
 * @see https://libtorrent.org/reference-ed25519.html#ed25519_sign()
 */
export const ed25519Sign = addon.ed25519Sign

/**
 * Whether `signature` is the message's, made with the secret key that belongs to `publicKey`.
 *
 * @see https://libtorrent.org/reference-ed25519.html#ed25519_verify()
 */
export const ed25519Verify = addon.ed25519Verify

/**
 * A public key moved by a scalar of 32 bytes: the one that belongs to the secret key which
 * {@link ed25519AddScalarSecret} makes with the same scalar.
 *
 * @see https://libtorrent.org/reference-ed25519.html#ed25519_add_scalar()
 */
export const ed25519AddScalarPublic = addon.ed25519AddScalarPublic

/** A secret key moved by a scalar of 32 bytes. */
export const ed25519AddScalarSecret = addon.ed25519AddScalarSecret

/**
 * The secret, of 32 bytes, that two key pairs share: each side computes it from the other's public
 * key and its own secret key.
 *
 * @see https://libtorrent.org/reference-ed25519.html#ed25519_key_exchange()
 */
export const ed25519KeyExchange = addon.ed25519KeyExchange

/**
 * Signs a mutable item as the DHT wants it.
 *
 * @param data at most 1000 bytes when it is bencoded
 * @param salt at most 64 bytes
 * @param sequence the item's sequence number, a safe integer
 * @see https://libtorrent.org/reference-DHT.html#sign_mutable_item()
 */
export const signMutableItem = addon.signMutableItem

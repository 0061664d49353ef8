import { verify, createPublicKey } from 'node:crypto'
import * as lt from '../../../lib'

// RFC 8032, section 7.1, test 2
const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex')
const expectedKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
const expectedSignature =
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
  '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'

describe('Ed25519', () => {
  const { publicKey, secretKey } = lt.ed25519CreateKeypair(seed)
  const message = Buffer.from([0x72])

  test('makes keys and signatures as the standard says', () => {
    expect(publicKey.toString('hex')).toBe(expectedKey)
    expect(secretKey).toHaveLength(64)
    const signature = lt.ed25519Sign(message, publicKey, secretKey)
    expect(signature.toString('hex')).toBe(expectedSignature)
    const x = publicKey.toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    expect(verify(null, message, key, signature)).toBe(true)
  })

  test('tells signatures from others', () => {
    const signature = lt.ed25519Sign(message, publicKey, secretKey)
    expect(lt.ed25519Verify(signature, message, publicKey)).toBe(true)
    expect(lt.ed25519Verify(signature, Buffer.from('other'), publicKey)).toBe(false)
    signature[0]! ^= 1
    expect(lt.ed25519Verify(signature, message, publicKey)).toBe(false)
  })

  test('makes seeds of 32 bytes, each another', () => {
    const seeds = [lt.ed25519CreateSeed(), lt.ed25519CreateSeed()]
    expect(seeds.map((bytes) => bytes.length)).toStrictEqual([32, 32])
    expect(seeds[0]).not.toStrictEqual(seeds[1])
  })

  test('exchanges keys', () => {
    const other = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const ours = lt.ed25519KeyExchange(other.publicKey, secretKey)
    expect(ours).toHaveLength(32)
    expect(lt.ed25519KeyExchange(publicKey, other.secretKey)).toStrictEqual(ours)
  })

  test('moves both keys of a pair by the same scalar', () => {
    const scalar = Buffer.alloc(32, 7)
    const moved = {
      publicKey: lt.ed25519AddScalarPublic(publicKey, scalar),
      secretKey: lt.ed25519AddScalarSecret(secretKey, scalar),
    }
    const signature = lt.ed25519Sign(message, moved.publicKey, moved.secretKey)
    expect(lt.ed25519Verify(signature, message, moved.publicKey)).toBe(true)
    expect(lt.ed25519Verify(signature, message, publicKey)).toBe(false)
  })

  test('refuses keys of other lengths', () => {
    expect(() => lt.ed25519CreateKeypair(Buffer.alloc(31))).toThrow(
      new RangeError('seed must be 32 bytes, got 31'),
    )
    expect(() => lt.ed25519Sign(message, publicKey, publicKey)).toThrow(RangeError)
    expect(() => lt.ed25519Verify(Buffer.alloc(63), message, publicKey)).toThrow(RangeError)
    expect(() => lt.ed25519CreateKeypair('x' as never)).toThrow(TypeError)
  })

  test('signs items of the DHT as BEP 44 says', () => {
    const signature = lt.signMutableItem('Hello World!', 'foobar', 1, publicKey, secretKey)
    const signed = Buffer.from('4:salt6:foobar3:seqi1e1:v12:Hello World!')
    expect(lt.ed25519Verify(signature, signed, publicKey)).toBe(true)
    expect(() => lt.signMutableItem('x', '', 2 ** 53, publicKey, secretKey)).toThrow(RangeError)
  })
})

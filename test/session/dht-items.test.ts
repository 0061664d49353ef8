// What the DHT keeps: items under the hash of their content, and items under a key.
import { createHash } from 'node:crypto'
import * as lt from '../../lib'
import { openNode } from '../alerts/helpers/dht'
import { expectTypeOf } from '../alerts/helpers/shape'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { endpointOf, openSession } from '../helpers/sessions'

const soon = { timeout: waitLimit }

/** Three nodes; the last two know the first one and are known by it. */
async function openThree(): Promise<readonly [lt.Session, lt.Session, lt.Session]> {
  const first = await openNode()
  return [first, await openNode([first]), await openNode([first])]
}

const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

/** What the signature of a mutable item is of (BEP 44). */
function signedPart(value: lt.EntryInit, salt: string, seq: bigint): Buffer {
  const saltPart = salt ? `4:salt${Buffer.byteLength(salt)}:${salt}` : ''
  return Buffer.concat([Buffer.from(`${saltPart}3:seqi${seq}e1:v`), lt.bencode(value)])
}

describe('an immutable item', () => {
  test.each<[string, lt.EntryInit, lt.Entry]>([
    ['a text', 'größe', Buffer.from('größe')],
    ['bytes', Buffer.from([0, 255]), Buffer.from([0, 255])],
    ['a number', 4711, 4711],
    ['a list', [1, ['a']], [1, [Buffer.from('a')]]],
    ['a dictionary', { b: 1, a: { c: [] } }, { a: { c: [] }, b: 1 }],
  ])('may be %s', async (_, data, item) => {
    const [, writer, reader] = await openThree()
    const { target, numSuccess } = await writer.dhtPutItem(data, soon)
    expect(target).toBe(sha1(lt.bencode(data)))
    expect(numSuccess).toBeGreaterThan(0)
    expect(await reader.dhtGetItem(target, soon)).toEqual(item)
  })

  test('that no node has is null', async () => {
    const [, , reader] = await openThree()
    expect(await reader.dhtGetItem('ab'.repeat(20), soon)).toBeNull()
  })
})

describe('a mutable item', () => {
  test('is signed by its owner', async () => {
    const [, writer, reader] = await openThree()
    const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const data = { text: 'signed' }
    const put = await writer.dhtPutMutableItem({ ...keys, data, salt: 'salt' }, soon)
    expectTypeOf('Buffer', put.signature)
    const item = await reader.dhtGetMutableItem(keys.publicKey, { ...soon, salt: 'salt' })
    expect(item).toMatchObject({ seq: put.seq, salt: 'salt', authoritative: true })
    expect(item.item).toEqual({ text: Buffer.from('signed') })
    const part = signedPart(data, 'salt', item.seq)
    expect(lt.ed25519Verify(item.signature, part, keys.publicKey)).toBe(true)
    const own = lt.signMutableItem(data, 'salt', item.seq, keys.publicKey, keys.secretKey)
    expect(item.signature).toStrictEqual(own)
  })

  test('has a sequence number that grows', async () => {
    const [, writer, reader] = await openThree()
    const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const numbers: (number | bigint)[] = []
    for (const data of ['first', 'second', 'third']) {
      numbers.push((await writer.dhtPutMutableItem({ ...keys, data }, soon)).seq)
    }
    expect(numbers.map(Number)).toStrictEqual([1, 2, 3])
    const { item } = await reader.dhtGetMutableItem(keys.publicKey, soon)
    expect(item).toStrictEqual(Buffer.from('third'))
  })

  test('is one of several of the same owner by its salt', async () => {
    const [, writer, reader] = await openThree()
    const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const salts = ['', 'one', 'two']
    for (const salt of salts) await writer.dhtPutMutableItem({ ...keys, data: salt, salt }, soon)
    const items = await Promise.all(
      salts.map((salt) => reader.dhtGetMutableItem(keys.publicKey, { ...soon, salt })),
    )
    expect(items.map(({ item }) => item)).toStrictEqual(salts.map((salt) => Buffer.from(salt)))
  })

  test('that no node has is null', async () => {
    const [, , reader] = await openThree()
    const { publicKey } = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const { item, authoritative } = await reader.dhtGetMutableItem(publicKey, soon)
    expect([item, authoritative]).toStrictEqual([null, true])
  })
})

describe('a value of more than 1000 bytes', () => {
  // '996:' and 996 bytes
  const largest = 'x'.repeat(996)
  const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
  const message = 'data must be at most 1000 bytes when it is bencoded, got 1001'

  test('is refused, with a DHT and without', async () => {
    for (const session of [await openNode(), openSession()]) {
      for (const put of [
        session.dhtPutItem(`${largest}x`, soon),
        session.dhtPutMutableItem({ ...keys, data: `${largest}x` }, soon),
      ]) {
        expect(await rejectionOf(put)).toStrictEqual(new RangeError(message))
      }
    }
  })

  test('is the least that is refused', async () => {
    const [, writer, reader] = await openThree()
    const { target, numSuccess } = await writer.dhtPutItem(largest, soon)
    expect(numSuccess).toBeGreaterThan(0)
    expect(await reader.dhtGetItem(target, soon)).toStrictEqual(Buffer.from(largest))
  })
})

describe('what no node would take', () => {
  test('is refused', async () => {
    const session = await openNode()
    const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const short = keys.publicKey.subarray(1)
    for (const request of [
      () => session.dhtPutMutableItem({ ...keys, publicKey: short, data: 1 }, soon),
      () => session.dhtGetMutableItem(short, soon),
      () => session.dhtGetItem('ab', soon),
    ]) {
      expect(await rejectionOf(Promise.resolve().then<unknown>(request))).toBeInstanceOf(RangeError)
    }
  })
})

describe('a node', () => {
  test('answers every question that is put to it directly', async () => {
    const [first, , asker] = await openThree()
    const endpoint = await endpointOf(first)
    const target = Buffer.alloc(20, 1)
    const ask = async (q: string, a: lt.EntryInit): Promise<Record<string, lt.Entry>> => {
      const answer = await asker.dhtDirectRequest(endpoint, { y: 'q', q, a }, soon)
      return (answer as { r: Record<string, lt.Entry> }).r
    }
    expect(Object.keys(await ask('ping', {}))).toContain('id')
    expect(Object.keys(await ask('find_node', { target }))).toContain('nodes')
    const { token } = await ask('get_peers', { info_hash: target })
    expect(Buffer.isBuffer(token)).toBe(true)
  })
})

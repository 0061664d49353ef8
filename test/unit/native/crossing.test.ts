// How strings and objects cross, where that has more than one way.
import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'

/** What becomes of a name on its way to libtorrent and back. */
function crossed(name: string): string {
  const bytes = lt.writeResumeDataBuf({ name, infoHashes: { v1: 'ab'.repeat(20) } })
  return lt.readResumeData(bytes).name ?? ''
}

// In UTF-8: 1, 2, 3 and 4 bytes.
describe.each(['a', 'é', '€', '𝄞'])('a name of %s', (character) => {
  const { length } = Buffer.from(character)

  test('crosses unchanged at each length', () => {
    const names = Array.from({ length: 300 }, (_, count) => character.repeat(count))
    expect(names.map(crossed)).toEqual(names)
  })

  test('crosses unchanged behind other characters, across the end of each buffer', () => {
    const names = Array.from({ length: 300 }, (_, count) => 'b'.repeat(count) + character + 'c')
    expect(names.map(crossed)).toEqual(names)
    expect(crossed('b'.repeat(100_000) + character)).toHaveLength(100_000 + character.length)
    expect(Buffer.from(crossed(character.repeat(1000)))).toHaveLength(1000 * length)
  })
})

test('half of a surrogate pair becomes the replacement character', () => {
  for (const count of [0, 250, 251, 252, 253, 254, 255, 256, 257]) {
    expect(crossed(`${'a'.repeat(count)}\ud834`)).toBe(`${'a'.repeat(count)}\ufffd`)
  }
})

describe('of an object', () => {
  const infoHashes = { v1: 'ab'.repeat(20) }

  test('members that are inherited, not enumerable, undefined or symbols are not read', () => {
    const params = Object.create({ name: 'inherited' }) as Partial<lt.AddTorrentParamsInit>
    Object.assign(params, { infoHashes, savePath: undefined, [Symbol('comment')]: 1 })
    Object.defineProperty(params, 'comment', { value: 1, enumerable: false })
    expect(lt.readResumeData(lt.writeResumeDataBuf(params))).not.toHaveProperty('name')
  })

  test('getters and proxies are called', () => {
    const asked = {
      infoHashes,
      get name() {
        return 'got'
      },
    }
    const proxy = new Proxy(asked, { get: (target, key) => Reflect.get(target, key) as unknown })
    for (const params of [asked, proxy]) {
      expect(lt.readResumeData(lt.writeResumeDataBuf(params)).name).toBe('got')
    }
  })

  test('the error that a getter throws is thrown', () => {
    const mine = new Error('mine')
    const params = {
      infoHashes,
      get name(): string {
        throw mine
      },
    }
    expect(thrownBy(() => lt.writeResumeDataBuf(params))).toBe(mine)
  })

  test('a number is a key like a string', () => {
    const params = { infoHashes, 7: 1 } as Partial<lt.AddTorrentParamsInit>
    expect(() => lt.writeResumeDataBuf(params)).toThrow(/7/)
  })
})

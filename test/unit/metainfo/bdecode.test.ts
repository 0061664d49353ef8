import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'

const decode = (text: string, limits?: lt.BdecodeLimitsInit): lt.Entry =>
  lt.bdecode(Buffer.from(text, 'latin1'), limits)

/** An object as bdecode makes them. */
const dictionary = (entries: Record<string, unknown>): object =>
  Object.assign(Object.create(null) as object, entries)

describe('bdecode', () => {
  test.each<[string, unknown]>([
    ['i42e', 42],
    ['i-7e', -7],
    ['i9007199254740991e', Number.MAX_SAFE_INTEGER],
    ['i9007199254740992e', 2n ** 53n],
    ['i-9007199254740993e', -(2n ** 53n) - 1n],
    ['i9223372036854775807e', 2n ** 63n - 1n],
    ['i-9223372036854775808e', -(2n ** 63n)],
    ['i9223372036854775808e', 2n ** 63n],
    ['0:', Buffer.alloc(0)],
    ['2:\0\xff', Buffer.from([0, 255])],
    ['li1eli2eee', [1, [2]]],
    ['de', dictionary({})],
    ['d1:ad1:bleee', dictionary({ a: dictionary({ b: [] }) })],
  ])('decodes %s', (encoded, value) => {
    expect(decode(encoded)).toStrictEqual(value)
  })

  test('gives dictionaries no prototype, so that a key called __proto__ is only a key', () => {
    const value = decode('d9:__proto__d1:xi1eee') as Record<string, unknown>
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect(Object.keys(value)).toStrictEqual(['__proto__'])
    expect(value.x).toBeUndefined()
  })

  test('gives keys one character per byte', () => {
    expect(decode('d2:\xff\x00i1ee')).toStrictEqual(dictionary({ '\xff\0': 1 }))
  })

  test('gives arrays and Buffers of this realm', () => {
    const value = decode('l1:ae') as unknown[]
    expect(value).toBeInstanceOf(Array)
    expect(value[0]).toBeInstanceOf(Buffer)
  })

  test('gives a copy of the bytes', () => {
    const encoded = Buffer.from('3:abc')
    const value = lt.bdecode(encoded)
    encoded.fill(0)
    expect(value).toStrictEqual(Buffer.from('abc'))
  })

  test('is undone by bencode, byte by byte', () => {
    const encoded = `d1:\0i1e1:ad1:bl0:i-5eee1:s999:${'x'.repeat(999)}2:\xffzlee`
    expect(lt.bencode(decode(encoded) as lt.EntryInit).toString('latin1')).toBe(encoded)
  })

  test('undoes bencode', () => {
    const value = { a: [1, -1, 2n ** 60n, Buffer.from([1, 2])], b: { c: Buffer.alloc(0) } }
    const decoded = lt.bdecode(lt.bencode(value))
    expect(decoded).toStrictEqual(dictionary({ a: value.a, b: dictionary(value.b) }))
  })

  test.each([
    ['', 'unexpected_eof'],
    ['i1', 'unexpected_eof'],
    ['ie', 'expected_digit'],
    ['i-e', 'expected_digit'],
    ['5:abc', 'unexpected_eof'],
    ['999:a', 'unexpected_eof'],
    ['99999999999999999999:a', 'overflow'],
    ['li1e', 'unexpected_eof'],
    ['d1:a', 'unexpected_eof'],
    ['d1:ae', 'expected_value'],
    ['di1ei2ee', 'expected_digit'],
    ['-1:a', 'expected_value'],
    ['hello', 'expected_value'],
  ])('throws for %j the error %s', (encoded, code) => {
    const error = thrownBy(() => decode(encoded)) as lt.LibtorrentError
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(error).toMatchObject({ code, category: 'bdecode' })
    expect(error.value).toBe(lt.errorCodes.bdecode[code as keyof typeof lt.errorCodes.bdecode])
  })

  test('decodes no deeper than the limit, which is 100 unless given', () => {
    const nested = (depth: number): string => 'l'.repeat(depth) + 'e'.repeat(depth)
    expect(decode(nested(99))).toHaveLength(1)
    expect(thrownBy(() => decode(nested(101)))).toMatchObject({ code: 'depth_exceeded' })
    expect(thrownBy(() => decode(nested(5), { maxDepth: 4 }))).toMatchObject({
      code: 'depth_exceeded',
    })
    expect(decode(nested(200), { maxDepth: 300 })).toHaveLength(1)
  })

  test('decodes no more items than the limit', () => {
    expect(decode('li1ei2ei3ee', { maxTokens: 10 })).toStrictEqual([1, 2, 3])
    expect(thrownBy(() => decode('li1ei2ei3ee', { maxTokens: 2 }))).toMatchObject({
      code: 'limit_exceeded',
    })
  })

  test('decodes many items', () => {
    const count = 100_000
    expect(decode(`l${'i1e'.repeat(count)}e`)).toHaveLength(count)
  })

  test.each<[string, unknown, RegExp]>([
    ['a string', 'i1e', /^bytes must be a Uint8Array, got "i1e"$/],
    ['nothing', undefined, /^bytes must be a Uint8Array, got undefined$/],
    ['other numbers than bytes', new Uint16Array(2), /^bytes must be a Uint8Array, got bytes$/],
  ])('throws a TypeError for %s', (_, value, message) => {
    const call = () => lt.bdecode(value as Uint8Array)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })

  test('refuses limits that make no sense', () => {
    const limited = (limits: unknown) => () => decode('le', limits as lt.BdecodeLimitsInit)
    expect(limited({ maxDeph: 1 })).toThrow(
      new TypeError('limits has the unknown key "maxDeph", did you mean "maxDepth"?'),
    )
    expect(limited({ maxDepth: '1' })).toThrow(TypeError)
    expect(limited({ maxDepth: 2 ** 31 })).toThrow(RangeError)
    expect(limited(5)).toThrow(TypeError)
  })
})

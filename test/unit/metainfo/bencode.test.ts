import * as lt from '../../../lib'

const text = (value: lt.EntryInit): string => lt.bencode(value).toString('latin1')

describe('bencode', () => {
  test.each<[string, lt.EntryInit, string]>([
    ['an integer', 42, 'i42e'],
    ['a negative integer', -7, 'i-7e'],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER, 'i9007199254740991e'],
    ['a bigint beyond it', 2n ** 63n - 1n, 'i9223372036854775807e'],
    ['the smallest integer of 64 bits', -(2n ** 63n), 'i-9223372036854775808e'],
    ['an empty string', '', '0:'],
    ['bytes', new Uint8Array([0, 255]), '2:\0\xff'],
    ['a list', [1, 'a', []], 'li1e1:alee'],
    ['an empty dictionary', {}, 'de'],
    ['a dictionary', { a: 1 }, 'd1:ai1ee'],
  ])('encodes %s', (_, value, encoded) => {
    expect(text(value)).toBe(encoded)
  })

  test('encodes strings as UTF-8', () => {
    expect(lt.bencode('é€')).toStrictEqual(Buffer.from('5:é€'))
  })

  test('sorts the keys of dictionaries as bytes', () => {
    expect(text({ b: 1, a: 2, B: 3, '\xff': 4 })).toBe('d1:Bi3e1:ai2e1:bi1e1:\xffi4ee')
  })

  test('takes the characters of keys as bytes', () => {
    expect(lt.bencode({ '\xe9': 1 })).toStrictEqual(Buffer.from('d1:\xe9i1ee', 'latin1'))
  })

  test('refuses a key with a character that is no byte, instead of cutting it', () => {
    expect(() => lt.bencode({ '€': 1 })).toThrow(/€/)
  })

  test('takes a key called __proto__ as any other', () => {
    const value: unknown = JSON.parse('{"__proto__": {"a": 1}}')
    expect(text(value as lt.EntryInit)).toBe('d9:__proto__d1:ai1eee')
  })

  test('takes a view of bytes, not the whole buffer behind it', () => {
    expect(text(Buffer.from('abcdef').subarray(2, 4))).toBe('2:cd')
  })

  test.each<[string, unknown, RegExp]>([
    ['a fraction', { a: [1.5] }, /^value\.a\[0\] must be a safe integer, got 1\.5$/],
    ['NaN', NaN, /^value must be a safe integer, got NaN$/],
    ['an integer that a number rounds', 2 ** 53, /^value must be a safe integer/],
    ['an integer of 65 bits', 2n ** 63n, /^value must be an integer of 64 bits/],
  ])('throws a RangeError for %s', (_, value, message) => {
    const call = () => lt.bencode(value as lt.EntryInit)
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })

  test.each<[string, unknown, RegExp]>([
    ['null', { a: { b: null } }, /^value\.a\.b must be an integer, .* got null$/],
    ['undefined', [undefined], /^value\[0\] must be an integer, .* got undefined$/],
    ['a boolean', { a: true }, /^value\.a must be .* got true$/],
    ['a function', () => {}, /^value must be .* got a function$/],
    ['a symbol', Symbol('s'), /^value must be .* got a symbol$/],
  ])('throws a TypeError that says where for %s', (_, value, message) => {
    const call = () => lt.bencode(value as lt.EntryInit)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })

  test.each<[string, unknown]>([
    ['a Map', new Map([['a', 1]])],
    ['a Set', new Set([1])],
    ['a Date', new Date(0)],
    ['an ArrayBuffer', new ArrayBuffer(2)],
    ['an array of other numbers than bytes', new Uint16Array(2)],
  ])('throws a TypeError for %s instead of encoding an object', (_, value) => {
    expect(() => lt.bencode(value as lt.EntryInit)).toThrow(TypeError)
  })

  test('throws a RangeError for what contains itself', () => {
    const list: unknown[] = []
    list.push(list)
    const dictionary: Record<string, unknown> = {}
    dictionary.self = dictionary
    expect(() => lt.bencode(list as lt.EntryInit)).toThrow(RangeError)
    expect(() => lt.bencode(dictionary as lt.EntryInit)).toThrow(RangeError)
  })

  test('throws what a getter throws', () => {
    const value = {
      get a(): number {
        throw new EvalError('mine')
      },
    }
    expect(() => lt.bencode(value)).toThrow(EvalError)
  })
})

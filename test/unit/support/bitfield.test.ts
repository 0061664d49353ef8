import { Bitfield } from '../../../lib'

describe('Bitfield', () => {
  const bits = [true, false, false, true, false, false, false, false, true, true]

  test('has the bits that it was made of, the first in the highest bit of a byte', () => {
    const field = Bitfield.from(bits)
    expect(field).toHaveLength(10)
    expect(field.bytes).toStrictEqual(new Uint8Array([0b1001_0000, 0b1100_0000]))
    expect([...field]).toStrictEqual(bits)
    expect([field.get(3), field.get(4)]).toStrictEqual([true, false])
    expect(new Bitfield(field.bytes, 10)).toStrictEqual(field)
  })

  test('counts its bits', () => {
    expect(Bitfield.from(bits).count()).toBe(4)
    expect(Bitfield.from([true, true]).all()).toBe(true)
    expect(Bitfield.from(bits).all()).toBe(false)
    expect(Bitfield.from([false, false]).none()).toBe(true)
    expect(Bitfield.from(bits).none()).toBe(false)
  })

  test('of nothing is neither all nor some', () => {
    const empty = Bitfield.from([])
    expect([empty.length, empty.count(), empty.all(), empty.none()]).toStrictEqual([
      0,
      0,
      false,
      true,
    ])
  })

  test('copies its bytes and clears those that are not its own', () => {
    const bytes = new Uint8Array([0xff, 0xff, 0xff])
    const field = new Bitfield(bytes, 10)
    bytes.fill(0)
    expect(field.bytes).toStrictEqual(new Uint8Array([0xff, 0xc0]))
    expect(field.count()).toBe(10)
  })

  test('has 8 bits for each byte unless told otherwise', () => {
    expect(new Bitfield(new Uint8Array(2))).toHaveLength(16)
  })

  test('prints as digits', () => {
    expect(JSON.stringify({ pieces: Bitfield.from(bits) })).toBe('{"pieces":"1001000011"}')
  })

  test('throws a RangeError for bits that it does not have', () => {
    for (const index of [-1, 10, 0.5, NaN]) {
      expect(() => Bitfield.from(bits).get(index)).toThrow(RangeError)
    }
    for (const length of [9, -1, 0.5]) {
      expect(() => new Bitfield(new Uint8Array(1), length)).toThrow(RangeError)
    }
  })
})

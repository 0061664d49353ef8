/**
 * A fixed number of bits, as libtorrent keeps them: which pieces a torrent has, for example. It
 * iterates over its bits as booleans.
 *
 * @see https://libtorrent.org/reference-Utility.html#bitfield
 */
export class Bitfield implements Iterable<boolean> {
  /** How many bits there are. */
  readonly length: number

  /** The bits, eight to a byte, the first one in the highest bit. Those past `length` are 0. */
  readonly bytes: Uint8Array

  /**
   * @param bytes the bits, eight to a byte, the first one in the highest bit; copied
   * @param length how many of them count; RangeError when there are fewer
   */
  constructor(bytes: Uint8Array, length: number = bytes.length * 8) {
    if (!Number.isSafeInteger(length) || length < 0 || length > bytes.length * 8) {
      throw new RangeError(`length ${length} does not fit ${bytes.length} bytes`)
    }
    this.length = length
    this.bytes = new Uint8Array(bytes.subarray(0, Math.ceil(length / 8)))
    const unused = this.bytes.length * 8 - length
    const last = this.bytes.length - 1
    if (unused > 0) this.bytes[last] = byteAt(this.bytes, last) & (0xff << unused)
  }

  /** The bitfield whose bits are the given booleans. */
  static from(bits: Iterable<boolean>): Bitfield {
    const all = [...bits]
    const bytes = new Uint8Array(Math.ceil(all.length / 8))
    all.forEach((bit, i) => {
      if (bit) bytes[i >> 3] = byteAt(bytes, i >> 3) | (0x80 >> (i & 7))
    })
    return new Bitfield(bytes, all.length)
  }

  /**
   * Whether bit `index` is set.
   *
   * @param index 0 to `length` - 1; RangeError otherwise
   */
  get(index: number): boolean {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) {
      throw new RangeError(`bit ${index} of a bitfield of ${this.length}`)
    }
    return (byteAt(this.bytes, index >> 3) & (0x80 >> (index & 7))) !== 0
  }

  /** How many bits are set. */
  count(): number {
    let total = 0
    for (let byte of this.bytes) {
      for (; byte !== 0; byte &= byte - 1) total++
    }
    return total
  }

  /** Whether every bit is set; false when there are none. */
  all(): boolean {
    return this.length > 0 && this.count() === this.length
  }

  /** Whether no bit is set. */
  none(): boolean {
    return this.bytes.every((byte) => byte === 0)
  }

  *[Symbol.iterator](): IterableIterator<boolean> {
    for (let i = 0; i < this.length; i++) yield this.get(i)
  }

  /** One character per bit, `'0'` or `'1'`. */
  toJSON(): string {
    return Array.from(this, Number).join('')
  }
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

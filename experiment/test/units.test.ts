import {
  formatExactSize,
  formatRate,
  formatSize,
  formatTime,
  parseSeconds,
  parseSize,
} from '../src/util/units'

describe('parseSize', () => {
  test.each([
    ['10240', 10240],
    ['10kB', 10_000],
    ['10KB', 10_000],
    ['10KiB', 10_240],
    ['1.5 MiB', 1_572_864],
    ['2GB', 2_000_000_000],
    ['7 b', 7],
    ['8.3MB', 8_300_000],
  ])('reads %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })

  test.each(['', '10K', '-1', '1e3', '0.5B', 'NaN', '10 k B', '0x10', 'Infinity'])(
    'refuses %s, and says what it expects',
    (text) => {
      expect(() => parseSize(text)).toThrow(`bad size '${text}': expected bytes or a unit`)
    },
  )

  test.each(['0', '0kB', '1025GiB', '99999999999999999999'])(
    'refuses %s as out of range',
    (text) => {
      expect(() => parseSize(text)).toThrow('1 byte to 1024 GiB')
    },
  )
})

describe('formats', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [10240, '10 KiB'],
    [1024 * 1024, '1 MiB'],
    [120_061_952, '120 MB'],
    [10_000, '10.0 kB'],
    [1536, '1.54 kB'],
  ])('shows %d bytes as %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text)
  })

  test.each([
    [16_384, '16 KiB'],
    [16_385, '16385 B'],
    [8_300_000, '8.30 MB'],
    [1_004_000, '1004000 B'],
  ])('shows exactly %d bytes as %s', (bytes, text) => {
    expect(formatExactSize(bytes)).toBe(text)
  })

  test('shows rates in decimal units', () => {
    expect([0, 512, 1_234_567, 2e9].map(formatRate)).toEqual([
      '0 B/s',
      '512 B/s',
      '1.23 MB/s',
      '2.00 GB/s',
    ])
  })

  test('shows times with three digits', () => {
    expect([0, 0.8512, 12.34, 999, 1530, 61_000].map(formatTime)).toEqual([
      '0 ms',
      '0.851 ms',
      '12.3 ms',
      '999 ms',
      '1.53 s',
      '61.0 s',
    ])
  })
})

describe('parseSeconds', () => {
  test('gives milliseconds', () => {
    expect(parseSeconds('1.5', '--wait')).toBe(1500)
  })

  test.each(['0', '-1', 'soon', '', '1e9', '99999999'])('refuses %s', (text) => {
    expect(() => parseSeconds(text, '--wait')).toThrow(`bad --wait '${text}'`)
  })
})

// The Range header, as RFC 9110 (14.1.2, 14.2) has it.

/** Bytes of a file from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Returns the part of a file that a Range header requests, `'unsatisfiable'` when the file has no byte of
 * it, or null for the whole file. A header that is no range of bytes is ignored, and so are several
 * ranges, of which RFC 9110 lets a server ignore any.
 */
export function requestedRange(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, set] = /^bytes=(.*)$/is.exec(header ?? '') ?? []
  const ranges = (set ?? '').split(',').filter((range) => range.trim() !== '')
  const [, first, last] = /^[ \t]*(\d*)-(\d*)[ \t]*$/.exec(ranges[0] ?? '') ?? []
  const isOne = ranges.length === 1 && first !== undefined && last !== undefined
  if (!isOne || (first === '' && last === '')) return null
  // An empty file has no bytes that Content-Range could name.
  if (size === 0) return null
  if (first === '') return Number(last) === 0 ? 'unsatisfiable' : lastBytes(Number(last), size)
  if (last !== '' && Number(last) < Number(first)) return null
  if (Number(first) >= size) return 'unsatisfiable'
  return { start: Number(first), end: Math.min(Number(last || size), size - 1) }
}

function lastBytes(count: number, size: number): ByteRange {
  return { start: Math.max(size - count, 0), end: size - 1 }
}

import { requestedRange } from '../../../lib/http/ranges'

const size = 1000

test.each([
  ['bytes=0-', [0, 999]],
  ['bytes=0-0', [0, 0]],
  ['bytes=100-199', [100, 199]],
  ['BYTES= 100-199 ', [100, 199]],
  ['bytes=100-199,', [100, 199]],
  ['bytes=990-', [990, 999]],
  ['bytes=990-4000', [990, 999]],
  ['bytes=-500', [500, 999]],
  ['bytes=-1', [999, 999]],
  ['bytes=-1001', [0, 999]],
  ['bytes=0-99999999999999999999999999', [0, 999]],
])('%s requests one range', (header, [start, end]) => {
  expect(requestedRange(header, size)).toStrictEqual({ start, end })
})

test.each(['bytes=1000-', 'bytes=1000-1009', 'bytes=-0', 'bytes=99999999999999999999-'])(
  '%s has no byte of the file',
  (header) => expect(requestedRange(header, size)).toBe('unsatisfiable'),
)

test.each([
  ...[null, '', 'bytes', 'bytes=', 'bytes=-', 'bytes=a-', 'bytes=1', 'bytes=9-0', 'bytes=1-2-3'],
  ...['pieces=0-9', 'bytes=0-9,20-29', 'bytes=0-,-1', 'bytes=+1-2', 'bytes=1.5-2', 'xbytes=0-1'],
])('%s is ignored', (header) => expect(requestedRange(header, size)).toBeNull())

test.each(['bytes=0-', 'bytes=-5', 'bytes=0-0'])('%s of an empty file is ignored', (header) => {
  expect(requestedRange(header, 0)).toBeNull()
})

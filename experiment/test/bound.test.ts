// The least time that a transfer can take, and the preset that comes near it.
import { leastTime, resolveParameters, settingsOf, type Parameters } from '../src/plan/condition'

const megabit = 1e6
const size = 10e6
/** Of the bits that a link carries those of content. */
const share = (1448 / 1514) * (16384 / 16397)

function least(parameters: Parameters, link: number | null, source = 0): number | null {
  return leastTime({ size, source, link, condition: resolveParameters('c', parameters) })
}

describe('the least time', () => {
  test('is unknown without any rate', () => {
    expect(least({}, null)).toBeNull()
  })

  test('is that of one copy over the link of the source, with its headers', () => {
    const milliseconds = ((size * 8) / (10e6 * share)) * 1000
    expect(least({ peers: 1 }, 10 * megabit)).toBeCloseTo(milliseconds, 6)
    expect(least({ peers: 8 }, 10 * megabit)).toBeCloseTo(milliseconds, 6)
  })

  test('is that of a copy for each peer when together they send more slowly than one receives', () => {
    const limits = { peers: 3, exemptLocal: false, seederUp: 1e6, peerUp: 100_000 }
    // 3 copies by 1.3 MB/s
    expect(least(limits, null)).toBeCloseTo((3 * size) / (1.3e3 * (16384 / 16397)), 6)
  })

  test('is that of the slowest receiver', () => {
    const limits = { peers: 2, exemptLocal: false, peerDown: 50_000 }
    expect(least(limits, null)).toBeCloseTo(size / (50 * (16384 / 16397)), 6)
    expect(least({ ...limits, seederDown: 25_000 }, null, 1)).toBeCloseTo(
      size / (25 * (16384 / 16397)),
      6,
    )
  })

  test('leaves out limits that local addresses are exempt from', () => {
    expect(least({ exemptLocal: true, seederUp: 1e6 }, null)).toBeNull()
  })
})

describe('--preset swarm', () => {
  test('lets a node serve two requests of a peer at once', () => {
    const condition = resolveParameters('c', { preset: 'swarm' })
    expect(condition.pieceSize).toBe(16_384)
    expect(settingsOf(condition, 'seeder')).toMatchObject({
      max_allowed_in_request_queue: 2,
      whole_pieces_threshold: 0,
    })
  })

  test('is overridden by parameters that are given as well', () => {
    const settings = { max_allowed_in_request_queue: 3 }
    const condition = resolveParameters('c', { preset: 'swarm', settings, pieceSize: 32_768 })
    expect(condition.pieceSize).toBe(32_768)
    expect(condition.settings).toEqual({ ...settings, whole_pieces_threshold: 0 })
  })
})

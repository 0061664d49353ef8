import {
  lostBytes,
  type Rest,
  restAfter,
  restBefore,
  roundTripOf,
  settledCounters,
  sinceAll,
  sum,
} from '../src/results/counters'
import type { Counters, PeerOutcome } from '../src/results/iteration-result'
import { makeCounters as counters } from './helpers/counters'
import { rejectionOf, within } from '../../test/helpers/deadline'

/** Gives one reading after the other, and the last one from then on. */
function node(...readings: Partial<Counters>[]): () => Promise<Counters> {
  let next = 0
  return async () => counters(readings[Math.min(next++, readings.length - 1)] ?? {})
}

function rest(nodes: readonly Counters[], encryption = 'allowed'): Rest {
  return restAfter(nodes, { encryption, roundTrip: 1 })
}

function settle(...nodes: (() => Promise<Counters>)[]): ReturnType<typeof settledCounters> {
  return within(settledCounters(nodes, rest), 'counters')
}

describe('settledCounters', () => {
  test('reads until two readings are equal on every node', async () => {
    const { counters: last, settled } = await settle(
      node({ sent: 1 }, { sent: 2 }, { sent: 2 }),
      node({ sent: 5 }, { sent: 5 }, { sent: 6 }),
    )
    expect(settled).toBe(true)
    expect(last.map(({ sent }) => sent)).toEqual([2, 6])
  })

  test('goes on while something is on its way', async () => {
    const { counters: last, settled } = await settle(
      node({ sent: 10, connections: 1 }),
      node({ connections: 1 }, { connections: 1 }, { received: 10, connections: 1 }),
    )
    expect(settled).toBe(true)
    expect(last[1]?.received).toBe(10)
  })

  test('does not wait for what was lost with its connection', async () => {
    const { settled } = await settle(node({ sent: 10 }), node({ received: 7 }))
    expect(settled).toBe(true)
  })

  test('waits for a moment when a peer is still connected before a transfer', () => {
    expect(restBefore([counters({}), counters({})])).toEqual({ all: 0, content: 0 })
    expect(restBefore([counters({}), counters({ connections: 1 })])).toMatchObject({ all: 50 })
  })

  test('are marked when they do not settle', async () => {
    let sent = 0
    const { settled } = await settle(async () => counters({ sent: sent++, connections: 1 }))
    expect(settled).toBe(false)
  })

  test('passes on that a node is gone', async () => {
    const gone = settledCounters([() => Promise.reject(new Error('gone'))], rest)
    expect(await rejectionOf(gone)).toMatchObject({ message: 'gone' })
  })
})

describe('a round trip', () => {
  const connected = (peer: number, connect: number | null): PeerOutcome => {
    const times = { connect, firstBlock: 1, finish: 1 }
    return { peer, ok: true, times, pieces: null, received: null }
  }

  test('is that of the fastest connection: others waited for their turn', () => {
    expect(roundTripOf(2, [connected(1, 40_000), connected(2, 400), connected(3, null)])).toBe(400)
  })

  test('is that of the control channel when that is slower, or nothing else is known', () => {
    expect(roundTripOf(2, [connected(1, 1)])).toBe(2)
    expect(roundTripOf(2, [connected(1, null)])).toBe(2)
    expect(roundTripOf(2, [{ peer: 1, ok: false, reason: 'gone' }])).toBe(2)
  })
})

describe('bytes that were sent', () => {
  const handshake = counters({ sent: 68, received: 20, accepted: 1, connections: 1 })

  test('include the beginning of each accepted handshake, which libtorrent does not count', () => {
    expect(lostBytes(handshake)).toBe(0)
    expect(rest([handshake])).toEqual({ all: 0, content: 0 })
  })

  test('are waited for as long as all connections exist', () => {
    const later = { all: Infinity }
    expect(rest([counters({ ...handshake, sent: 69 })])).toMatchObject(later)
    expect(rest([counters({ ...handshake, sent: 69, sentPayload: 1 })], 'forced')).toMatchObject(
      later,
    )
  })

  test('may be lost with a connection that ended, and in an encrypted handshake', () => {
    const soon = { all: 52, content: 0 }
    expect(rest([counters({ ...handshake, sent: 69, ended: 2 })])).toEqual(soon)
    expect(rest([counters({ ...handshake, sent: 69 })], 'forced')).toEqual(soon)
    const content = counters({ ...handshake, sent: 69, sentPayload: 1, ended: 2 })
    expect(rest([content])).toEqual({ all: 52, content: 2002 })
  })

  test('are read until nothing has changed for the given time', async () => {
    const reader = node({ sent: 9, connections: 1, ended: 2 })
    const { settled } = await within(
      settledCounters([reader], () => ({ all: 20, content: 0 })),
      'counters',
    )
    expect(settled).toBe(true)
  })

  test('are not waited for while a node only dials another one again and again', async () => {
    const dialling = async () => {
      const dials = Math.floor(performance.now() / 200)
      return counters({ sent: 9 + 68 * dials, sentPayload: 9, connections: 1, ended: dials })
    }
    const { settled } = await within(
      settledCounters([dialling], () => ({ all: 20, content: 500 })),
      'counters',
    )
    expect(settled).toBe(true)
  })

  test('are read until content has not changed for longer', async () => {
    const start = performance.now()
    const sending = async () => {
      const packets = Math.min(3, Math.floor((performance.now() - start) / 200))
      return counters({ sent: packets, sentPayload: packets, connections: 1, ended: 1 })
    }
    const { counters: last } = await within(
      settledCounters([sending], () => ({ all: 20, content: 500 })),
      'counters',
    )
    expect(last[0]?.sentPayload).toBe(3)
  })
})

test('differences and sums leave connections and counts apart', () => {
  const [delta] = sinceAll(
    [counters({ sent: 5, connections: 3 })],
    [counters({ sent: 12, connections: 1 })],
  )
  expect(delta).toMatchObject({ sent: 7, connections: 1 })
  expect(sum([counters({ sent: 1 }), counters({ sent: 2, received: 4 })])).toMatchObject({
    sent: 3,
    received: 4,
  })
})

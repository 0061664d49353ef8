import { allArrived, noneConnected, settledCounters, sinceAll, sum } from '../src/results/counters'
import type { Counters } from '../src/results/iteration-result'
import { rejectionOf, within } from '../../test/helpers/deadline'

function counters(values: Partial<Counters>): Counters {
  return {
    sent: 0,
    sentPayload: 0,
    sentIpOverhead: 0,
    sentTracker: 0,
    received: 0,
    receivedPayload: 0,
    receivedIpOverhead: 0,
    receivedTracker: 0,
    redundant: 0,
    failed: 0,
    connections: 0,
    ...values,
  }
}

/** Gives one reading after the other, and the last one from then on. */
function node(...readings: Partial<Counters>[]): () => Promise<Counters> {
  let next = 0
  return async () => counters(readings[Math.min(next++, readings.length - 1)] ?? {})
}

function settle(...nodes: (() => Promise<Counters>)[]): ReturnType<typeof settledCounters> {
  return within(settledCounters(nodes, allArrived, undefined), 'counters')
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

  test('knows whether every peer has disconnected', () => {
    expect(noneConnected([counters({}), counters({})])).toBe(true)
    expect(noneConnected([counters({}), counters({ connections: 1 })])).toBe(false)
  })

  test('are marked when they do not settle', async () => {
    let sent = 0
    const { settled } = await settle(async () => counters({ sent: sent++, connections: 1 }))
    expect(settled).toBe(false)
  })

  test('passes on that a node is gone', async () => {
    const gone = settledCounters([() => Promise.reject(new Error('gone'))], allArrived, undefined)
    expect(await rejectionOf(gone)).toMatchObject({ message: 'gone' })
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

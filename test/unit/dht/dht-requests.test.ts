// Requests to a DHT that has not started: libtorrent looks up the names of its bootstrap nodes first.
import { answer, lookUp } from '../../../lib/dht/requests'
import { AlertMask } from '../../../lib/alerts/mask'
import { PendingPromises } from '../../../lib/alerts/pending'
import { waitLimit, rejectionOf, within } from '../../helpers/deadline'
import type { DhtPort } from '../../../lib/dht/requests'

interface FakeDht extends DhtPort {
  runs: boolean
  enabled: boolean
  /** How often isRunning() was called. */
  checks: number
}

function fakeDht(): FakeDht {
  const dht: FakeDht = {
    runs: false,
    enabled: true,
    checks: 0,
    pending: new PendingPromises(new AlertMask(undefined)),
    isRunning: async () => {
      dht.checks++
      return dht.runs
    },
    isEnabled: async () => dht.enabled,
    postStats: () => {},
  }
  return dht
}

const put = (dht: DhtPort, send: () => void, timeout = waitLimit): Promise<unknown> =>
  answer(dht, 'dht_put', () => true, { send, options: { timeout } })

const checkedTwice = async (dht: FakeDht): Promise<void> => {
  const before = dht.checks
  while (dht.checks < before + 2) await new Promise(setImmediate)
}

test('a request is sent again once the DHT has started', async () => {
  const dht = fakeDht()
  let sent = 0
  const peers = lookUp(dht, 'ab', { send: () => sent++, options: { timeout: waitLimit } })
  await checkedTwice(dht)
  expect(sent).toBe(1) // for what is wrong with its arguments
  dht.runs = true
  expect(await within(peers, 'the end of the lookup')).toStrictEqual([])
  expect(sent).toBe(2)
})

test('the error of a deadline says that the DHT had not started', async () => {
  const request = put(fakeDht(), () => {}, 20)
  expect(await rejectionOf(request)).toMatchObject({
    name: 'TimeoutError',
    message: 'no DHT (enable_dht is on, but it has not started yet) within 20 ms',
  })
})

test('a request rejects when the DHT is turned off before it has started', async () => {
  const dht = fakeDht()
  const failure = rejectionOf(put(dht, () => {}))
  await checkedTwice(dht)
  dht.enabled = false
  expect(await failure).toMatchObject({ code: 'dht_not_running' })
})

test('a wrong argument rejects at once', async () => {
  const dht = fakeDht()
  const wrong = new RangeError('wrong')
  const request = put(dht, () => {
    throw wrong
  })
  expect(await rejectionOf(request)).toBe(wrong)
  expect(dht.checks).toBe(1)
})

test('a request that has rejected is not sent', async () => {
  const dht = fakeDht()
  let sent = 0
  await rejectionOf(put(dht, () => sent++, 0))
  dht.runs = true
  const other = fakeDht()
  const started = put(other, () => {}).catch(() => {})
  for (let i = 0; i < 2; i++) await checkedTwice(other) // longer than the pause of the first request
  other.pending.close()
  await started
  expect(sent).toBe(1)
})

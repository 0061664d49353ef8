import type { TransferStatus } from '../../experiment/src/transfer/monitor'
import type { Display } from '../../experiment/src/ui/display'
import { Estimate } from '../../experiment/src/ui/estimate'
import { PeersView } from '../../experiment/src/ui/peersView'
import { makePlan } from './helpers/runs'

interface Shown {
  total: number
  done: number
  note: string
}

/** A display that remembers which bars it shows. */
class Remembering implements Display {
  readonly bars = new Map<string, Shown>()

  constructor(readonly isLive = true) {}

  say(): void {
    throw new Error('nothing is to be said')
  }

  sayAll(): void {
    this.say()
  }

  progress(name: string, total: number): ReturnType<Display['progress']> {
    const bar: Shown = { total, done: 0, note: '' }
    this.bars.set(name, bar)
    return {
      update: (done, note = '') => Object.assign(bar, { done, note }),
      setTotal: (total) => Object.assign(bar, { total }),
      end: () => this.bars.delete(name),
    }
  }

  close(): void {
    this.bars.clear()
  }
}

function at(done: number, downRate: number): TransferStatus {
  return { done, total: 1000, downRate, upRate: 0, peers: 1 }
}

describe('the view of the peers', () => {
  it('has a bar for each, with its rate and the time that is left', () => {
    const display = new Remembering()
    const view = new PeersView(display, [0, 1, 2])
    view.show(1, at(200, 100))
    view.show(2, at(1000, 50))
    view.show(0, at(0, 0))
    expect([...display.bars]).toEqual([
      ['seeder', { total: 1000, done: 0, note: 'waiting' }],
      ['peer 1', { total: 1000, done: 200, note: '100 B/s, 8.00 s left' }],
      ['peer 2', { total: 1000, done: 1000, note: 'done' }],
    ])
    view.end()
    expect(display.bars.size).toBe(0)
  })

  it('has one bar for many', () => {
    const display = new Remembering()
    const view = new PeersView(
      display,
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    for (let peer = 1; peer <= 50; peer++) view.show(peer, at(500, 10))
    expect([...display.bars.values()]).toEqual([
      { total: 50_000, done: 25_000, note: '500 B/s, 50.0 s left' },
    ])
  })

  it('is silent where nobody looks', () => {
    const display = new Remembering(false)
    new PeersView(display, [1]).show(1, at(1, 1))
    expect(display.bars.size).toBe(0)
  })
})

describe('the estimate', () => {
  const plan = makePlan({
    ...{ name: '', conditions: ['default'], peers: 1 },
    steps: [
      { size: 10, iterations: 3, warmUps: 1 },
      { size: 1000, iterations: 2 },
    ],
  })

  it('goes by what each step has taken so far', () => {
    const estimate = new Estimate(plan)
    expect(String(estimate)).toBe('')
    estimate.add(0, 10)
    expect(String(estimate)).toBe('more than 30.0 ms left')
    estimate.add(0, 30)
    estimate.add(1, 1000)
    expect(String(estimate)).toBe('about 1.04 s left')
  })

  it('does not take earlier iterations for quick ones', () => {
    const estimate = new Estimate(plan)
    for (let i = 0; i < 3; i++) estimate.add(0, null)
    expect(String(estimate)).toBe('')
    estimate.add(1, 500)
    expect(String(estimate)).toBe('more than 500 ms left')
  })
})

import stringWidth from 'string-width'
import { failedIteration, type IterationResult } from '../src/results/iteration-result'
import { RunView, Estimate } from '../src/cli/run-view'
import { failuresOf, tallyOf, scheduleOf } from '../src/plan/plan'
import type { TransferProgress } from '../src/node/transfer'
import { barLine, type Display } from '../src/cli/display'
import { PeersView } from '../src/cli/transfer-views'
import { makePlan, makeRun } from './helpers/runs'

interface Shown {
  total: number
  done: number
  notes: string[]
}

/** A display that remembers which bars it shows, and what it says. */
class Remembering implements Display {
  readonly bars = new Map<string, Shown>()
  readonly lines: string[] = []

  constructor(readonly isLive = true) {}

  print(line: string): void {
    this.lines.push(line)
  }

  printLines(lines: string): void {
    this.print(lines)
  }

  progress(name: string, total: number): ReturnType<Display['progress']> {
    const bar: Shown = { total, done: 0, notes: [] }
    this.bars.set(name, bar)
    return {
      update: (done, ...notes) => Object.assign(bar, { done, notes }),
      setTotal: (total) => Object.assign(bar, { total }),
      end: () => this.bars.delete(name),
    }
  }

  close(): void {
    this.bars.clear()
  }
}

function at(done: number, rate: number, total = 1000): TransferProgress {
  return { done, total, rate, uploadRate: 0, peers: 1, trouble: null }
}

describe('the view of the peers', () => {
  test('has a bar for each, with its rate and the time that is left', () => {
    const display = new Remembering()
    const view = new PeersView(display, [0, 1, 2])
    view.show(1, at(200, 100))
    view.show(2, at(1000, 50))
    view.show(0, at(0, 0))
    expect([...display.bars]).toEqual([
      ['seeder', { total: 1000, done: 0, notes: ['waiting', '0 of 1.00 kB'] }],
      ['peer 1', { total: 1000, done: 200, notes: ['100 B/s', '8 s left', '0.200 of 1.00 kB'] }],
      ['peer 2', { total: 1000, done: 1000, notes: ['done', '1.00 of 1.00 kB'] }],
    ])
    view.end()
    expect(display.bars.size).toBe(0)
  })

  test('has one bar for many', () => {
    const display = new Remembering()
    const view = new PeersView(
      display,
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    for (let peer = 1; peer <= 50; peer++) view.show(peer, at(500, 10))
    expect([...display.bars.values()]).toEqual([
      { total: 50_000, done: 25_000, notes: ['500 B/s', '50 s left', '25.0 of 50.0 kB'] },
    ])
  })

  test('prints nothing without a terminal', () => {
    const display = new Remembering(false)
    new PeersView(display, [1]).show(1, at(1, 1))
    expect(display.bars.size).toBe(0)
  })
})

describe('the line of a bar', () => {
  const notes = [
    '20 of 57 iterations',
    'about 12 s left',
    '10 KiB, under a long name',
    'median 2 ms',
  ]

  test.each([40, 60, 80, 120, 200])('fits %i columns', (columns) => {
    for (const name of ['run', 'a plan with a name that is longer than its column'])
      expect(barLine(0.34, { name, notes }, columns).length).toBeLessThan(columns)
  })

  test('has the count and the time left on 80 columns, and more notes where there is room', () => {
    const line = barLine(0.34, { name: 'demonstration', notes }, 80)
    expect(line).toMatch(/^demonstration \[=+-+\] 34% {2}20 of 57 iterations {2}about 12 s left$/)
    expect(barLine(0.34, { name: 'demonstration', notes }, 160)).toContain('median 2 ms')
  })

  test('shows the beginning of a sentence that is too long', () => {
    const notes = ['0 of 30 MB', 'the tracker udp://127.0.0.1:1/announce did not answer']
    const line = barLine(0, { name: 'fetching', notes }, 80)
    expect(line).toMatch(/ {2}0 of 30 MB {2}the tracker .*…$/)
    expect(line.length).toBeLessThan(80)
  })

  test('counts characters that take two columns', () => {
    const wide = barLine(0, { name: 'run', notes: ['漢'.repeat(40)] }, 80)
    expect(stringWidth(wide)).toBeLessThan(80)
    expect(wide).toMatch(/漢…$/)
  })
})

describe('the estimate', () => {
  const plan = makePlan({
    name: '',
    conditions: ['default'],
    peers: 2,
    steps: [
      { size: 10_000, iterations: 3, warmUps: 1 },
      { size: 100_000_000, iterations: 2 },
    ],
  })

  test('measures the work of an iteration by its bytes, and a cost that each one has', () => {
    const estimate = new Estimate(plan)
    estimate.add(0, 100)
    const small = estimate.done()
    estimate.add(1, 2000)
    const large = estimate.done() - small
    expect(large - small).toBe(2 * (100_000_000 - 10_000))
    expect(estimate.total).toBe(4 * small + 2 * large)
    estimate.add(1, null)
    for (let i = 0; i < 3; i++) estimate.add(0, null)
    expect(estimate.done()).toBe(estimate.total)
  })

  test('goes by what each step has taken so far', () => {
    const estimate = new Estimate(plan)
    expect(estimate.timeLeft()).toBe('')
    estimate.add(0, 10_000)
    estimate.add(1, 50_000)
    expect(estimate.timeLeft()).toBe('about 80 s left')
  })

  test('takes a step that has not begun to be as fast as others, by work', () => {
    const estimate = new Estimate(plan)
    for (let i = 0; i < 4; i++) estimate.add(0, 100)
    // 210 MB of work each, where 10 MB took 0.1 s
    expect(estimate.timeLeft()).toBe('about 4 s left')
  })

  test('counts the bytes of the iteration that goes on', () => {
    const estimate = new Estimate(plan)
    for (let i = 0; i < 4; i++) estimate.add(0, null)
    const before = estimate.done()
    const current = { step: 1, bytes: 95_000_000, time: 10_000 }
    expect(estimate.done(current) - before).toBe(105_000_000)
    // half of one iteration is done after 10 s, and three halves are left
    expect(estimate.timeLeft(current)).toBe('about 30 s left')
    expect(estimate.timeLeft({ ...current, bytes: 0 })).toBe('')
  })

  test('does not take earlier iterations for quick ones', () => {
    const estimate = new Estimate(plan)
    for (let i = 0; i < 3; i++) estimate.add(0, null)
    expect(estimate.timeLeft()).toBe('')
    estimate.add(1, 5000)
    expect(estimate.timeLeft()).toBe('about 5 s left')
  })
})

describe('the view of a run', () => {
  const shape = {
    name: 'some',
    conditions: ['default'],
    peers: 3,
    steps: [
      { size: 10_000, iterations: 3, warmUps: 1 },
      { size: 1_000_000, iterations: 2, warmUps: 1 },
    ],
  }
  const { plan, results } = makeRun(shape)

  function shown(display: Remembering): Shown {
    return display.bars.get('some')!
  }

  function carriedOut(view: RunView, all: readonly IterationResult[]): void {
    for (const result of all) {
      view.begin(result)
      view.result(result)
    }
  }

  test('counts iterations without warm-ups, from the first line to the last', () => {
    const display = new Remembering()
    const view = new RunView(display)
    view.start(plan)
    expect(display.lines).toEqual([
      'some: 5 iterations in 2 steps, 3 peers; warm-ups that do not count: 2',
    ])
    const counts = results.map((result) => {
      carriedOut(view, [result])
      return shown(display).notes[0]
    })
    expect(counts).toEqual([0, 1, 2, 3, 3, 4, 5].map((done) => `${done} of 5 iterations`))
    expect(display.lines.slice(1)).toEqual([
      expect.stringMatching(/^10\.0 kB: 3 of 3 iterations, median /),
      expect.stringMatching(/^1\.00 MB: 2 of 2 iterations, median /),
    ])
    expect(shown(display).done).toBe(shown(display).total)
  })

  test('shows right after --resume what was done before, and ends the step that was begun then', () => {
    const display = new Remembering()
    const view = new RunView(display, results.slice(0, 3))
    view.start(plan)
    expect(display.lines[1]).toBe('2 of 5 iterations are done already')
    expect(shown(display).notes).toEqual(['2 of 5 iterations'])
    expect(shown(display).done).toBeGreaterThan(0)
    carriedOut(view, results.slice(3, 4))
    expect(display.lines[2]).toMatch(/^10\.0 kB: 3 of 3 iterations, median /)
  })

  test('advances with the bytes of a transfer that goes on', () => {
    const display = new Remembering()
    const view = new RunView(display, results.slice(0, 4))
    view.start(plan)
    const before = shown(display).done
    view.begin(scheduleOf(plan)[4]!)
    view.progress(1, at(400_000, 1, 1_000_000))
    const some = shown(display).done
    view.progress(2, at(100_000, 1, 1_000_000))
    expect(some).toBeGreaterThan(before)
    expect(shown(display).done - some).toBe(100_000)
    expect(shown(display).notes[1]).toMatch(/^about \d+ s left$/)
  })

  test('names what failed by its step and its number in that', () => {
    const display = new Remembering()
    const view = new RunView(display)
    view.start(plan)
    carriedOut(
      view,
      scheduleOf(plan)
        .slice(0, 2)
        .map((scheduled) => failedIteration(scheduled, '', 'no')),
    )
    expect(display.lines.slice(1)).toEqual([
      '10.0 kB, warm-up 1 failed: no',
      '10.0 kB, iteration 1 failed: no',
    ])
  })
})

describe('the tally of a run', () => {
  const { plan, results } = makeRun({
    name: 'some',
    conditions: ['default'],
    peers: 1,
    steps: [{ size: 10, iterations: 4, warmUps: 2 }],
    fails: (iteration) => (iteration === 1 || iteration === 4 ? 'no' : null),
  })

  test('counts iterations and warm-ups apart', () => {
    expect(tallyOf(plan.steps, results.slice(0, 5))).toEqual({
      iterations: { planned: 4, ok: 2, failed: 1, notRun: 1 },
      warmUps: { planned: 2, ok: 1, failed: 1, notRun: 0 },
    })
  })

  test('counts the failures of each', () => {
    expect(failuresOf(tallyOf(plan.steps, results))).toEqual([
      '1 of 4 iterations failed',
      '1 of 2 warm-ups failed',
    ])
    expect(failuresOf(tallyOf(plan.steps, []))).toEqual([])
  })
})

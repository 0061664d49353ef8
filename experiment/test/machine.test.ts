// What is recorded of the machine of a node.
import {
  machine,
  machineWarning,
  readProcessorTime,
  stealBetween,
  thisMachine,
  withEarlier,
} from '../src/results/environment'
import { runPage } from '../src/report/page/run-page'
import { formatRun } from '../src/report/terminal'
import { makeRun } from './helpers/runs'
import { single } from './helpers/shapes'

const own = thisMachine()
const nothing = { summaries: [], figures: [], effects: [], interactions: [] }

test('the record of this machine has the form that messages and files need', () => {
  expect(machine.parse(own)).toEqual(own)
  expect(own.load).toBeGreaterThanOrEqual(0)
})

test('a machine is loaded when more processes than half of its cores wanted one', () => {
  const host = { ...own, host: 'busy-host', cores: 4 }
  expect(machineWarning([{ ...host, load: 2 }])).toBeNull()
  expect(machineWarning([host, { ...host, load: 2.1 }])).toMatch(
    /^Other work kept more than half of the cores busy .* on busy-host: /,
  )
})

test('a machine is warned of that lost more than 1 % of its time to others', () => {
  const host = { ...own, host: 'robbed-host', load: 0 }
  expect(machineWarning([host, { ...host, steal: 0.01 }])).toBeNull()
  const robbed = { ...host, steal: 0.011 }
  expect(machineWarning([robbed])).toMatch(/^The hypervisor gave .* on robbed-host: times may /)
  expect(machineWarning([{ ...robbed, load: 99 }])).toMatch(/^Other .* on robbed-host\. The hyp/)
})

test('steal is the share of the time between two readings of all processors', () => {
  const reading = (...ticks: number[]) =>
    readProcessorTime(`cpu  ${ticks.join(' ')} 5 0 cpu0 1 2 3 4 5 6 7 8 9 10`)
  // user, nice, system, idle, iowait, irq, softirq, steal
  const before = reading(10, 10, 10, 100, 10, 10, 10, 40)
  expect(before).toEqual({ all: 200, stolen: 40 })
  expect(stealBetween(before, reading(20, 10, 10, 160, 10, 10, 10, 70))).toBe(0.3)
  expect(stealBetween(before, reading(20, 10, 10, 160, 10, 10, 10, 39))).toBe(0)
  expect([stealBetween(before, before), stealBetween(null, before)]).toEqual([null, null])
  expect(readProcessorTime('')).toBeNull()
  if (process.platform === 'linux') expect(readProcessorTime()!.all).toBeGreaterThan(0)
})

test('a node keeps the larger load and steal of two parts of a run, on one machine', () => {
  const later = { ...own, process: 2, load: 1, steal: 0.1 }
  const loaded = { ...own, process: 1, load: 9, steal: null }
  expect(withEarlier(later, loaded)).toEqual({ ...later, load: 9 })
  expect(withEarlier(loaded, later)).toEqual({ ...loaded, steal: 0.1 })
  expect(withEarlier(later, { ...loaded, host: 'other-host' })).toEqual(later)
  expect(withEarlier(later, undefined)).toEqual(later)
})

test('the record of a Linux machine has its clock source and the settings of TCP', () => {
  if (process.platform !== 'linux') return
  expect(own.clock).toMatch(/\bsource \w+/)
  expect(own.tcp).toMatch(/^congestion control \w+, rmem \d+ \d+ \d+, wmem \d+ \d+ \d+$/)
})

test('a report warns of a loaded machine by its host, on the page and on the terminal', () => {
  const run = makeRun(single)
  const nodes = run.nodes.map((node) => ({ ...node, host: 'busy-\u001b]0;host', load: 9 }))
  const layout = { columns: 80, colour: false }
  const shown = (busy: typeof run.nodes): string[] =>
    [runPage({ ...run, nodes: busy }, nothing), formatRun([], layout, busy)].map((text) =>
      text.replace(/\s+/g, ' '),
    )
  const warning = 'Other work kept more than half of the cores busy when the run began, on busy-'
  for (const text of shown(run.nodes)) expect(text).not.toContain(warning)
  for (const text of shown(nodes)) expect(text).toContain(`${warning}\\u{1b}]0;host`)
})

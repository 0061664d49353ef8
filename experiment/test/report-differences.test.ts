import type { Run } from '../src/results/run-directory'
import type { Condition } from '../src/plan/condition'
import { type Difference, differencesOf, unknownOf, valuesOf } from '../src/report/differences'
import { formatComparison } from '../src/report/terminal'
import { makeRun } from './helpers/runs'
import { classroom, single } from './helpers/shapes'

const base = makeRun(classroom)
const [defaults] = base.plan.conditions

function withCondition(changes: Partial<Condition>): Run {
  return { ...base, plan: { ...base.plan, conditions: [{ ...defaults!, ...changes }] } }
}

/** What differs, and the values. */
function differencesBetween(...runs: Run[]): [what: string, ...values: Difference['values']][] {
  return differencesOf(runs).map(({ what, values }) => [what, ...values])
}

test('runs of the same plan on the same machine differ in nothing, whenever they began', () => {
  const again = { ...base, startedAt: '2026-02-02T00:00:00.000Z', directory: 'again', results: [] }
  expect(differencesBetween(base, again)).toEqual([])
  expect(formatComparison([base, again], [], { columns: 80, colour: false })).toContain(
    'The runs differ in nothing that was recorded.',
  )
})

test('parameters of a condition differ one by one', () => {
  const other = withCondition({
    name: 'other',
    transport: 'utp',
    libtorrentDefaults: true,
    seederUp: 2e6,
    seederSettings: { unchoke_slots_limit: 4 },
  })
  expect(differencesBetween(base, other)).toEqual([
    ['transport', 'tcp', 'utp'],
    ['seederUp', 'no limit', '2.00 MB/s'],
    ['libtorrentDefaults', 'off', 'on'],
    ['seederSettings.unchoke_slots_limit', 'not set', '4'],
  ])
})

test('plans differ in steps, order, content, timeout and timeline', () => {
  const [first, ...rest] = base.plan.steps
  const steps = [{ ...first!, iterations: 7 }, ...rest.slice(1)]
  const changes = { shuffle: 5, contentSeed: 1, timeout: 9000, timeline: 'none' as const }
  expect(differencesBetween(base, { ...base, plan: { ...base.plan, ...changes, steps } })).toEqual([
    ['10 KiB', '60 iterations after 5 warm-ups', '7 iterations after 5 warm-ups'],
    ['100 KiB', '20 iterations', 'not transferred'],
    ['order', 'step by step', 'shuffled, seed 5'],
    ['content', 'new each time', 'of seed 1'],
    ['timeout', '60 s, and 1 s more per MB', '9 s'],
    ['timeline', 'all', 'none'],
  ])
})

test('machines and versions differ, and say which nodes were where', () => {
  const nodes = base.nodes.map((node, index) => {
    return index === 0 ? { ...node, cores: 8 } : { ...node, libtorrent: '2.0.9.0', process: index }
  })
  expect(differencesBetween(base, { ...base, nodes })).toEqual([
    ['cores', '2', '8 (seeder), 2 (peers 1 to 3)'],
    ['libtorrent', '2.0.8.0', '2.0.8.0 (seeder), 2.0.9.0 (peers 1 to 3)'],
    ['processes', '1 for 4 nodes', '4 for 4 nodes'],
  ])
})

test('settings that libtorrent had differ, by node where nodes differ', () => {
  const settings = [
    { condition: 'default', nodes: [0], settings: [] },
    {
      condition: 'default',
      nodes: [1, 2, 3],
      settings: [{ setting: 'warp_speed', value: 8, default: 1 }],
    },
  ]
  expect(differencesOf([base, { ...base, settings }])).toEqual([
    {
      about: 'libtorrent setting',
      what: 'warp_speed',
      values: ['9', 'default (seeder), 8 (peers 1 to 3)'],
    },
  ])
})

test('options differ, ports left out', () => {
  const options = { netns: true, rate: 1e7, delay: 20, port: 7700, trackerPort: 1 }
  expect(differencesBetween(base, { ...base, options })).toEqual([
    ['--netns', 'not given', 'on'],
    ['--rate', 'not given', '10000000 bit/s'],
    ['--delay', 'not given', '20 ms'],
  ])
})

test('conditions go by their names where a run has several, and one that is missing is no difference', () => {
  const two = makeRun({ ...single, conditions: ['tcp', 'utp'] })
  const [tcp, utp] = two.plan.conditions
  const changed = { ...two, plan: { ...two.plan, conditions: [{ ...tcp!, peers: 2 }, utp!] } }
  expect(differencesBetween(two, changed)).toEqual([['tcp: peers', '1', '2']])
  const fewer = { ...two, plan: { ...two.plan, conditions: [tcp!] } }
  expect(differencesBetween(two, fewer)).toEqual([])
})

test('three runs share values', () => {
  const [difference] = differencesOf([base, withCondition({ disk: 'mmap' }), base])
  expect(valuesOf(difference!, ['A', 'B', 'C'])).toEqual([
    { value: 'posix', runs: ['A', 'C'] },
    { value: 'mmap', runs: ['B'] },
  ])
})

test('what was not recorded is not taken for a difference, and reported', () => {
  const less = { ...base, nodes: [], settings: null }
  expect(differencesBetween(base, less)).toEqual([])
  expect(unknownOf([base, less], ['A', 'B'])).toEqual([
    'Not recorded of B: machines.',
    "Not recorded of B: libtorrent's settings.",
  ])
  expect(formatComparison([base, less], [], { columns: 80, colour: false })).toContain(
    'Not recorded of B: machines.',
  )
})

import type { Machine } from '../results/environment'
import type { Run } from '../results/run-directory'
import type { Condition } from '../plan/condition'
import { parameterEntries } from '../plan/parameters'
import { formatCount, formatSize } from '../util/units'
import { haveConditions, keyOf } from './compare'
import { nodeNames } from './format'

/** One thing in which runs differ. */
export interface Difference {
  readonly about: 'plan' | 'parameter' | 'libtorrent setting' | 'option' | 'machine'
  readonly what: string
  /** By run; null where a run has no such thing. */
  readonly values: readonly (string | null)[]
}

/** What was the same in some runs, with those; in the order of the runs. */
interface SharedValue {
  readonly value: string
  readonly runs: readonly string[]
}

/** What is known of one run about one thing. */
interface Facts {
  readonly about: Difference['about']
  /** The condition that it is about; empty when that goes without saying. */
  readonly condition: string
  readonly values: ReadonlyMap<string, string>
  /** Value of a run that lacks what another one has. */
  readonly otherwise: string
}

/** Everything but their results in which runs differ: what they were to do, with which parameters, and where. */
export function differencesOf(runs: readonly Run[]): Difference[] {
  const all = runs.map((run) => factsOf(run, runs))
  const keys = new Set(all.flatMap((facts) => facts.map(keyOfFacts)))
  return [...keys].flatMap((key) => {
    const ofRuns = all.map((facts) => facts.find((some) => keyOfFacts(some) === key) ?? null)
    const names = new Set(ofRuns.flatMap((facts) => [...(facts?.values.keys() ?? [])]))
    const [one] = ofRuns.filter((facts) => facts !== null)
    if (!one) return []
    return [...names].flatMap((name): Difference[] => {
      const values = ofRuns.map((facts) => facts && (facts.values.get(name) ?? facts.otherwise))
      // a run that has nothing of the kind, such as the condition, is not what differs
      const known = new Set(values.filter((value) => value !== null))
      if (known.size < 2) return []
      const what = one.condition === '' ? name : `${one.condition}: ${name}`
      return [{ about: one.about, what, values }]
    })
  })
}

/** The values of a difference, each once. @param names of the runs */
export function valuesOf({ values }: Difference, names: readonly string[]): SharedValue[] {
  return [...indexesOf(values)].map(([value, runs]) => ({
    value,
    runs: runs.map((index) => names[index] ?? ''),
  }))
}

/** Where each value stands; null is left out. */
function indexesOf(values: readonly (string | null)[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  values.forEach((value, index) => {
    if (value !== null) found.set(value, [...(found.get(value) ?? []), index])
  })
  return found
}

/** Rows of a table: what differs, runs, their value. @param names of the runs */
export function differenceRows(runs: readonly Run[], names: readonly string[]): string[][] {
  return differencesOf(runs).flatMap((difference) =>
    valuesOf(difference, names).map(({ value, runs }, index) => [
      index === 0 ? difference.what : '',
      runs.join(', '),
      value,
    ]),
  )
}

/** What can not be compared, in sentences. @param names of the runs */
export function unknownOf(runs: readonly Run[], names: readonly string[]): string[] {
  const without = (what: string, isMissing: (run: Run) => boolean) => {
    const found = runs.flatMap((run, index) => (isMissing(run) ? [names[index] ?? ''] : []))
    return found.length > 0 ? [`Not recorded of ${found.join(', ')}: ${what}.`] : []
  }
  return [
    ...without('machines', ({ nodes }) => nodes.length === 0),
    ...without("libtorrent's settings", ({ settings }) => settings === null),
  ]
}

function keyOfFacts({ about, condition }: Facts): string {
  return JSON.stringify([about, condition])
}

function factsOf(run: Run, runs: readonly Run[]): Facts[] {
  const byName = haveConditions(runs)
  const nameOf = (condition: string) => (byName ? condition : '')
  return [
    planFacts(run, runs),
    ...run.plan.conditions.map((condition): Facts => {
      const values = parameterValues(condition)
      return { about: 'parameter', condition: nameOf(condition.name), values, otherwise: 'not set' }
    }),
    optionFacts(run),
    ...machineFacts(run),
    ...settingFacts(run, nameOf),
  ]
}

function planFacts({ plan }: Run, runs: readonly Run[]): Facts {
  const { shuffle, contentSeed, timeout, timeline } = plan
  const steps = plan.steps.map((step) => {
    const { file, fileName, iterations, warmUps } = step
    const content = file === null ? '' : ` of ${fileName}`
    const before = warmUps > 0 ? ` after ${formatCount(warmUps, 'warm-up')}` : ''
    const what = `${formatCount(iterations, 'iteration')}${content}${before}`
    return [keyOf(plan, step, runs), what] as const
  })
  const values = new Map([
    ...merged(steps),
    ['order', shuffle === null ? 'step by step' : `shuffled, seed ${shuffle}`],
    ['content', contentSeed === null ? 'new each time' : `of seed ${contentSeed}`],
    ['timeout', timeout === null ? '60 s, and 1 s more per MB' : `${timeout / 1000} s`],
    ['timeline', timeline],
  ])
  return { about: 'plan', condition: '', values, otherwise: 'not transferred' }
}

/** Several steps may transfer the same. */
function merged(steps: readonly (readonly [string, string])[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const [what, value] of steps) {
    const before = values.get(what)
    values.set(what, before === undefined ? value : `${before}, ${value}`)
  }
  return values
}

/** By the names that the parameters have in a plan; a setting of libtorrent by `settings.name`. */
export function parameterValues(condition: Condition): Map<string, string> {
  return new Map(
    parameterEntries.flatMap(([key, { format = shownValue }]): [string, string][] => {
      const value: unknown = condition[key]
      if (typeof value !== 'object') return [[key, format(value)]]
      const settings = Object.entries({ ...value })
      return settings.map(([setting, value]) => [`${key}.${setting}`, shownValue(value)])
    }),
  )
}

/** Ports are nothing that a measurement depends on. */
function optionFacts({ options }: Run): Facts {
  const { listen, netns, rate, delay, loss, userspaceLinks, savePath, strict } = options
  const given = {
    '--listen': listen?.host,
    '--netns': netns,
    '--strict': strict,
    '--rate': rate && `${rate} bit/s`,
    '--delay': delay && `${delay} ms`,
    '--loss': loss && `${loss} %`,
    'links by VDE': userspaceLinks,
    '--save-path': savePath,
  }
  const values = new Map(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined || value === false || value === 0 ? [] : [[name, shownValue(value)]],
    ),
  )
  return { about: 'option', condition: '', values, otherwise: 'not given' }
}

const machineNames = {
  host: 'host',
  system: 'system',
  cpu: 'CPU',
  cores: 'cores',
  memory: 'memory',
  clock: 'clock',
  tcp: 'TCP',
  libtorrent: 'libtorrent',
  binding: 'libtorrent-napi',
  runtime: 'runtime',
} as const satisfies Partial<Record<keyof Machine, string>>

function machineFacts({ nodes }: Run): Facts[] {
  if (nodes.length === 0) return []
  const names = Object.keys(machineNames) as (keyof typeof machineNames)[]
  const shown = (node: Machine, name: keyof Machine) =>
    name === 'memory' ? formatSize(node.memory) : String(node[name])
  const values = new Map<string, string>(
    names.map((name) => [machineNames[name], byNode(nodes.map((node) => shown(node, name)))]),
  )
  const processes = new Set(nodes.map(({ host, process }) => JSON.stringify([host, process]))).size
  values.set('processes', `${processes} for ${formatCount(nodes.length, 'node')}`)
  return [{ about: 'machine', condition: '', values, otherwise: '' }]
}

/** As the sessions had them. */
function settingFacts({ settings, plan }: Run, nameOf: (condition: string) => string): Facts[] {
  return plan.conditions.flatMap(({ name, peers }) => {
    const noted = settings?.filter(({ condition }) => condition === name) ?? []
    if (noted.length === 0) return []
    const changed = new Set(noted.flatMap(({ settings }) => settings.map(({ setting }) => setting)))
    const values = new Map(
      [...changed].sort().map((setting) => {
        const shown = Array.from({ length: peers + 1 }, (_, node) => {
          const entry = noted.find(({ nodes }) => nodes.includes(node))
          const found = entry?.settings.find((some) => some.setting === setting)
          if (!entry) return null
          return found ? shownValue(found.value) : 'default'
        })
        return [setting, byNode(shown)]
      }),
    )
    const about = 'libtorrent setting'
    return [{ about, condition: nameOf(name), values, otherwise: 'default' }]
  })
}

/** One value for all nodes, or the nodes of each value. @param values by node; null where it is not known */
function byNode(values: readonly (string | null)[]): string {
  const nodes = indexesOf(values)
  if (nodes.size === 1) return [...nodes.keys()].join('')
  return [...nodes].map(([value, some]) => `${value} (${nodeNames(some)})`).join(', ')
}

function shownValue(value: unknown): string {
  if (value === true) return 'on'
  if (value === false) return 'off'
  return value === '' ? "''" : String(value)
}

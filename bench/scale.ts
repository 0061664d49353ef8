// npm run bench:scale: how figures grow with sizes and numbers, with a fit of the growth.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { linearRegression, linearRegressionLine, rSquared } from 'simple-statistics'
import { environment } from './harness/environment'
import { measure } from './harness/measure'
import { benchRoot } from './harness/implementations'
import { number, table } from './harness/report'
import { trials } from './trials'

interface Curve {
  readonly trial: string
  readonly parameter: string
  readonly values: readonly number[]
  /** The other parameters, where the trial's own are too much. */
  readonly others?: object
  readonly metric: string
  readonly competitors: readonly string[]
}

const powers = (base: number, from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => base ** (from + i * step))

const curves: readonly Curve[] = [
  {
    trial: 'transfer',
    parameter: 'bytes',
    values: powers(2, 20, 30, 2),
    metric: 'wall',
    competitors: ['ours, preset', 'C++, preset'],
  },
  {
    trial: 'swarm',
    parameter: 'leechers',
    values: powers(2, 0, 4),
    metric: 'wall',
    others: { bytes: 2 ** 25 },
    competitors: ['ours, preset', 'C++, preset'],
  },
  {
    trial: 'torrents',
    parameter: 'count',
    values: [100, 1000, 10_000],
    metric: 'add',
    competitors: ['ours', 'C++', 'python'],
  },
  {
    trial: 'torrents',
    parameter: 'count',
    values: [100, 1000, 10_000],
    metric: 'status',
    competitors: ['ours', 'C++', 'python'],
  },
  {
    trial: 'alerts',
    parameter: 'count',
    values: powers(10, 2, 6),
    metric: 'each',
    competitors: ['ours, unsubscribed', 'ours, fields', 'ours, messages', 'python, fields'],
  },
  {
    trial: 'waits',
    parameter: 'count',
    values: powers(10, 2, 4),
    metric: 'each',
    competitors: ['torrent.waitFor', 'session.waitFor, filtered'],
  },
]

/** value ~ parameter ^ exponent, fitted to the logarithms. */
interface Growth {
  readonly exponent: number
  readonly rSquared: number
}

interface Line {
  readonly competitor: string
  readonly points: readonly (readonly [number, number])[]
  readonly growth: Growth
}

function growthOf(points: Line['points']): Growth {
  const logarithms = points.map((point) => point.map(Math.log))
  const fit = linearRegression(logarithms)
  return { exponent: fit.m, rSquared: rSquared(logarithms, linearRegressionLine(fit)) }
}

async function linesOf(curve: Curve, smoke: boolean, repetitions: number): Promise<Line[]> {
  const trial = trials.find(({ name }) => name === curve.trial)
  if (!trial) throw new Error(`there is no trial ${curve.trial}`)
  const { competitors, metric, parameter } = curve
  const values = smoke ? curve.values.slice(0, 2) : curve.values
  const points = new Map(competitors.map((name): [string, [number, number][]] => [name, []]))
  for (const value of values) {
    const own = smoke ? trial.smoke : { ...(trial.full as object), ...curve.others }
    const parameters = { ...(own as object), [parameter]: value }
    const options = { smoke, repetitions, competitors, parameters, log: console.error }
    const { competitors: measured } = await measure(trial, options)
    for (const [name, figures] of Object.entries(measured)) {
      points.get(name)?.push([value, figures[metric]?.median ?? NaN])
    }
  }
  return [...points].map(([competitor, points]) => ({
    competitor,
    points,
    growth: growthOf(points),
  }))
}

function text({ trial, parameter, metric }: Curve, lines: readonly Line[]): string {
  const unit = trials.find(({ name }) => name === trial)?.units[metric] ?? ''
  const values = lines[0]?.points.map(([value]) => value) ?? []
  const head = [`${metric}, ${unit}`, ...values.map(String), 'exponent', 'r²']
  const rows = lines.map(({ competitor, points, growth }) => [
    competitor,
    ...points.map(([, value]) => number(value)),
    ...[growth.exponent.toFixed(2), growth.rSquared.toFixed(3)],
  ])
  return `## ${trial}: ${metric} by ${parameter}\n\n${table([head, ...rows])}\n`
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      out: { type: 'string', default: benchRoot },
      repetitions: { type: 'string', default: '3' },
      smoke: { type: 'boolean', default: false },
    },
  })
  const chosen = curves.filter(({ trial }) => values.only?.split(',').includes(trial) ?? true)
  const intro = `# Growth\n\nWritten by \`npm run bench:scale\` on ${environment().cpu}, ${environment().cores} cores: medians of ${values.repetitions}.\nA figure grows with the power "exponent" of the parameter: 1 is in proportion.\n`
  const parts = [intro]
  for (const curve of chosen) {
    const lines = await linesOf(curve, values.smoke, values.smoke ? 1 : Number(values.repetitions))
    const part = text(curve, lines)
    console.log(part)
    parts.push(part)
  }
  mkdirSync(values.out, { recursive: true })
  writeFileSync(join(values.out, 'scale.md'), parts.join('\n'))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})

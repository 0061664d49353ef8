// docs/performance-numbers.md: a summary of bench/results.json.
import { readFileSync } from 'node:fs'

const results = JSON.parse(
  readFileSync(new URL('../../bench/results.json', import.meta.url), 'utf8'),
)

const head = `# Performance: numbers

Made by \`npm run generate\` from [bench/results.json](../bench/results.json), which \`npm run bench\` writes. Do not edit.

Medians. "Ours" is this package; "preset" is [\`fastLocalTransfer()\`](performance.md), which "ours" and "C++" have
in the trial \`small\`. "Defaults" are libtorrent's: \`tcpNoDelay\` is off. A ratio is taken within each repetition, and its median
decides. Ratios hold on other machines, within limits; absolute numbers do not.
[bench/results.md](../bench/results.md) has the ranges, and [bench/README.md](../bench/README.md) the method.`

const number = (value) =>
  value === 0 || Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(3)

function table(rows) {
  const [first, ...rest] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [first, `|${' - |'.repeat(rows[0].length)}`, ...rest].join('\n')
}

function machine({ implementations, ...facts }) {
  const listed = Object.entries({ ...facts, ...implementations }).map(
    ([name, fact]) => `${name}: ${fact}`,
  )
  return `Measured on: ${listed.join('; ')}.`
}

function figures({ competitors }) {
  const rows = Object.values(competitors)
  // a metric without a unit only counts repetitions
  const metrics = [...new Set(rows.flatMap(Object.keys))].filter((name) =>
    rows.some((row) => row[name] && row[name].unit !== ''),
  )
  const unit = (name) => rows.find((row) => row[name])[name].unit
  return table([
    ['', ...metrics.map((name) => `${name}, ${unit(name)}`)],
    ...Object.entries(competitors).map(([name, row]) => [
      name,
      ...metrics.map((metric) => (row[metric] ? number(row[metric].median) : '')),
    ]),
  ])
}

function verdicts({ verdicts: all }) {
  const found = all.filter((verdict) => verdict.found !== null)
  if (found.length === 0) return []
  const rows = found.map(({ of, wanted, found: { median, unit }, holds }) => [
    of,
    `${number(median)} ${unit}`,
    wanted,
    holds === null ? '' : holds ? 'yes' : 'no',
  ])
  return [table([['compared', 'median', 'target', 'holds'], ...rows])]
}

export function numbersPage() {
  const trials = Object.entries(results.trials).flatMap(([name, trial]) => [
    `## ${name}`,
    [trial.measures, ...(trial.remark ? [`The machine: ${trial.remark}.`] : [])].join(' '),
    figures(trial),
    ...verdicts(trial),
  ])
  return `${[head, machine(results.environment), ...trials].join('\n\n')}\n`
}

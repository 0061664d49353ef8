import { nameOfIteration, failuresOf, tallyOf } from '../../plan/plan'
import { moment, nodeNames } from '../format'
import type { NodeSettings, Machine } from '../../results/environment'
import type { Run } from '../../results/run-directory'
import { formatSize } from '../../util/units'
import { html, type Markup } from './html'
import { table } from './parts'

/** Failures that are listed one by one; all of them are in raw.jsonl. */
const mostListed = 200

/** What went wrong, by its reason and one by one. */
export function failuresSection({ plan, results }: Run, labels: readonly string[]): Markup {
  const failed = results.filter(({ ok }) => !ok)
  if (failed.length === 0)
    return html`<h2 id="failures">Failures</h2>
      <p>No iteration failed.</p>`
  const reasons = new Map<string, number>()
  for (const { reason } of failed) {
    const key = reason ?? 'no reason was given'
    reasons.set(key, (reasons.get(key) ?? 0) + 1)
  }
  const byCount = [...reasons].sort(([, a], [, b]) => b - a)
  const listed = failed.slice(0, mostListed)
  const left = failed.length - listed.length
  return html`<h2 id="failures">Failures</h2>
    ${table(
      `${failuresOf(tallyOf(plan.steps, results)).join(', ')}: why`,
      ['reason', 'times'],
      byCount.slice(0, mostListed).map(([reason, count]) => [reason, count]),
      'text',
    )}
    ${table(
      left > 0 ? `The first ${mostListed}; ${left} more are in raw.jsonl` : 'One by one',
      ['line of raw.jsonl', 'step', 'which', 'begun', 'reason'],
      listed.map((result) => [
        result.iteration,
        labels[result.step] ?? `step ${result.step}`,
        nameOfIteration(result),
        moment(result.startedAt),
        result.reason,
      ]),
      'text',
    )}`
}

const settingsHead = ['condition', 'nodes', 'setting', 'value', 'default']
const machineHead = [
  'nodes',
  'host',
  'processes',
  'system',
  'CPU',
  'cores',
  'memory',
  'libtorrent',
  'libtorrent-napi',
  'runtime',
]

/** Where it ran, and exactly what was carried out. */
export function environmentSection({ nodes, plan, options, settings }: Run): Markup {
  return html`<h2>Environment</h2>
    ${
      nodes.length === 0
        ? html`<p>The run ended before all peers were there.</p>`
        : table('Where the nodes ran', machineHead, machinesOf(nodes), 'text')
    }
    ${settings === null ? html`<p>The settings of libtorrent were not recorded.</p>` : settingsTable(settings)}
    <details>
      <summary>The plan, with every parameter, and the options of the command</summary>
      <pre>${JSON.stringify({ plan, options }, null, 2)}</pre>
    </details>`
}

function settingsTable(all: readonly NodeSettings[]): Markup {
  const rows = all.flatMap(({ condition, nodes, settings }) =>
    settings.map(({ setting, value, default: usual }) => [
      condition,
      nodeNames(nodes),
      setting,
      String(value),
      String(usual),
    ]),
  )
  return html`<details>
    <summary>${rows.length} settings that are not libtorrent's defaults</summary>
    ${table('Of listening addresses and marks of single nodes none is listed', settingsHead, rows, 'text')}
  </details>`
}

function stealOf({ steal }: Machine): string {
  return steal === null ? '' : `, steal ${(100 * steal).toFixed(1)} %`
}

/** Nodes of one host share a row. */
function machinesOf(nodes: readonly Machine[]): (string | number)[][] {
  const rows = new Map<string, { machine: Machine; nodes: number[]; processes: Set<number> }>()
  nodes.forEach((machine, node) => {
    const key = JSON.stringify({ ...machine, process: null, load: null, steal: null })
    const row = rows.get(key) ?? { machine, nodes: [], processes: new Set() }
    row.nodes.push(node)
    row.processes.add(machine.process)
    rows.set(key, row)
  })
  return [...rows.values()].map(({ machine, nodes, processes }) => [
    nodeNames(nodes),
    machine.host,
    processes.size,
    [machine.system, machine.clock, machine.tcp].filter(Boolean).join('; '),
    machine.cpu,
    `${machine.cores} (load ${machine.load.toFixed(1)}${stealOf(machine)})`,
    formatSize(machine.memory),
    machine.libtorrent,
    machine.binding,
    machine.runtime,
  ])
}

import type { Machine } from '../../results/machine'
import type { Run } from '../../results/run-directory'
import type { NodeSettings } from '../../results/changed-settings'
import { formatSize } from '../../util/units'
import { nodeNames } from '../nodes'
import { html, type Markup } from './html'
import { table } from './parts'

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
      ...[condition, nodeNames(nodes), setting, String(value), String(usual)],
    ]),
  )
  return html`<details>
    <summary>${rows.length} settings that are not libtorrent's defaults</summary>
    ${table('Of listening addresses and marks of single nodes none is listed', settingsHead, rows, 'text')}
  </details>`
}

/** Nodes of one host share a row. */
function machinesOf(nodes: readonly Machine[]): (string | number)[][] {
  const rows = new Map<string, { machine: Machine; nodes: number[]; processes: Set<number> }>()
  nodes.forEach((machine, node) => {
    const key = JSON.stringify({ ...machine, process: null })
    const row = rows.get(key) ?? { machine, nodes: [], processes: new Set() }
    row.nodes.push(node)
    row.processes.add(machine.process)
    rows.set(key, row)
  })
  return [...rows.values()].map(({ machine, nodes, processes }) => [
    ...[nodeNames(nodes), machine.host, processes.size, machine.system, machine.cpu, machine.cores],
    ...[formatSize(machine.memory), machine.libtorrent, machine.binding, machine.runtime],
  ])
}

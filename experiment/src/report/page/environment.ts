import type { Machine } from '../../measure/machine'
import type { Run } from '../../measure/runDirectory'
import type { NodeSettings } from '../../measure/settings'
import { formatSize } from '../../units'
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
      <summary>The plan, with every knob, and the options of the command</summary>
      <pre>${JSON.stringify({ plan, options }, null, 2)}</pre>
    </details>`
}

function settingsTable(all: readonly NodeSettings[]): Markup {
  const rows = all.flatMap(({ condition, nodes, settings }) =>
    settings.map(({ setting, value, default: usual }) => [
      ...[condition, namesOf(nodes), setting, String(value), String(usual)],
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
    ...[namesOf(nodes), machine.host, processes.size, machine.system, machine.cpu, machine.cores],
    ...[formatSize(machine.memory), machine.libtorrent, machine.binding, machine.runtime],
  ])
}

/** `seeder, peers 1, 3 to 50`, of numbers in ascending order. */
function namesOf(nodes: readonly number[]): string {
  const peers = nodes.filter((node) => node > 0)
  const ranges: { first: number; last: number }[] = []
  for (const peer of peers) {
    const range = ranges.at(-1)
    if (range?.last === peer - 1) range.last = peer
    else ranges.push({ first: peer, last: peer })
  }
  const names = ranges.map(({ first, last }) =>
    first === last ? `${first}` : `${first} to ${last}`,
  )
  const seeder = nodes.includes(0) ? ['seeder'] : []
  const others =
    peers.length > 0 ? [`${peers.length > 1 ? 'peers' : 'peer'} ${names.join(', ')}`] : []
  return [...seeder, ...others].join(', ')
}

import * as lt from 'libtorrent-napi'
import { z } from 'zod'

const value = z.union([z.string().max(100_000), z.number(), z.boolean()])

/** Settings of a session that are not what libtorrent has by default. */
export const changedSettings = z
  .array(z.strictObject({ setting: z.string().max(100), value, default: value }))
  .max(1000)

/** What the sessions of some nodes had in common under a condition. */
export const nodeSettings = z.strictObject({
  /** Its name in the plan. */
  condition: z.string(),
  /** 0 the seeder, n peer n; in ascending order. */
  nodes: z.array(z.int().min(0)),
  settings: changedSettings,
})

export type ChangedSettings = z.infer<typeof changedSettings>
export type NodeSettings = z.infer<typeof nodeSettings>

/** The addresses of a node, its number, and the alerts that the process listens to: no experimenter varies them. */
const ofOneNode = new Set([
  'listen_interfaces',
  'outgoing_interfaces',
  'peer_fingerprint',
  'alert_mask',
])

/** Reads the settings of the session itself, which may have more than it was given. */
export async function changedSettingsOf(session: lt.Session): Promise<ChangedSettings> {
  const defaults = { ...lt.defaultSettings() } as Record<string, string | number | boolean>
  const settings: typeof defaults = { ...(await session.getSettings()) }
  return Object.entries(settings).flatMap(([setting, value]) => {
    const usual = defaults[setting]
    if (usual === undefined || value === usual || ofOneNode.has(setting)) return []
    return [{ setting, value, default: usual }]
  })
}

/** Notes which nodes of a run had which settings. Nodes that had the same share an entry. */
export class SettingsNotes {
  #isNews = false

  readonly #entries: NodeSettings[]

  /** @param entries of the part of the run that was carried out before it was resumed */
  constructor(entries: NodeSettings[]) {
    this.#entries = entries
  }

  add(condition: string, node: number, settings: ChangedSettings): void {
    const text = JSON.stringify(settings)
    const entry = this.#entries.find(
      (entry) => entry.condition === condition && JSON.stringify(entry.settings) === text,
    )
    if (entry?.nodes.includes(node)) return
    if (entry) entry.nodes = [...entry.nodes, node].sort((a, b) => a - b)
    else this.#entries.push({ condition, nodes: [node], settings })
    this.#isNews = true
  }

  /** @returns all entries; null when there is nothing new in them */
  news(): readonly NodeSettings[] | null {
    const isNews = this.#isNews
    const entries = this.#entries
    this.#isNews = false
    return isNews ? entries : null
  }
}

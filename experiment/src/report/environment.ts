import * as lt from 'libtorrent-napi'
import type { Run } from '../measure/runDirectory'
import type { Condition } from '../plan/condition'
import { networkOf } from '../plan/network'
import { nodeSettings } from '../transfer/settings'

type Role = 'seeder' | 'peers'

/** A setting of libtorrent that is not what it is by default. */
export interface ChangedSetting {
  readonly condition: string
  readonly role: Role
  readonly setting: string
  readonly value: unknown
  readonly default: unknown
}

/** Where a node listens, and its number: they differ from node to node, and are not what an experimenter varies. */
const ofOneNode = new Set(['listen_interfaces', 'peer_fingerprint'])

/** The settings of every condition that are not libtorrent's defaults. */
export function changedSettings(conditions: readonly Condition[]): ChangedSetting[] {
  return conditions.flatMap((condition) => [
    ...changedOf(condition, 'seeder', 0),
    ...changedOf(condition, 'peers', 1),
  ])
}

function changedOf(condition: Condition, role: Role, node: number): ChangedSetting[] {
  const defaults: Readonly<Record<string, unknown>> = { ...lt.defaultSettings() }
  const settings = nodeSettings(networkOf(condition, node, ''))
  return Object.entries(settings)
    .filter(([name, value]) => !ofOneNode.has(name) && value !== defaults[name])
    .map(([setting, value]) => {
      return { condition: condition.name, role, setting, value, default: defaults[setting] }
    })
}

/** Where it was measured and under which circumstances. */
export function environmentOf({ plan, startedAt, options, nodes }: Run): object {
  const settings = changedSettings(plan.conditions)
  return { format: 1, startedAt, seed: plan.shuffle, nodes, settings, options, plan }
}

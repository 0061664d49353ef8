import { within } from '../util/cancel'
import { explain } from '../util/errors'
import type { PeerOutcome } from '../results/iteration-result'
import type { ChangedSettings } from '../results/changed-settings'
import type { Condition } from '../plan/condition'
import type { Step } from '../plan/plan'
import type { SwarmNode } from './swarm-node'

/** What costs a node next to nothing: to open a session, to add a torrent, to read counters, to remove a file. */
export const answerDeadline = 30_000

/** Milliseconds to make, read or verify so many bytes, on a slow disk. */
export function workDeadline(size: number): number {
  return 60_000 + size / 1000
}

/** Who takes part in an iteration, and how. */
export interface Swarm {
  /** The seeder first, then the peers that are here, in the order of their numbers. */
  readonly nodes: readonly SwarmNode[]
  /** Numbers of peers that should be here and are not: they make the iteration fail, not end. */
  readonly missing: readonly number[]
  readonly step: Step
  readonly condition: Condition
  readonly trackers: readonly string[]
  /** Of what is random in it; null: of nothing. */
  readonly seed: string | null
  /** Milliseconds from the go until everything has arrived. */
  readonly timeout: number
  readonly timeline: boolean
  /** Told what the session of each node is like. */
  readonly onSettings: (node: number, settings: ChangedSettings) => void
}

/** A node that does not do what the iteration needs. */
export class NodeFailure extends Error {
  constructor(node: SwarmNode, error: unknown) {
    super(`${nameOf(node.id)}: ${explain(error)}`, { cause: error })
  }
}

/** One order to one node. What goes wrong names the node. */
export async function ask<T>(
  node: SwarmNode,
  milliseconds: number,
  what: string,
  signal: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await within(milliseconds, what, signal, act)
  } catch (error) {
    throw new NodeFailure(node, error)
  }
}

/** The same order to several nodes at once, which costs them next to nothing; the first failure is that of all. */
export function askAll<T>(
  nodes: readonly SwarmNode[],
  what: string,
  signal: AbortSignal,
  act: (node: SwarmNode, signal: AbortSignal) => Promise<T>,
): Promise<T[]> {
  return Promise.all(
    nodes.map((node) => ask(node, answerDeadline, what, signal, (signal) => act(node, signal))),
  )
}

export function nameOf(node: number): string {
  return node === 0 ? 'the seeder' : `peer ${node}`
}

export function reasonsOf(outcomes: readonly PeerOutcome[]): string {
  return outcomes
    .flatMap((outcome) => (outcome.ok ? [] : [`${nameOf(outcome.peer)}: ${outcome.reason}`]))
    .join('; ')
}

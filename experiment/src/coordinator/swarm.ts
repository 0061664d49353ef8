import type { ContentOrder, SharedContent } from '../node/content'
import type { TransferProgress } from '../node/transfer'
import type { Condition } from '../plan/condition'
import type { Step } from '../plan/plan'
import { type OrderName, orders, type ReplyOf, type RequestOf } from '../protocol/orders'
import type { ChangedSettings, Machine } from '../results/environment'
import type { PeerOutcome, TransferReport } from '../results/iteration-result'
import { within } from '../util/cancel'
import { explain } from '../util/errors'
import { quoted } from '../util/text'
import { formatSize } from '../util/units'

/** A node of the swarm, as the coordinator sees it: the seeder itself, or a peer. Every call ends with its signal. */
export interface SwarmNode {
  /** 0: the seeder; n: peer n. */
  readonly id: number
  /** Latest progress of a transfer that lasts longer than a second; null when there is none. */
  readonly progress: TransferProgress | null
  order<N extends OrderName>(
    name: N,
    iteration: number,
    request: RequestOf<N>,
    signal: AbortSignal,
  ): Promise<ReplyOf<N>>
  share(iteration: number, order: ContentOrder, signal: AbortSignal): Promise<SharedContent>
  /** Rejects when the node can no longer share its content. */
  sharingFailed(iteration: number, signal: AbortSignal): Promise<never>
  /** Starts a transfer. @param onArrived called when all has arrived, before it is verified and written */
  start(iteration: number, onArrived: () => void, signal: AbortSignal): Promise<TransferReport>
  /** Ends the part of a node that did not even clear an iteration. @param reason for the user */
  dismiss(reason: string): void
}

/** Milliseconds for what costs a node next to nothing: to open a session, to add a torrent, to read counters. */
export const answerDeadline = 30_000

/** Milliseconds to make, read or verify so many bytes, on a slow disk. */
export function workDeadline(size: number): number {
  return 60_000 + size / 1000
}

/** The nodes and conditions of an iteration. */
export interface Swarm {
  /** The seeder first, then the connected peers, in the order of their numbers. */
  readonly nodes: readonly SwarmNode[]
  /** Numbers of peers that are not connected: without them the iteration is carried out, and fails. */
  readonly missing: readonly number[]
  readonly step: Step
  readonly condition: Condition
  readonly trackers: string[]
  /** Seed of the random content; null: new content. */
  readonly seed: string | null
  /** Milliseconds from the start signal until everything has arrived. */
  readonly timeout: number
  readonly timeline: boolean
  /** Milliseconds that no transfer can be faster than; null: not known. */
  readonly leastTime: number | null
  /** By number: where the nodes are. */
  readonly machines: readonly Machine[]
  /** Called with the settings of each node's session. */
  readonly onSettings: (node: number, settings: ChangedSettings) => void
}

/** Gives one node an order that costs next to nothing. */
export function give<N extends OrderName>(
  node: SwarmNode,
  name: N,
  iteration: number,
  request: RequestOf<N>,
  signal: AbortSignal,
): Promise<ReplyOf<N>> {
  return within(answerDeadline, orders[name].task, signal, (signal) =>
    node.order(name, iteration, request, signal),
  )
}

/** Clears an iteration at all nodes. A peer that can't do that is disconnected. */
export async function clear(
  { nodes }: Swarm,
  iteration: number,
  signal: AbortSignal,
): Promise<void> {
  const cleared = nodes.map((node) =>
    give(node, 'clear', iteration, {}, signal).catch((error: unknown) => {
      if (!signal.aborted) node.dismiss(`it could not clear an iteration (${explain(error)})`)
    }),
  )
  await Promise.all(cleared)
}

/** What messages call a node: its number, and the host where it is known. */
export function nameOf(node: number, machine: Machine | undefined): string {
  if (node === 0) return 'the seeder'
  return machine ? `peer ${node} (${quoted(machine.host)})` : `peer ${node}`
}

/** Reasons of nodes that the reason of an iteration contains; the result has all of them. */
const mostReasons = 10

export function reasonsOf(outcomes: readonly PeerOutcome[], { machines }: Swarm): string {
  const reasons = outcomes.flatMap((outcome) =>
    outcome.ok ? [] : [`${nameOf(outcome.peer, machines[outcome.peer])}: ${outcome.reason}`],
  )
  const more = reasons.length - mostReasons
  const shown = reasons.slice(0, mostReasons)
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

/** Why a transfer has taken too long, as far as the node has said. */
export function lateReason({ progress }: SwarmNode, timeout: number): string {
  const deadline = `within ${timeout / 1000} s`
  if (!progress) return `nothing arrived ${deadline}`
  const { done, total, peers, trouble } = progress
  const amount = `${formatSize(done)} of ${formatSize(total)} arrived ${deadline}`
  const connected = `${peers === 0 ? 'no' : peers} ${peers === 1 ? 'peer' : 'peers'} connected`
  return [amount, connected, ...(trouble === null ? [] : [quoted(trouble)])].join('; ')
}

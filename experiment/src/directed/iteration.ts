import type * as lt from 'libtorrent-napi'
import { scope, within } from '../cancel'
import { explain, rethrowAs } from '../errors'
import { readCounters, settledCounters, sinceAll } from '../measure/counters'
import {
  type Counters,
  failedIteration,
  type IterationResult,
  type PeerOutcome,
  type TransferTimes,
  type Turn,
} from '../measure/results'
import type { Endpoint } from '../net/endpoint'
import { failure, isAbout } from '../transfer/add'
import { share } from '../transfer/seedFile'
import type { Offer } from './offer'
import type { RemotePeer } from './roster'

/** Answers that cost a peer next to nothing: to add a torrent, to read counters, to remove a file. */
const answerDeadline = 30_000

export interface Swarm {
  readonly session: lt.Session
  /** Where the seeder's session listens. */
  readonly listens: Endpoint
  readonly peers: readonly RemotePeer[]
  /** Who finds whom: by the tracker, or by addresses that the seeder hands out. */
  readonly discovery: 'tracker' | 'direct'
  /** Milliseconds that the peers have from the go to the end of their transfers. */
  readonly timeout: number
}

/**
 * One iteration: everybody gets ready, then all begin at once, and when all are done their counters are read and
 * everything is removed again. Whatever goes wrong becomes part of the result; only the signal's abort is thrown.
 */
export async function runIteration(
  swarm: Swarm,
  turn: Turn,
  offer: Offer,
  signal: AbortSignal,
): Promise<IterationResult> {
  const { iteration } = turn
  const startedAt = new Date().toISOString()
  const running = scope(signal)
  let torrent: lt.TorrentHandle | undefined
  try {
    const before = await settledCounters(sources(swarm, iteration, running.signal), running.signal)
    torrent = await announce(swarm, offer, running.signal)
    const broken = failure(torrent, running.signal)
    const ready = await everyone(swarm, (peer) =>
      prepare(swarm, peer, iteration, offer, running.signal),
    )
    if (!ready.every(succeeded))
      return failedIteration(turn, startedAt, reasons(ready), ready.map(notStarted))
    const transfers = everyone(swarm, (peer) => go(peer, iteration, swarm.timeout, running.signal))
    const peers = await Promise.race([transfers, broken])
    if (!peers.every(succeeded)) return failedIteration(turn, startedAt, reasons(peers), peers)
    const after = await settledCounters(sources(swarm, iteration, running.signal), running.signal)
    const counters = sinceAll(before.counters, after.counters)
    const settled = before.settled && after.settled
    return {
      ...failedIteration(turn, startedAt, '', peers),
      ok: true,
      reason: null,
      counters,
      settled,
    }
  } catch (error) {
    signal.throwIfAborted()
    return failedIteration(turn, startedAt, explain(error))
  } finally {
    running.end()
    // when the run is stopped, everybody leaves anyway
    if (!signal.aborted) await clear(swarm, iteration, torrent, signal)
  }
}

/** The counters of every node: the seeder's first, then the peers' in their order. */
function sources(
  swarm: Swarm,
  iteration: number,
  signal: AbortSignal,
): (() => Promise<Counters>)[] {
  const ask = async (peer: RemotePeer) => {
    peer.send({ type: 'measure', iteration })
    const asked = answer(peer, 'counters', iteration, signal)
    return (await asked.catch(rethrowAs(`peer ${peer.id}`))).counters
  }
  return [() => readCounters(swarm.session), ...swarm.peers.map((peer) => () => ask(peer))]
}

/** Shares the offer, and waits until the tracker knows of it. */
async function announce(
  { session, discovery, timeout }: Swarm,
  offer: Offer,
  outer: AbortSignal,
): Promise<lt.TorrentHandle> {
  const known = scope(outer)
  try {
    const announced = session.waitFor('tracker_reply', {
      signal: known.signal,
      filter: isAbout(offer.info),
    })
    const torrent = await share(session, offer.info, offer.filePath, outer)
    if (discovery === 'direct') return torrent
    await within(timeout, 'announcing to the tracker', outer, () => announced).catch(
      async (error: unknown) => {
        await session.removeTorrent(torrent)
        throw error
      },
    )
    return torrent
  } finally {
    known.end()
  }
}

/** The same for every peer at once; one's failure does not end the wait for the others. */
async function everyone(
  swarm: Swarm,
  what: (peer: RemotePeer) => Promise<TransferTimes>,
): Promise<PeerOutcome[]> {
  const outcomes = swarm.peers.map(async (peer): Promise<PeerOutcome> => {
    try {
      return { peer: peer.id, ok: true, times: await what(peer), pieces: null, received: null }
    } catch (error) {
      return { peer: peer.id, ok: false, reason: explain(error) }
    }
  })
  return Promise.all(outcomes)
}

function succeeded(outcome: PeerOutcome): boolean {
  return outcome.ok
}

function notStarted(outcome: PeerOutcome): PeerOutcome {
  return outcome.ok
    ? { peer: outcome.peer, ok: false, reason: 'not started, because of another peer' }
    : outcome
}

const nothingYet: TransferTimes = { connect: null, firstBlock: null, finish: 0 }

async function prepare(
  swarm: Swarm,
  peer: RemotePeer,
  iteration: number,
  offer: Offer,
  signal: AbortSignal,
): Promise<TransferTimes> {
  const { size, sha256 } = offer
  const torrent = offer.torrent.toString('base64')
  peer.send({ type: 'prepare', iteration, size, sha256, torrent, peers: knownTo(swarm, peer) })
  await answer(peer, 'ready', iteration, signal)
  return nothingYet
}

/** Of each pair of peers one is told of the other, so that they don't dial each other at the same time. */
function knownTo(swarm: Swarm, peer: RemotePeer): Endpoint[] {
  if (swarm.discovery === 'tracker') return []
  return [
    swarm.listens,
    ...swarm.peers.filter(({ id }) => id < peer.id).map(({ listens }) => listens),
  ]
}

async function go(
  peer: RemotePeer,
  iteration: number,
  timeout: number,
  outer: AbortSignal,
): Promise<TransferTimes> {
  peer.send({ type: 'go', iteration })
  const { times } = await within(timeout, 'the transfer', outer, (signal) =>
    peer.reply('finished', iteration, signal),
  )
  return times
}

/** Ends what is left of an iteration everywhere. A peer that can't even do that has to leave. */
async function clear(
  swarm: Swarm,
  iteration: number,
  torrent: lt.TorrentHandle | undefined,
  signal: AbortSignal,
): Promise<void> {
  const cleared = swarm.peers.map(async (peer) => {
    peer.send({ type: 'clear', iteration })
    await answer(peer, 'cleared', iteration, signal).catch(() => {
      if (!signal.aborted) peer.leave()
    })
  })
  await Promise.all(cleared)
  if (torrent) await swarm.session.removeTorrent(torrent)
}

function answer<T extends Parameters<RemotePeer['reply']>[0]>(
  peer: RemotePeer,
  type: T,
  iteration: number,
  outer: AbortSignal,
) {
  return within(answerDeadline, `waiting for '${type}'`, outer, (signal) =>
    peer.reply(type, iteration, signal),
  )
}

function reasons(outcomes: readonly PeerOutcome[]): string {
  return outcomes
    .flatMap((outcome) => (outcome.ok ? [] : [`peer ${outcome.peer}: ${outcome.reason}`]))
    .join('; ')
}

import type { Condition } from './condition'

/** Content in an Ethernet frame of the usual MTU, over TCP with timestamps. */
const contentOfFrame = 1448 / 1514
/** Content in a message that carries a block. */
const contentOfMessage = 16384 / 16397

export interface Transfer {
  /** Bytes. */
  readonly size: number
  /** The node that has the file. */
  readonly source: number
  readonly condition: Condition
  /** Bits per second of every node's link, in each direction; null: not known. */
  readonly link: number | null
}

/**
 * Least time of any protocol in which all other nodes get the file of one, by the rates of links and limits: the source sends
 * it once, each node receives it, and all nodes together send a copy for each receiver. Headers count.
 * @returns milliseconds; null where no rate is known
 */
export function leastTime({ size, source, condition, link }: Transfer): number | null {
  const { peers, exemptLocal, seederUp, seederDown, peerUp, peerDown } = condition
  const byLink = link === null ? Infinity : (link / 8) * contentOfFrame
  const rateOf = (limit: number) =>
    (Math.min(byLink, limit === 0 || exemptLocal ? Infinity : limit) * contentOfMessage) / 1000
  const nodes = Array.from({ length: peers + 1 }, (_, node) => node)
  const up = nodes.map((node) => rateOf(node === 0 ? seederUp : peerUp))
  const down = nodes.flatMap((node) =>
    node === source ? [] : [rateOf(node === 0 ? seederDown : peerDown)],
  )
  const together = up.reduce((sum, rate) => sum + rate, 0)
  const slowest = Math.min(up[source] ?? Infinity, ...down, together / peers)
  return slowest === Infinity ? null : size / slowest
}

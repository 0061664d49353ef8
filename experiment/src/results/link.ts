import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toUserError } from '../util/errors'
import type { Counters } from './iteration-result'

/** Bytes of an Ethernet header. The kernel counts it, and libtorrent does not know of it. */
const ethernetHeader = 14

/** What the kernel has counted on a network interface since it exists, on Linux: bytes of IP packets, with headers. */
export function readLink(name: string): Required<Pick<Counters, 'linkSent' | 'linkReceived'>> {
  const read = (counter: string) => {
    const text = readFileSync(join('/sys/class/net', name, 'statistics', counter), 'utf8')
    return Number(text)
  }
  try {
    return {
      linkSent: read('tx_bytes') - ethernetHeader * read('tx_packets'),
      linkReceived: read('rx_bytes') - ethernetHeader * read('rx_packets'),
    }
  } catch (error) {
    throw toUserError(error, `cannot read the counters of the interface '${name}'`)
  }
}

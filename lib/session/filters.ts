// Rules about the peers that a session connects to, and how it groups them.
import { addon } from '../native/binding'
import { keepInThread } from '../support/printing'
import type { PeerClassSocketType } from '../generated/enums'
import type { ExportedFilter } from '../generated/records'

/**
 * Flags for ranges of addresses; everything is allowed until a rule says otherwise, and a later rule
 * overrides an earlier one where they overlap. `ipFilterFlags.blocked` is the flag that
 * `session.setIpFilter()` acts on; for `session.setPeerClassFilter()` a flag is a set of peer classes.
 *
 * A session takes a copy: set the filter again after a change.
 *
 * @see https://libtorrent.org/reference-Filter.html#ip_filter
 */
export class IpFilter extends addon.IpFilter {
  constructor() {
    super()
    keepInThread(this)
  }

  /**
   * Makes a filter that has the flags for every address, IPv4 and IPv6.
   *
   * @param flags as of `addRule()`
   * @example
   * // The rate limits of the session apply to peers of the local network, too.
   * session.setPeerClassFilter(IpFilter.ofAllAddresses(1 << peerClass.globalPeerClassId))
   */
  static ofAllAddresses(flags: number): IpFilter {
    const filter = new IpFilter()
    filter.addRule('0.0.0.0', '255.255.255.255', flags)
    filter.addRule('::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', flags)
    return filter
  }

  /** What console.log() prints: its ranges. */
  toJSON(): ExportedFilter {
    return this.exportFilter()
  }
}

/**
 * Flags for ranges of ports, as {@link IpFilter} for addresses. Peers on a port that is
 * `portFilterFlags.blocked` are not connected to.
 *
 * @see https://libtorrent.org/reference-Filter.html#port_filter
 */
export class PortFilter extends addon.PortFilter {
  constructor() {
    super()
    keepInThread(this)
  }

  /** What console.log() prints: every range of ports of one value. */
  toJSON(): readonly PortRange[] {
    const ranges: PortRange[] = []
    let first = 0
    for (let port = 1; port <= ports; port++) {
      if (port < ports && this.access(port) === this.access(first)) continue
      ranges.push({ first, last: port - 1, flags: this.access(first) })
      first = port
    }
    return ranges
  }
}

const ports = 65_536

/** Ports of a PortFilter that have the same flags. */
export interface PortRange {
  readonly first: number
  readonly last: number
  /** Of `portFilterFlags`. */
  readonly flags: number
}

/**
 * Which peer classes a connection gets by the type of its socket, after the peer class filter.
 *
 * @see https://libtorrent.org/reference-PeerClass.html#peer_class_type_filter
 */
export class PeerClassTypeFilter extends addon.PeerClassTypeFilter {
  constructor() {
    super()
    keepInThread(this)
  }

  /** What console.log() prints: the sets of peer classes that it adds and lets through. */
  toJSON(): Readonly<Record<PeerClassSocketType, ClassesOfType>> {
    const classes = (type: PeerClassSocketType): ClassesOfType => ({
      added: this.apply(type, 0),
      allowed: this.apply(type, 0xffff_ffff),
    })
    return {
      tcp_socket: classes('tcp_socket'),
      utp_socket: classes('utp_socket'),
      ssl_tcp_socket: classes('ssl_tcp_socket'),
      ssl_utp_socket: classes('ssl_utp_socket'),
      i2p_socket: classes('i2p_socket'),
    }
  }
}

/** What a PeerClassTypeFilter does with a type of socket: sets of 32 bits, one for each class. */
export interface ClassesOfType {
  /** Classes that every such connection gets. */
  readonly added: number
  /** Classes that it may have. */
  readonly allowed: number
}

// Rules about whom a session talks to, and how it groups them.
import { addon } from './addon'
import type {
  IpFilterMethods,
  PeerClassTypeFilterMethods,
  PortFilterMethods,
} from './generated/methods'

/**
 * Flags for ranges of addresses; everything is allowed until a rule says otherwise, and a later rule
 * overrides an earlier one where they overlap. `ipFilterFlags.blocked` is the flag that
 * `session.setIpFilter()` acts on; for `session.setPeerClassFilter()` a flag is a set of peer classes.
 *
 * A session takes a copy: set the filter again after a change.
 *
 * @see https://libtorrent.org/reference-Filter.html#ip_filter
 */
export class IpFilter extends (addon.IpFilter as new () => IpFilterMethods) {}

/**
 * Flags for ranges of ports, as {@link IpFilter} for addresses. Peers on a port that is
 * `portFilterFlags.blocked` are not connected to.
 *
 * @see https://libtorrent.org/reference-Filter.html#port_filter
 */
export class PortFilter extends (addon.PortFilter as new () => PortFilterMethods) {}

/**
 * Which peer classes a connection gets by the type of its socket, after the peer class filter.
 *
 * @see https://libtorrent.org/reference-PeerClass.html#peer_class_type_filter
 */
export class PeerClassTypeFilter extends (addon.PeerClassTypeFilter as new () => PeerClassTypeFilterMethods) {}

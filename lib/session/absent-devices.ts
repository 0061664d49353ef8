// libtorrent posts nothing for a device in `listen_interfaces` that is absent. This package does, because a
// VPN that is down is the usual reason. libtorrent listens there as soon as the device has an address.
import { constants, networkInterfaces } from 'node:os'
import { LibtorrentError } from '../support/errors'
import { alertTypes } from '../generated/alerts'
import { listenEntries } from './setting-lists'
import { ipVersion } from '../support/ip-version'
import type { ListenEntry } from './setting-lists'
import type { ListenFailedAlert } from '../generated/alerts'

/** An alert for every entry that names a device which has no address now, or is down. */
export function absentDevices(listenInterfaces: string, withMessage: boolean): ListenFailedAlert[] {
  const devices = listenEntries(listenInterfaces).filter(({ place }) => ipVersion(place) === 0)
  if (devices.length === 0) return []
  const present = networkInterfaces()
  return devices
    .filter(({ place }) => !present[place])
    .map((entry) => listenFailed(entry, withMessage))
}

function listenFailed(
  { place, port, isTls }: ListenEntry,
  withMessage: boolean,
): ListenFailedAlert {
  const text = `no device "${place}" is up and has an address`
  return {
    type: 'listen_failed',
    category: alertTypes.listen_failed.category,
    message: withMessage ? `listening on ${place} failed: [enum_if] ${text}` : '',
    timestamp: performance.now(),
    error: new LibtorrentError(text, 'ENODEV', 'system', constants.errno.ENODEV),
    op: 'enum_if',
    socketType: isTls ? 'tcp_ssl' : 'tcp',
    address: '0.0.0.0',
    port,
    listenInterface: place,
  }
}

import type * as lt from 'libtorrent-napi'
import { reasonOf } from '../util/errors'
import { formatEndpoint } from '../util/endpoint'

/** Says which peers come and go. */
export function reportPeers(session: lt.Session, say: (message: string) => void): void {
  const shown = ({ endpoint: { address, port } }: lt.PeerConnectAlert | lt.PeerDisconnectedAlert) =>
    formatEndpoint({ host: address, port })
  session.on('peer_connect', (alert) => say(`connected: ${shown(alert)}`))
  session.on('peer_disconnected', (alert) => {
    say(`disconnected: ${shown(alert)} (${reasonOf(alert.error)})`)
  })
}

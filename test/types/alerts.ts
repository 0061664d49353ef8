// Compiled by `npm run typecheck`: the types of alerts follow from their names.
import type * as lt from '../../lib'
import { proves, typeOf } from './expect'
import type { Same } from './expect'

export function listeners(session: lt.Session): void {
  session.on('torrent_finished', (alert) => {
    typeOf(alert).is<lt.TorrentFinishedAlert>()
    typeOf(alert.handle).is<lt.TorrentHandle>()
    typeOf(alert.type).is<'torrent_finished'>()
    // @ts-expect-error -- alerts are not changed
    alert.timestamp = 0
    // @ts-expect-error -- another alert has pieces
    proves<Same<(typeof alert)['pieceIndex'], number>>()
  })
  session.once('add_torrent', ({ handle, error }) => {
    typeOf(handle).is<lt.TorrentHandle | null>()
    typeOf(error).is<lt.LibtorrentError | null>()
  })
  session.on('alert', (alert) => {
    typeOf(alert).is<lt.Alert>()
    if (alert.type === 'piece_finished') {
      typeOf(alert.pieceIndex).is<number>()
    } else if (alert.type === 'state_changed') {
      typeOf(alert.state).is<lt.TorrentState>()
    } else if (alert.type === 'session_stats') {
      typeOf(alert.counters['net.recv_bytes']).is<number>()
      // @ts-expect-error -- there is no such metric
      proves<Same<(typeof alert.counters)['net.recv_bites'], number>>()
    } else {
      // @ts-expect-error -- those are done with
      if (alert.type === 'piece_finished') return
    }
  })
  session.on('torrent_finished', () => {}).off('alert', () => {})
  // @ts-expect-error -- there is no such alert
  session.on('torrent_finnished', () => {})
  // @ts-expect-error -- a listener for another alert
  session.on('torrent_finished', (alert: lt.PieceFinishedAlert) => alert)
}

export async function promises(session: lt.Session, torrent: lt.TorrentHandle): Promise<void> {
  const one = await session.waitFor('listen_succeeded', { timeout: 1000 })
  typeOf(one).is<lt.ListenSucceededAlert>()
  const several = await torrent.waitFor(['piece_finished', 'file_completed'])
  typeOf(several).is<lt.PieceFinishedAlert | lt.FileCompletedAlert>()
  await session.waitFor('add_torrent', { filter: (alert) => alert.torrentName === 'x' })
  // @ts-expect-error -- add_torrent has no pieces
  await session.waitFor('add_torrent', { filter: (alert) => alert.pieceIndex === 0 })
  // @ts-expect-error -- there is no such alert
  await session.waitFor('nonsense')
  // @ts-expect-error -- it is not about a torrent
  await torrent.waitFor('listen_succeeded')
  // @ts-expect-error -- one of them is not about a torrent
  await torrent.waitFor(['piece_finished', 'listen_succeeded'])
  // @ts-expect-error -- milliseconds
  await session.waitFor('add_torrent', { timeout: '1s' })
}

export async function iterators(session: lt.Session): Promise<void> {
  const { signal } = new AbortController()
  for await (const alert of session.alerts(['piece_finished', 'file_completed'], { signal })) {
    typeOf(alert).is<lt.PieceFinishedAlert | lt.FileCompletedAlert>()
  }
  for await (const alert of session.alerts()) typeOf(alert).is<lt.Alert>()
  // @ts-expect-error -- there is no such alert
  session.alerts(['nonsense'])
  await using alerts = session.alerts(['add_torrent'])
  typeOf(alerts).is<lt.AlertIterator<lt.AddTorrentAlert>>()
}

proves<Same<lt.AlertMap['read_piece'], lt.ReadPieceAlert>>()
proves<Same<keyof lt.AlertMap, lt.AlertType>>()
proves<Same<lt.ReadPieceAlert['buffer'], Buffer>>()
proves<Same<lt.PeerConnectAlert['direction'], 'in' | 'out'>>()
proves<Same<lt.AlertsDroppedAlert['droppedAlerts'], readonly lt.AlertType[]>>()

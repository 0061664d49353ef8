// Which alerts answer what is asked of a torrent. libtorrent answers requests of one kind about one torrent in their order.
import { duringCall, noMetadata } from './errors'
import type { Patience } from './promises'
import type { Ask, Requests, Settle } from './requests'
import type { AddTorrentParams, TorrentStatus } from './generated/records'
import type { TorrentHandle } from './torrent_handle'

export function saveResumeData(
  requests: Requests,
  torrent: TorrentHandle,
  patience: Patience,
  ask: Ask,
): Promise<AddTorrentParams> {
  return requests.ask({
    success: 'save_resume_data',
    failure: 'save_resume_data_failed',
    subject: torrent,
    patience,
    result: (alert) => alert.params,
    ask,
  })
}

export function readPiece(
  requests: Requests,
  torrent: TorrentHandle,
  piece: number,
  patience: Patience,
  ask: Ask,
): Promise<Buffer> {
  return requests.ask({
    success: 'read_piece',
    subject: torrent,
    // A cancelled read is that of a deadline for the piece, which somebody else set and took back.
    isAnswer: (alert) =>
      alert.piece === piece &&
      !(alert.error?.code === 'ECANCELED' && alert.error.category === 'generic'),
    patience,
    result: (alert) => alert.buffer,
    ask,
  })
}

export function moveStorage(
  requests: Requests,
  torrent: TorrentHandle,
  patience: Patience,
  ask: Ask,
): Promise<string> {
  return requests.ask({
    success: 'storage_moved',
    failure: 'storage_moved_failed',
    subject: torrent,
    patience,
    result: (alert) => alert.storagePath,
    ask,
  })
}

export function renameFile(
  requests: Requests,
  torrent: TorrentHandle,
  index: number,
  patience: Patience,
  ask: Ask,
): Promise<string> {
  return requests.ask({
    success: 'file_renamed',
    failure: 'file_rename_failed',
    subject: torrent,
    isAnswer: (alert) => alert.index === index,
    patience,
    result: (alert) => alert.newName,
    ask,
  })
}

/**
 * A torrent_checked alert may be that of an earlier check, and a check that is under way makes
 * libtorrent ignore the request. So alerts only say when to look, and the status says whether it is
 * done: it is asked for after the request, and libtorrent's thread keeps that order.
 */
export function forceRecheck(
  requests: Requests,
  torrent: TorrentHandle,
  patience: Patience,
  ask: Ask,
): Promise<void> {
  let isLooking = false
  let lookAgain = false
  const look = (settle: Settle<void>): void => {
    lookAgain = isLooking
    if (isLooking) return
    isLooking = true
    torrent.status(0).then(
      (status) => {
        isLooking = false
        settleRecheck(status, settle)
        if (lookAgain) look(settle)
      },
      (error: unknown) => settle.reject(duringCall(error)),
    )
  }
  return requests.expect(
    {
      types: ['torrent_checked', 'torrent_error'],
      subject: torrent,
      patience,
      offer(_alert, settle) {
        look(settle)
        return false
      },
    },
    async (settle) => {
      await ask()
      look(settle)
    },
  )
}

function settleRecheck(status: TorrentStatus, { resolve, reject }: Settle<void>): void {
  if (status.errc) reject(status.errc)
  else if (!status.hasMetadata) reject(noMetadata())
  else if (!status.state.startsWith('checking')) resolve()
}

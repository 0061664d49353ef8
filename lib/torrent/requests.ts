// Which alerts answer what is asked of a torrent. libtorrent answers requests of one kind about one torrent in their order.
import type { Patience } from '../support/promises'
import type { Ask, Requests } from '../alerts/pending'
import type { ResumeData, TorrentHandle } from './torrent-handle'

export function saveResumeData(
  requests: Requests,
  torrent: TorrentHandle,
  patience: Patience,
  ask: Ask,
): Promise<ResumeData> {
  return requests.ask({
    success: 'save_resume_data',
    failure: 'save_resume_data_failed',
    subject: torrent,
    patience,
    result: (alert) => alert.params as ResumeData,
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
  newName: string,
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
    circumstances: ['file_rename', newName],
    ask,
  })
}

// Which alerts answer the requests to a torrent. libtorrent answers requests of one kind about one torrent in their
// order.
import { check } from '../support/options'
import type { Send } from '../alerts/expectation'
import type { PendingPromises } from '../alerts/pending'
import type { ChecksOf, WaitOptions } from '../support/options'
import type { MoveFlags } from '../generated/enums'
import type { AddTorrentParams } from '../generated/records'
import type { TorrentHandle } from './torrent-handle'

/** What `saveResumeData()` collects, and how long to wait. */
export interface SaveResumeDataOptions extends WaitOptions {
  /** Of `resumeDataFlags`. Default: 0. */
  flags?: number | undefined
}

/** What `saveResumeData()` collects: it knows where the files are. */
export interface ResumeData extends AddTorrentParams {
  readonly savePath: string
}

/** How `moveStorage()` moves, and how long to wait. */
export interface MoveStorageOptions extends WaitOptions {
  /** What happens to files that exist at the destination. Default: `'always_replace_files'`. */
  flags?: MoveFlags | undefined
}

/** How `renameFile()` renames, and how long to wait. */
export interface RenameOptions extends WaitOptions {
  /** Whether a file that has the new name is replaced. Default: false. */
  overwrite?: boolean | undefined
}

/** What is known of a peer. */
export interface ConnectPeerOptions {
  /** How it was found: of `peerSourceFlags`. Default: 0. */
  source?: number | undefined
  /** What it can do: of `pexFlags`. Default: encryption, uTP and hole punching. */
  flags?: number | undefined
}

export const connectPeerOptions: ChecksOf<ConnectPeerOptions> = {
  source: check.later,
  flags: check.later,
}

/** Which trackers to announce to, and when. */
export interface ReannounceOptions {
  /** Seconds to wait, 0 to 65535. Default: 0. */
  seconds?: number | undefined
  /** Index in `trackers()`. Default: all trackers. */
  trackerIndex?: number | undefined
  /** Of `reannounceFlags`: `ignoreMinInterval` announces at once. Default: 0. */
  flags?: number | undefined
}

export const reannounceOptions: ChecksOf<ReannounceOptions> = {
  seconds: check.later,
  trackerIndex: check.later,
  flags: check.later,
}

export function saveResumeData(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: SaveResumeDataOptions,
  send: Send,
): Promise<ResumeData> {
  return pending.request({
    success: 'save_resume_data',
    failure: 'save_resume_data_failed',
    torrent,
    options,
    otherOptions: { flags: check.later },
    result: (alert) => alert.params as ResumeData,
    send,
  })
}

export function readPiece(
  pending: PendingPromises,
  torrent: TorrentHandle,
  piece: number,
  options: WaitOptions,
  send: Send,
): Promise<Buffer> {
  return pending.request({
    success: 'read_piece',
    torrent,
    // A cancelled read is that of a deadline for the piece, which was set and reset meanwhile.
    isAnswer: (alert) =>
      alert.piece === piece &&
      !(alert.error?.code === 'ECANCELED' && alert.error.category === 'generic'),
    options,
    result: (alert) => alert.buffer,
    send,
  })
}

export function moveStorage(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: MoveStorageOptions,
  send: Send,
): Promise<string> {
  return pending.request({
    success: 'storage_moved',
    failure: 'storage_moved_failed',
    torrent,
    options,
    otherOptions: { flags: check.later },
    result: (alert) => alert.storagePath,
    send,
  })
}

/** @param target file and new name */
export function renameFile(
  pending: PendingPromises,
  torrent: TorrentHandle,
  { index, newName }: { readonly index: number; readonly newName: string },
  options: RenameOptions,
  send: Send,
): Promise<string> {
  return pending.request({
    success: 'file_renamed',
    failure: 'file_rename_failed',
    torrent,
    isAnswer: (alert) => alert.index === index,
    options,
    otherOptions: { overwrite: check.later },
    result: (alert) => alert.newName,
    circumstances: ['file_rename', newName],
    send,
  })
}

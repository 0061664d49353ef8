// The calls on a torrent that need no more of the model than whether the torrent is there.
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { leftOut } from './calls'
import { pieceSize } from './content'
import { savePaths } from './scene'
import type { Call, TorrentScene } from './scene'

type TorrentCall = Call<TorrentScene>

const priorities = [0, 1, 4, 7] as const
const { sequentialDownload, superSeeding, uploadMode, autoManaged, stopWhenReady, shareMode } =
  lt.torrentFlags
const { disablePex, applyIpFilter, updateSubscribe } = lt.torrentFlags
const flagsOf = [
  ...[autoManaged, sequentialDownload, superSeeding, uploadMode, stopWhenReady, shareMode],
  ...[disablePex, applyIpFilter, updateSubscribe, lt.torrentFlags.seedMode],
]
const moveFlags = ['always_replace_files', 'fail_if_exist', 'dont_replace'] as const
const urls = [
  'http://127.0.0.1:9/announce',
  'udp://127.0.0.1:9',
  'http://[::1]:9/announce',
  'https://127.0.0.1:9/announce',
]

const pick = <T>(all: readonly [T, ...T[]] | readonly T[], number: number): T =>
  all[number % all.length]!

/** Paths: in place, in another directory, one that another file has, one that a directory has. */
const fileNames = ['renamed', 'other/renamed', 'a.bin', 'v1/b.bin', 'd', 'v1/d'] as const

/** A torrent is in its session until its removal is requested; the answer may be that of an earlier moment. */
function isIn({ torrent }: TorrentScene): (value: unknown) => string | null {
  const wasRemoved = torrent.isRemoved
  return (value) => {
    if (wasRemoved) return value === false ? null : 'it was removed'
    return value === true || torrent.isRemoved ? null : 'it is in the session'
  }
}

type Range = NonNullable<TorrentCall['range']>

/** An index is checked against the metadata; a torrent without it gives 'no_metadata'. */
const ofPiece: Range = ({ torrent }, piece) =>
  piece < torrent.content.pieceSizes.length ? 'never' : 'must'
const ofFile: Range = ({ torrent }, file) =>
  file < torrent.content.fileSizes.length ? 'never' : 'must'

/** These only read. */
const queries: Record<string, TorrentCall> = {
  // A magnet link may wait for its metadata without end.
  files: {
    call: ({ handle }) => handle.files({ timeout: 50 }),
    names: ['TimeoutError'],
    disk: true,
  },
  status: { call: ({ handle }, n) => handle.status(n % 2 === 0 ? undefined : 0) },
  statusSync: { call: ({ handle }) => handle.statusSync() },
  isValid: { call: ({ handle }) => handle.isValid(), afterRemoval: true, expect: isIn },
  inSession: { call: ({ handle }) => handle.inSession(), afterRemoval: true, expect: isIn },
  infoHashes: { call: ({ handle }) => handle.infoHashes() },
  id: { call: ({ handle }, n) => [handle.id(), handle.userdata(), handle.infoHash()][n % 3] },
  flags: { call: ({ handle }) => handle.flags() },
  getPeerInfo: { call: ({ handle }) => handle.getPeerInfo() },
  getDownloadQueue: { call: ({ handle }) => handle.getDownloadQueue() },
  fileProgress: { call: ({ handle }, n) => handle.fileProgress(n % 2) },
  fileStatus: { call: ({ handle }) => handle.fileStatus() },
  trackers: { call: ({ handle }) => handle.trackers() },
  urlSeeds: { call: ({ handle }) => handle.urlSeeds() },
  queuePosition: { call: ({ handle }) => handle.queuePosition() },
  pieceAvailability: { call: ({ handle }) => handle.pieceAvailability() },
  pieceLayers: { call: ({ handle }) => handle.pieceLayers() },
  getPriorities: {
    call: ({ handle }, n) =>
      n % 2 === 0 ? handle.getFilePriorities() : handle.getPiecePriorities(),
  },
  needSaveResumeData: { call: ({ handle }) => handle.needSaveResumeData() },
  havePiece: { call: ({ handle }, piece) => handle.havePiece(piece), range: ofPiece },
}

/** These change how the torrent runs. */
const controls: Record<string, TorrentCall> = {
  pause: { call: ({ handle }, n) => handle.pause(n % 2) },
  resume: { call: ({ handle }) => handle.resume() },
  clearError: { call: ({ handle }) => handle.clearError() },
  clearPeers: { call: ({ handle }) => handle.clearPeers() },
  flushCache: { call: ({ handle }) => handle.flushCache() },
  setLimits: {
    call: ({ handle }, n, limit) => {
      if (n % 4 === 0) handle.setUploadLimit(limit * 10_000)
      if (n % 4 === 1) handle.setDownloadLimit(limit * 10_000)
      if (n % 4 === 2) handle.setMaxConnections(limit + 2)
      if (n % 4 === 3) handle.setMaxUploads(limit + 2)
    },
  },
  limits: {
    call: ({ handle }, n) =>
      [handle.uploadLimit(), handle.downloadLimit(), handle.maxUploads()][n % 3],
  },
  setFlags: { call: ({ handle }, n) => handle.setFlags(pick(flagsOf, n)) },
  unsetFlags: { call: ({ handle }, n) => handle.unsetFlags(pick(flagsOf, n)) },
  queuePositions: {
    call: ({ handle }, n, position) => {
      if (n % 5 === 0) return handle.queuePositionTop()
      if (n % 5 === 1) return handle.queuePositionUp()
      if (n % 5 === 2) return handle.queuePositionDown()
      if (n % 5 === 3) return handle.queuePositionBottom()
      return handle.queuePositionSet(position)
    },
  },
  setFilePriority: {
    call: ({ handle }, file, n) => handle.setFilePriority(file, pick(priorities, n)),
    range: ofFile,
    disk: true,
  },
  prioritizeFiles: {
    call: ({ handle, torrent }, n) =>
      handle.prioritizeFiles(
        Array.from({ length: torrent.content.fileSizes.length }, (_, i) => pick(priorities, n + i)),
      ),
  },
  setPiecePriority: {
    call: ({ handle }, piece, n) => handle.setPiecePriority(piece % 5, pick(priorities, n)),
  },
  prioritizePieces: {
    call: ({ handle, torrent }, n) =>
      handle.prioritizePieces(
        Array.from({ length: torrent.content.pieceSizes.length }, (_, i) =>
          pick(priorities, n + i),
        ),
      ),
  },
  setPieceDeadline: {
    call: ({ handle }, piece, n) => handle.setPieceDeadline(piece % 5, n * 10, n % 2),
  },
  resetPieceDeadline: {
    call: ({ handle }, piece) => handle.resetPieceDeadline(piece % 5),
  },
  clearPieceDeadlines: { call: ({ handle }) => handle.clearPieceDeadlines() },
}

/** These make libtorrent talk to trackers and peers, which refuse, or to the other session. */
const network: Record<string, TorrentCall> = {
  addTracker: { call: ({ handle }, n, tier) => handle.addTracker({ url: pick(urls, n), tier }) },
  replaceTrackers: {
    call: ({ handle }, n) => handle.replaceTrackers(urls.slice(n % 5).map((url) => ({ url }))),
  },
  forceReannounce: {
    call: ({ handle }, n) =>
      handle.forceReannounce({ ...(n > 0 && { trackerIndex: n - 1 }), flags: n % 2 }),
  },
  scrapeTracker: {
    call: ({ handle }) => handle.scrapeTracker(),
    settles: 'when ended',
    codes: ['no_tracker', 'scrape_failed', 'timed_out', 'ssrf_mitigation', 'announce_skipped'],
    disk: true, // a connection that is refused is an error of the operating system
  },
  addUrlSeed: { call: ({ handle }) => handle.addUrlSeed('http://127.0.0.1:9/') },
  removeUrlSeed: { call: ({ handle }) => handle.removeUrlSeed('http://127.0.0.1:9/') },
  connectPeer: {
    call: ({ handle, place, actor }, n) => {
      const port = place.ports[n === 0 ? actor : 1 - actor]!
      if (port === 0) return leftOut
      return handle.connectPeer({ address: '127.0.0.1', port })
    },
  },
}

function wrongLength({ length }: Buffer, expected: number | undefined): string | null {
  return length === expected ? null : `${length} bytes, ${expected ?? 'no such piece'} expected`
}

/** These read or write the disk. */
const disk: Record<string, TorrentCall> = {
  forceRecheck: {
    call: ({ handle }) => handle.forceRecheck(),
    settles: 'when resumed',
    disk: true,
  },
  readPiece: {
    call: ({ handle }, piece) => handle.readPiece(piece % 6),
    codes: ['invalid_piece_index', 'not_enough_memory'],
    disk: true,
    expect: ({ torrent }, _first, piece) => {
      const size = torrent.content.pieceSizes[piece % 6]
      return (value) => wrongLength(value as Buffer, size)
    },
  },
  addPiece: {
    call: ({ handle }, piece, n) => handle.addPiece(piece % 5, Buffer.alloc(pieceSize, n), n % 2),
    range: ({ torrent }, piece) =>
      torrent.content.pieceSizes[piece % 5] === pieceSize ? 'never' : 'must',
  },
  renameFile: {
    call: ({ handle }, file, n) => handle.renameFile(file, pick(fileNames, n)),
    codes: ['file_rename_failed'],
    disk: true,
    range: ofFile,
  },
  moveStorage: {
    call: ({ handle, place }, n, flags) =>
      handle.moveStorage(join(place.dir, pick(savePaths, n)), { flags: pick(moveFlags, flags) }),
    codes: ['storage_moved_failed'],
    disk: true,
  },
}

function readNames(info: lt.TorrentInfo | null): number {
  if (info === null) return 0
  const files = info.files()
  return Array.from({ length: files.numFiles() }, (_, file) => files.filePath(file)).length
}

/** These hand the metadata to JavaScript. */
const metadata: Record<string, TorrentCall> = {
  torrentFile: { call: ({ handle }) => handle.torrentFile().then(readNames) },
  torrentFileWithHashes: {
    call: ({ handle }) => handle.torrentFileWithHashes().then(readNames),
  },
  setMetadata: {
    call: ({ handle, torrent, contents }, n) => {
      const { content } = torrent
      const { torrent: bytes } = n === 0 ? pick(contents, n) : content
      if (!bytes) return leftOut
      return handle.setMetadata(new lt.TorrentInfo(bytes).infoSection())
    },
    codes: ['invalid_torrent_handle', 'no_metadata', 'mismatching_info_hash'],
  },
  writeTorrentFile: {
    call: async ({ handle }) => {
      const params = await handle.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
      if (params.ti) lt.writeTorrentFileBuf(params)
    },
    // Of a v2 torrent whose metadata was set and whose piece layers have not come.
    codes: ['invalid_hash_entry', 'torrent_missing_piece_layer'],
    disk: true,
  },
}

export const torrentCalls: Readonly<Record<string, TorrentCall>> = {
  ...queries,
  ...controls,
  ...network,
  ...disk,
  ...metadata,
}

// Compiled by `npm run typecheck`: plain values, files and functions.
import * as lt from '../../lib'
import { proves, typeOf } from './expect'
import type { Same } from './expect'

export async function making(path: string): Promise<lt.TorrentInfo> {
  const files = await lt.addFiles(new lt.FileStorage(), path)
  typeOf(files).is<lt.FileStorage>()
  const torrent = new lt.CreateTorrent(files, 0, lt.createFlags.v1Only)
  torrent.addTracker('http://t.example/', 1)
  torrent.setCreationDate(new Date())
  const { signal } = new AbortController()
  const settings = { hashing_threads: 2 }
  await torrent.setPieceHashes('.', { signal, settings, onProgress: (done, total) => done / total })
  // @ts-expect-error -- there is no such setting
  await torrent.setPieceHashes('.', { settings: { hashing_thread: 2 } })
  proves<Same<ReturnType<typeof torrent.generateBuf>, Buffer>>()
  // @ts-expect-error -- it takes a FileStorage
  new lt.CreateTorrent(path)
  // @ts-expect-error -- it is a Date
  torrent.setCreationDate(Date.now())
  // @ts-expect-error -- it takes bytes
  new lt.TorrentInfo('d4:infode')
  // @ts-expect-error -- there is no such limit
  new lt.TorrentInfo(torrent.generateBuf(), { maxPiece: 1 })
  return new lt.TorrentInfo(torrent.generateBuf(), { maxPieces: 1000 })
}

export function bencoding(): void {
  lt.bencode({ a: [1, 2n, 'x', new Uint8Array(1), { b: {} }] })
  // @ts-expect-error -- there is no null in bencoding
  lt.bencode({ a: null })
  // @ts-expect-error -- nor true and false
  lt.bencode([true])
  // @ts-expect-error -- a Map has no keys as properties
  lt.bencode(new Map())
  const entry: lt.Entry = lt.bdecode(new Uint8Array(1), { maxDepth: 10 })
  // @ts-expect-error -- it may be anything
  proves<Same<(typeof entry)['info'], unknown>>()
  // @ts-expect-error -- strings are Buffers
  const text: string = entry
  typeOf(text).is<string>()
}

export function roundTrips(params: lt.AddTorrentParams, state: lt.SessionState): void {
  lt.bencode(lt.writeTorrentFile(params))
  lt.writeResumeData(lt.readResumeData(lt.writeResumeDataBuf(params)))
  lt.writeSessionParams(lt.readSessionParams(lt.writeSessionParamsBuf(state)))
  new lt.Session(lt.readSessionParams(new Uint8Array()))
  lt.bencode({ info: new lt.Preformatted(new Uint8Array(1)) })
  // @ts-expect-error -- it takes bytes
  new lt.Preformatted('de')
}

export function constants(): void {
  typeOf(lt.torrentFlags.seedMode | lt.torrentFlags.paused).is<number>()
  typeOf(lt.torrentFlags.seedMode).is<number>()
  typeOf(lt.alertCategory.all).is<number>()
  typeOf(lt.errorCodes.libtorrent.invalid_torrent_handle).is<20>()
  typeOf(lt.version).is<string>()
  // @ts-expect-error -- constants stay
  lt.torrentFlags.seedMode = 2
  // @ts-expect-error -- there is no such flag
  proves<Same<typeof lt.torrentFlags.seedmode, 1>>()
  typeOf(lt.settingsMetadata.enable_dht.type).is<'boolean'>()
  proves<Same<keyof typeof lt.settingsMetadata, keyof lt.Settings>>()
}

export function errors(error: unknown): string | null {
  if (!(error instanceof lt.LibtorrentError)) return null
  typeOf(error.code).is<lt.ErrorCode>()
  const codes: lt.ErrorCode[] = ['torrent_removed', 'not_the_content', 'ENOSPC', 'http:404']
  // @ts-expect-error -- no error has this code
  codes.push('torrent_remved')
  typeOf(error.operation).is<string | null>()
  // @ts-expect-error -- errors are not changed
  error.code = 'x'
  return error.file
}

export function bitfields(bits: lt.Bitfield): boolean[] {
  proves<Same<ReturnType<typeof bits.get>, boolean>>()
  // @ts-expect-error -- a fixed number of bits
  bits.length = 5
  return [...bits, ...lt.Bitfield.from([true])]
}

proves<Same<lt.InfoHash, { readonly v1: string | null; readonly v2: string | null }>>()
proves<Same<lt.Endpoint, { readonly address: string; readonly port: number }>>()
proves<Same<lt.TorrentStatus['storageMode'], lt.StorageMode>>()
proves<Same<lt.AddTorrentParams['renamedFiles'], ReadonlyMap<number, string> | undefined>>()
proves<Same<lt.AddTorrentParams['lastUpload'], Date | undefined>>()
proves<Same<lt.TorrentStatus['lastUpload'], Date | null>>()
proves<Same<lt.TorrentStatus['nextAnnounce'], number | null>>()
proves<Same<lt.AnnounceInfohash['nextAnnounce'], number | null>>()
proves<Same<lt.AddTorrentParamsInit['renamedFiles'], ReadonlyMap<number, string> | undefined>>()

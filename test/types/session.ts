// Compiled by `npm run typecheck`: sessions, torrents and settings.
import type { Readable } from 'node:stream'
import * as lt from '../../lib'
import { proves, typeOf } from './expect'
import type { Same } from './expect'

export async function sessions(): Promise<void> {
  await using session = new lt.Session({
    settings: { listen_interfaces: '127.0.0.1:0', enable_dht: false, upload_rate_limit: 1000 },
    alertMessages: false,
    diskBackend: 'posix',
  })
  const settings = await session.getSettings()
  typeOf(settings).is<lt.Settings>()
  typeOf(settings.enable_dht).is<boolean>()
  typeOf(settings.upload_rate_limit).is<number>()
  typeOf(settings.user_agent).is<string>()
  session.applySettings({ ...settings, user_agent: undefined })
  session.applySettings({ ...lt.defaultSettings(), ...lt.minMemoryUsage() })
  // @ts-expect-error -- it follows the listeners
  typeOf(lt.defaultSettings().alert_mask).is<number>()
  // @ts-expect-error -- there is no such setting
  session.applySettings({ enable_dhd: true })
  // @ts-expect-error -- it is a number
  session.applySettings({ upload_rate_limit: '1000' })
  // @ts-expect-error -- there is no such disk
  new lt.Session({ diskBackend: 'floppy' })
  // @ts-expect-error -- settings are an object of their own
  new lt.Session({ enable_dht: false })
  // @ts-expect-error -- settings are not changed by writing to a copy of them
  settings.enable_dht = true
  proves<Same<Awaited<ReturnType<typeof session.findTorrent>>, lt.TorrentHandle | null>>()
  proves<Same<Awaited<ReturnType<typeof session.getTorrents>>, readonly lt.TorrentHandle[]>>()
  proves<Same<ReturnType<typeof session.close>, Promise<void>>>()
  typeOf(session.closed).is<boolean>()
  proves<Same<ReturnType<typeof session.ref>, lt.Session>>()
  // @ts-expect-error -- addTorrent() is what users have
  session.asyncAddTorrent({}, 1)
}

export async function adding(session: lt.Session, ti: lt.TorrentInfo): Promise<void> {
  const torrent = await session.addTorrent({
    ti,
    savePath: '.',
    flags: lt.torrentFlags.seedMode | lt.torrentFlags.paused,
    peers: [{ address: '127.0.0.1', port: 6881 }],
    storageMode: 'storage_mode_sparse',
    havePieces: [true, false],
    renamedFiles: new Map([[0, 'name']]),
    addedTime: new Date(),
  })
  typeOf(torrent).is<lt.TorrentHandle>()
  await session.addTorrent({ savePath: '.', ...lt.parseMagnetUri('magnet:?') })
  await session.addTorrent({ ...(await lt.loadTorrentFile('a.torrent')), savePath: '.' })
  await session.addTorrent(await torrent.saveResumeData())
  // @ts-expect-error -- a link knows no directory
  await session.addTorrent(lt.parseMagnetUri('magnet:?'))
  // @ts-expect-error -- resume data may have none
  await session.addTorrent(lt.readResumeData(new Uint8Array()))
  // @ts-expect-error -- there must be a directory
  await session.addTorrent({ ti })
  // @ts-expect-error -- and what to download
  await session.addTorrent({ savePath: '.' })
  // @ts-expect-error -- which is not nothing
  await session.addTorrent({ savePath: '.', ti: null })
  await session.addTorrent({ savePath: '.', ti: null, infoHashes: { v1: '' } })
  // @ts-expect-error -- keys are in camel case
  await session.addTorrent({ ti, save_path: '.' })
  // @ts-expect-error -- an endpoint has both
  await session.addTorrent({ ti, savePath: '.', peers: [{ address: '127.0.0.1' }] })
  // @ts-expect-error -- libtorrent's names are whole
  await session.addTorrent({ ti, savePath: '.', storageMode: 'sparse' })
  // @ts-expect-error -- it is a Map
  await session.addTorrent({ ti, savePath: '.', renamedFiles: { 0: 'name' } })
  // @ts-expect-error -- an info-hash is no torrent
  await session.removeTorrent('00')
}

export async function torrents(torrent: lt.TorrentHandle): Promise<void> {
  proves<Same<Awaited<ReturnType<typeof torrent.status>>, lt.TorrentStatus>>()
  proves<Same<ReturnType<typeof torrent.statusSync>, lt.TorrentStatus>>()
  proves<Same<Awaited<ReturnType<typeof torrent.readPiece>>, Buffer>>()
  proves<Same<Awaited<ReturnType<typeof torrent.renameFile>>, string>>()
  proves<Same<Awaited<ReturnType<typeof torrent.forceRecheck>>, void>>()
  proves<Same<ReturnType<typeof torrent.pause>, void>>()
  proves<Same<ReturnType<typeof torrent.createReadStream>, Readable>>()
  typeOf(torrent.session).is<lt.Session>()
  const { state, pieces, errc, completedTime, infoHashes } = await torrent.status()
  typeOf(state).is<lt.TorrentState>()
  typeOf(pieces).is<lt.Bitfield>()
  typeOf(errc).is<lt.LibtorrentError | null>()
  typeOf(completedTime).is<Date | null>()
  typeOf(infoHashes).is<lt.InfoHash>()
  const { signal } = new AbortController()
  await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict, signal })
  await torrent.moveStorage('.', { flags: 'fail_if_exist' })
  // @ts-expect-error -- no such way to move
  await torrent.moveStorage('.', { flags: 'sometimes' })
  torrent.replaceTrackers(await torrent.trackers())
  torrent.createReadStream(0, { start: 1, end: 2, signal })
  // @ts-expect-error -- bytes, not a range in words
  torrent.createReadStream(0, { start: '1' })
  // @ts-expect-error -- only sessions make them
  new lt.TorrentHandle()
}

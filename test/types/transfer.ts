// Compiled by `npm run typecheck`: whole transfers, sources and files.
import type { Readable } from 'node:stream'
import * as lt from '../../lib'
import { proves, typeOf } from './expect'
import type { Same } from './expect'

export async function transfers(signal: AbortSignal, session: lt.Session): Promise<void> {
  const onProgress = ({ done, total, rate, remaining }: lt.TransferProgress): void => {
    typeOf(done + total + rate).is<number>()
    typeOf(remaining).is<number | null>()
  }
  const options = { signal, onProgress, seed: true, select: '*.iso', session }
  await using download = await lt.download('magnet:?xt=urn:btih:0', 'downloads', options)
  typeOf(download.files.map(({ path }) => path)).is<string[]>()
  typeOf(download.fetched + download.present + download.times.finished).is<number>()
  typeOf(download.times.firstBlock).is<number | null>()
  await using seeding = await lt.seed('album', { version: 'v2', trackers: ['a', ['b', 'c']] })
  typeOf(seeding.bytes).is<Buffer | null>()
  const { bytes, info } = await lt.createTorrent('album', { filter: (file) => file.size > 0 })
  typeOf(bytes).is<Buffer>()
  proves<Same<Awaited<ReturnType<typeof lt.fetchMetadata>>, lt.TorrentInfo>>()
  for (const { path, size } of info.files())
    typeOf([path, size] as const).is<readonly [string, number]>()
  // @ts-expect-error -- there is no such option
  await lt.download('a.torrent', 'downloads', { savePath: 'elsewhere' })
  // @ts-expect-error -- there is no such version
  await lt.createTorrent('album', { version: 'v3' })
}

export async function sources(session: lt.Session, params: lt.ResumeData): Promise<void> {
  const savePath = 'downloads'
  const torrent = await session.add(new URL('https://example.org/a.torrent'), { savePath })
  await session.add(params)
  typeOf((await lt.loadSource('a.torrent', { http: { maxSize: 1e6 } })).ti).is<
    lt.TorrentInfo | null | undefined
  >()
  await session.add(lt.parseMagnetUri('magnet:?xt=urn:btih:0'), { savePath, select: [0, '!*.nfo'] })
  await session.add(new Uint8Array(), {
    savePath,
    peers: ['127.0.0.1:1', { address: '::1', port: 1 }],
  })
  // @ts-expect-error -- a number says nothing of a torrent
  await session.add(5, { savePath })
  await torrent.finished({ flushed: true, timeout: 1000 })
  for (const file of await torrent.files()) {
    typeOf(file.createReadStream({ start: 1 })).is<Readable>()
    typeOf(file.stream()).is<ReadableStream<Uint8Array>>()
    typeOf(new Response(file.stream()).ok).is<boolean>()
    for await (const chunk of file) typeOf(chunk).is<Buffer>()
  }
}

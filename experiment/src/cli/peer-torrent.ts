import { rm } from 'node:fs/promises'
import { orAborted, within } from '../util/cancel'
import { Interrupted, usageError, UserError } from '../util/errors'
import { formatEndpoint } from '../util/endpoint'
import { type Binding, bindingOf, localAddressTowards } from '../host/addresses'
import { type Downloaded, downloadTorrent } from '../node/download-torrent'
import { fetchTorrent, isHttpUrl } from '../node/fetch-torrent'
import { isMagnet, loadSource, type TorrentInput } from '../node/source'
import { waitForTorrent } from '../node/wait-for-torrent'
import { quoted } from '../util/text'
import type { Display } from './display'
import { formatRate, formatSize, formatTime } from '../util/units'
import { DownloadView } from './transfer-views'
import type { PeerArguments } from './peer-options'

type TorrentArguments = PeerArguments & { readonly torrent: string }

/** The classic form: fetches a .torrent, as soon as it exists, or a magnet link. */
export async function peerTorrent(
  args: TorrentArguments,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  const [times = 1, second] = args.iterations ?? []
  if (second !== undefined || (args.fileSize?.length ?? 0) > 1) {
    throw usageError('--torrent fetches one file: give one --file-size and one --iterations')
  }
  const torrent = await torrentOf(args, display, signal)
  const binding = args.listen
    ? bindingOf(args.listen)
    : { listen: formatEndpoint({ host: await listenAddress(torrent, args), port: 0 }) }
  const fetching = { torrent, args, binding, display, signal }
  for (let iteration = 1; iteration <= times; iteration++) {
    const isLast = iteration === times
    const result = await fetchOnce({ ...fetching, stay: isLast && args.stay })
    if (isLast) break
    if (result.wasComplete)
      throw new UserError('fetching it several times needs a --save-path where it is not yet')
    await Promise.all(result.files.map((file) => rm(file)))
  }
}

/** What to download, once it is there: a magnet link, the path of a .torrent, or what an URL has. */
async function torrentOf(
  { torrent, wait }: TorrentArguments,
  display: Display,
  signal: AbortSignal,
): Promise<TorrentInput> {
  if (isMagnet(torrent)) return torrent
  if (isHttpUrl(torrent)) return await fetchTorrent(torrent, { signal })
  const appear = (signal: AbortSignal) =>
    waitForTorrent(torrent, { signal, onMessage: (message) => display.print(message) })
  await (wait === undefined
    ? appear(signal)
    : within(wait, `waiting for ${torrent}`, signal, appear))
  return torrent
}

/** The address of this machine that reaches the tracker, or the first peer. */
async function listenAddress(torrent: TorrentInput, args: TorrentArguments): Promise<string> {
  const { info, params } = await loadSource(torrent)
  const tracker = [
    ...(info ? info.trackers().map(({ url }) => url) : []),
    ...(params.trackers ?? []),
    ...(args.tracker ?? []),
  ].find((url) => URL.canParse(url))
  const host =
    tracker === undefined ? args.peer?.[0]?.host : new URL(tracker).hostname.replace(/^\[|\]$/g, '')
  return host === undefined ? '0.0.0.0' : localAddressTowards(host)
}

interface Fetching {
  readonly torrent: TorrentInput
  readonly args: TorrentArguments
  readonly binding: Binding
  readonly display: Display
  readonly signal: AbortSignal
  /** Continue to share until Ctrl-C. */
  readonly stay: boolean
}

async function fetchOnce(fetching: Fetching): Promise<Downloaded> {
  const { torrent, args, binding, display, signal, stay } = fetching
  const savePath = args.savePath ?? 'downloads'
  const view = new DownloadView(display)
  try {
    return await downloadTorrent(torrent, savePath, {
      ...binding,
      transport: args.transport,
      peers: args.peer ?? [],
      trackers: args.tracker ?? [],
      fileName: args.file,
      size: args.fileSize?.[0],
      stallTimeout: args.timeout ?? 60_000,
      signal,
      onMessage: (message) => display.print(message),
      onProgress: (progress) => view.show(progress),
      onIncomplete({ name, share }) {
        view.end()
        const percentage = Math.floor(100 * share)
        display.print(`${percentage} % of ${quoted(name)} is in ${savePath}; start again to go on`)
      },
      async onComplete(result) {
        view.end()
        sayResult(display, result)
        if (stay) await untilInterrupted(display, signal)
      },
    })
  } finally {
    view.end()
  }
}

function sayResult(display: Display, downloaded: Downloaded): void {
  const { files, name, sha256, wasComplete } = downloaded
  const where = files.length === 1 ? (files[0] ?? name) : `${quoted(name)}, ${files.length} files`
  if (wasComplete) display.print(`${where} was complete already`)
  else display.print(`${where}: ${transferOf(downloaded)}`)
  if (sha256 !== null) display.print(`SHA-256 ${sha256}`)
}

/** What came and how fast, without what was there before. */
function transferOf({ size, fetched, times: { finish } }: Downloaded): string {
  const time = `${formatTime(finish)}, ${formatRate((fetched / finish) * 1000)}`
  if (fetched === size) return `${formatSize(size)} in ${time}`
  return `${formatSize(size)}, of which ${formatSize(fetched)} came in ${time}`
}

async function untilInterrupted(display: Display, signal: AbortSignal): Promise<void> {
  display.print('sharing it; Ctrl-C ends it')
  await orAborted(new Promise<never>(() => {}), signal).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
  })
}

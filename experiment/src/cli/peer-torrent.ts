import { rm } from 'node:fs/promises'
import type * as lt from 'libtorrent-napi'
import { orAborted, within } from '../util/cancel'
import { Interrupted, usageError, UserError } from '../util/errors'
import { formatEndpoint } from '../util/endpoint'
import { type Binding, bindingOf, localAddressTowards } from '../host/addresses'
import { type Downloaded, downloadTorrent } from '../node/download-torrent'
import { isMagnet, loadSource, waitForTorrent } from '../node/source'
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
  const source = await sourceOf(args, display, signal)
  const binding = args.listen
    ? bindingOf(args.listen)
    : { listen: formatEndpoint({ host: await listenAddress(source, args), port: 0 }) }
  const fetching = { source, args, binding, display, signal }
  for (let iteration = 1; iteration <= times; iteration++) {
    const isLast = iteration === times
    const result = await fetchOnce({ ...fetching, stay: isLast && args.stay })
    if (isLast) break
    if (result.wasComplete)
      throw new UserError('fetching it several times needs a --save-path where it is not yet')
    await Promise.all(result.files.map((file) => rm(file)))
  }
}

/** What to download, once it is there: a magnet link, a .torrent at a path, or what a URL has. */
async function sourceOf(
  { torrent, wait }: TorrentArguments,
  display: Display,
  signal: AbortSignal,
): Promise<lt.SourceParams> {
  if (isMagnet(torrent) || /^https?:/i.test(torrent)) return await loadSource(torrent, { signal })
  const appear = (signal: AbortSignal) =>
    waitForTorrent(torrent, { signal, onMessage: (message) => display.print(message) })
  const ti = await (wait === undefined
    ? appear(signal)
    : within(wait, `waiting for ${torrent}`, signal, appear))
  return { ti }
}

/** The address of this machine that reaches the tracker, or the first peer. */
async function listenAddress(
  { ti, trackers = [] }: lt.SourceParams,
  args: TorrentArguments,
): Promise<string> {
  const urls = [...(ti?.trackers() ?? []).map(({ url }) => url), ...trackers]
  const tracker = [...urls, ...(args.tracker ?? [])].find((url) => URL.canParse(url))
  const host =
    tracker === undefined ? args.peer?.[0]?.host : new URL(tracker).hostname.replace(/^\[|\]$/g, '')
  return host === undefined ? '0.0.0.0' : localAddressTowards(host)
}

interface Fetching {
  readonly source: lt.SourceParams
  readonly args: TorrentArguments
  readonly binding: Binding
  readonly display: Display
  readonly signal: AbortSignal
  /** Continue to share until Ctrl-C. */
  readonly stay: boolean
}

async function fetchOnce(fetching: Fetching): Promise<Downloaded> {
  const { source, args, binding, display, signal, stay } = fetching
  const savePath = args.savePath ?? 'downloads'
  const view = new DownloadView(display)
  try {
    const result = await downloadTorrent(source, savePath, {
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
      ...(stay && { onComplete: (result) => shareOn(result, view, display, signal) }),
    })
    view.end()
    if (!stay) printResult(display, result)
    return result
  } finally {
    view.end()
  }
}

function printResult(display: Display, downloaded: Downloaded): void {
  const { files, name, sha256, wasComplete } = downloaded
  const where = files.length === 1 ? (files[0] ?? name) : `${quoted(name)}, ${files.length} files`
  if (wasComplete) display.print(`${where} was complete already`)
  else display.print(`${where}: ${transferOf(downloaded)}`)
  if (sha256 !== null) display.print(`SHA-256 ${sha256}`)
}

/** What came and how fast, without what was there before. */
function transferOf({ size, fetched, times: { finished } }: Downloaded): string {
  const time = `${formatTime(finished)}, ${formatRate((fetched / finished) * 1000)}`
  if (fetched === size) return `${formatSize(size)} in ${time}`
  return `${formatSize(size)}, of which ${formatSize(fetched)} came in ${time}`
}

async function shareOn(
  result: Downloaded,
  view: DownloadView,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  view.end()
  printResult(display, result)
  display.print('sharing it; Ctrl-C ends it')
  await orAborted(new Promise<never>(() => {}), signal).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
  })
}

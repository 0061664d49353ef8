import { rm } from 'node:fs/promises'
import { orAborted, within } from '../cancel'
import { Interrupted, usageError, UserError } from '../errors'
import { formatEndpoint } from '../net/endpoint'
import { type Binding, bindingOf, localAddressTowards } from '../net/local'
import { type Downloaded, downloadTorrent } from '../transfer/downloadTorrent'
import { loadSource } from '../transfer/source'
import { waitForTorrent } from '../transfer/waitForTorrent'
import { quoted } from '../text'
import type { Display } from '../ui/display'
import { formatRate, formatSize, formatTime } from '../units'
import { DownloadView } from './downloadView'
import type { PeerArguments } from './peerOptions'

type TorrentArguments = PeerArguments & { readonly torrent: string }

/** The classic form: fetches a .torrent, as soon as it exists, or a magnet link. */
export async function peerTorrent(
  args: TorrentArguments,
  display: Display,
  signal: AbortSignal,
): Promise<number> {
  const [times = 1, second] = args.iterations ?? []
  if (second !== undefined || (args.fileSize?.length ?? 0) > 1) {
    throw usageError('--torrent fetches one file: give one --file-size and one --iterations')
  }
  await torrentIsThere(args, display, signal)
  const binding = args.listen
    ? bindingOf(args.listen)
    : { listen: formatEndpoint({ host: await listenAddress(args), port: 0 }) }
  for (let iteration = 1; iteration <= times; iteration++) {
    const isLast = iteration === times
    const result = await fetchOnce(args, binding, display, signal, isLast && args.stay)
    if (isLast) break
    if (result.wasComplete)
      throw new UserError('fetching it several times needs a --save-path where it is not yet')
    await Promise.all(result.files.map((file) => rm(file)))
  }
  return 0
}

async function torrentIsThere(
  args: TorrentArguments,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  if (args.torrent.startsWith('magnet:')) return
  const wait = (signal: AbortSignal) =>
    waitForTorrent(args.torrent, { signal, onMessage: (message) => display.say(message) })
  await (args.wait === undefined
    ? wait(signal)
    : within(args.wait, `waiting for ${args.torrent}`, signal, wait))
}

/** The address that reaches those who are to be talked to. */
async function listenAddress(args: TorrentArguments): Promise<string> {
  const { info, params } = await loadSource(args.torrent)
  const tracker = [
    ...(info ? info.trackers().map(({ url }) => url) : []),
    ...(params.trackers ?? []),
    ...(args.tracker ?? []),
  ].find((url) => URL.canParse(url))
  const host =
    tracker === undefined ? args.peer?.[0]?.host : new URL(tracker).hostname.replace(/^\[|\]$/g, '')
  return host === undefined ? '0.0.0.0' : localAddressTowards(host)
}

async function fetchOnce(
  args: TorrentArguments,
  binding: Binding,
  display: Display,
  signal: AbortSignal,
  stay: boolean,
): Promise<Downloaded> {
  const view = new DownloadView(display)
  try {
    return await downloadTorrent(args.torrent, args.savePath ?? 'downloads', {
      ...binding,
      transport: args.transport,
      peers: args.peer ?? [],
      trackers: args.tracker ?? [],
      fileName: args.file,
      size: args.fileSize?.[0],
      stallTimeout: args.timeout ?? 60_000,
      signal,
      onMessage: (message) => display.say(message),
      onProgress: (progress) => view.show(progress),
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

function sayResult(
  display: Display,
  { files, name, size, sha256, times, wasComplete }: Downloaded,
): void {
  const where = files.length === 1 ? (files[0] ?? name) : `${quoted(name)}, ${files.length} files`
  if (wasComplete) display.say(`${where} was complete already`)
  else
    display.say(
      `${where}: ${formatSize(size)} in ${formatTime(times.finish)}, ${formatRate((size / times.finish) * 1000)}`,
    )
  if (sha256 !== null) display.say(`SHA-256 ${sha256}`)
}

async function untilInterrupted(display: Display, signal: AbortSignal): Promise<void> {
  display.say('sharing it on; Ctrl-C ends it')
  await orAborted(new Promise<never>(() => {}), signal).catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
  })
}

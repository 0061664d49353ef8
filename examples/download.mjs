// @ts-check
// Downloads a torrent and shows its progress. Ctrl-C stops it, and the next start continues.
//   node download.mjs SOURCE DIRECTORY [GLOB...]
import { download, printable } from 'libtorrent-napi'

const [source, savePath, ...globs] = process.argv.slice(2)
if (!source || !savePath) {
  console.error('usage: node download.mjs SOURCE DIRECTORY [GLOB...]')
  process.exit(2)
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
try {
  const { files } = await download(source, savePath, {
    select: globs.length > 0 ? globs : undefined,
    signal: stop.signal,
    onProgress({ state, progress, rate, peers }) {
      const percent = (100 * progress).toFixed(1)
      console.log(`${state}: ${percent} %, ${Math.round(rate / 1000)} kB/s from ${peers} peers`)
    },
  })
  for (const { path, length } of files) console.log(`${printable(path)}: ${length} bytes`)
} catch (error) {
  if (error !== stop.signal.reason) throw error
  console.log('stopped; the next start continues')
}

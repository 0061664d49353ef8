// @ts-check
// Downloads a torrent, and goes on where Ctrl-C stopped it the last time, without reading the files again.
//   node resume.mjs FILE.torrent DIRECTORY
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'

const [file, savePath] = process.argv.slice(2)
if (!file || !savePath) {
  console.error('usage: node resume.mjs FILE.torrent DIRECTORY')
  process.exit(2)
}
const ti = await lt.TorrentInfo.load(file)
const resumeFile = join(savePath, `${ti.name()}.resume`)
const saved = existsSync(resumeFile) ? lt.readResumeData(await readFile(resumeFile)) : {}

await mkdir(savePath, { recursive: true })
const session = new lt.Session()
try {
  // libtorrent can't use what was saved when the files have changed: it checks them.
  session.on('fastresume_rejected', ({ message }) => console.error(lt.printable(message)))
  // What was saved knows where the files are, also after moveStorage(): it stands behind `savePath`.
  const torrent = await session.addTorrent({ savePath, ...saved, ti })
  // A disk that was full has put the torrent into upload mode, and resume data keeps that.
  torrent.unsetFlags(lt.torrentFlags.uploadMode)
  await torrent.checked()
  const interrupted = once(process, 'SIGINT').then(() => undefined)
  const { numPieces } = await torrent.status()
  console.log(`${numPieces} of ${ti.numPieces()} pieces were here`)
  torrent.on('piece_finished', ({ pieceIndex }) => console.log(`piece ${pieceIndex}`))

  const failure = await Promise.race([
    torrent.finished().catch((error) => error), // such as a full disk
    interrupted,
  ])
  if (failure) {
    console.error(lt.printable(failure.message))
    process.exitCode = 1
  }
  // Peers send nothing more: it would be missing in what is saved.
  session.pause()
  const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.flushDiskCache })
  // A crash while it is written leaves the previous file whole.
  await writeFile(`${resumeFile}.new`, lt.writeResumeDataBuf(params))
  await rename(`${resumeFile}.new`, resumeFile)
  console.log(`saved ${lt.printable(resumeFile)}`)
} finally {
  await session.close()
}

// @ts-check
// Downloads a torrent and goes on where it was stopped by Ctrl-C the last time.
//   node resume.mjs FILE.torrent DIRECTORY
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [file, savePath] = process.argv.slice(2)
if (!file || !savePath) {
  console.error('usage: node resume.mjs FILE.torrent DIRECTORY')
  process.exit(2)
}
const ti = await lt.TorrentInfo.load(file)
const resumeFile = join(savePath, `${ti.name()}.resume`)
const sessionFile = join(savePath, 'session.state')

/**
 * Written aside and renamed: a crash in the middle leaves the previous one whole.
 *
 * @param {string} path
 * @param {Buffer} content
 */
async function save(path, content) {
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
  console.log(`saved ${visible(path)}`)
}

// The nodes of the DHT that were known the last time: it starts faster with them.
const { dhtState } = existsSync(sessionFile)
  ? lt.readSessionParams(await readFile(sessionFile))
  : {}
const session = new lt.Session({ dhtState })
try {
  const { defaultFlags, uploadMode } = lt.torrentFlags
  const saved = existsSync(resumeFile)
    ? lt.readResumeData(await readFile(resumeFile))
    : { flags: defaultFlags }
  // A disk that was full has put the torrent into upload mode, and resume data keeps that.
  const flags = saved.flags & ~uploadMode

  // Comes when libtorrent can't use what was saved, because the files have changed: it checks them.
  session.on('fastresume_rejected', ({ message }) => console.error(visible(message)))
  // A full disk causes no torrent_error: libtorrent stops the download and goes on sharing what is here.
  const failed = session.waitFor(['file_error', 'torrent_error'])
  let trouble = ''
  session.on('file_error', ({ message }) => (trouble ||= message))
  session.on('torrent_error', ({ message }) => (trouble ||= message))
  const checked = session.waitFor('torrent_checked')
  const finished = session.waitFor('torrent_finished')
  // What was saved knows where the files are, also after moveStorage(): it stands behind `savePath`.
  const torrent = await session.addTorrent({ savePath, ...saved, flags, ti })
  await Promise.race([checked, failed])
  const { numPieces } = await torrent.status()
  console.log(`${numPieces} of ${ti.numPieces()} pieces were here`)
  session.on('piece_finished', ({ pieceIndex }) => console.log(`piece ${pieceIndex}`))

  await Promise.race([finished, failed, once(process, 'SIGINT')])
  // Peers send nothing more: it would be missing in what is saved.
  session.pause()
  const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.flushDiskCache })
  if (trouble) {
    console.error(visible(trouble))
    process.exitCode = 1
  }
  await save(resumeFile, lt.writeResumeDataBuf(params))
  const state = await session.sessionState(lt.saveStateFlags.saveDhtState)
  await save(sessionFile, lt.writeSessionParamsBuf(state, lt.saveStateFlags.saveDhtState))
} finally {
  await session.close()
}

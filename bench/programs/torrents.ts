// Very many torrents in one session: adding them, what they take of the memory, and the status of all.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as lt from 'libtorrent-napi'
import { now, say } from './say'
import { sessionOptions, word } from './words'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** KiB, when what could be collected was. */
function resident(): number {
  collect()
  return process.memoryUsage.rss() / 1024
}

async function main(): Promise<void> {
  const count = Number(word('count'))
  await using session = new lt.Session(sessionOptions())
  const before = resident()
  const start = now()
  const torrents = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      session.addTorrent({
        infoHashes: { v1: (i + 1).toString(16).padStart(40, '0') },
        name: `torrent ${i}`,
        savePath: '/tmp/torrents',
        flags: lt.torrentFlags.paused,
      }),
    ),
  )
  const add = now() - start
  const memory = (resident() - before) / count
  const from = now()
  const statuses = await session.getTorrentStatus(0xffffffff)
  const status = now() - from
  if (statuses.length !== torrents.length) throw new Error(`${statuses.length} statuses`)
  say('done', { add, memory, status })
}

void main()

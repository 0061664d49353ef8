// Very many torrents in one session: adding them, what they take of the memory, and the status of all.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument } from './arguments'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** KiB that are resident after a collection of garbage. */
function resident(): number {
  collect()
  return process.memoryUsage.rss() / 1024
}

/** The number comes first: libtorrent's table of torrents looks at no more than the first bytes. */
function numbered(number: number): lt.AddTorrentParamsInit {
  return {
    infoHashes: { v1: number.toString(16).padStart(8, '0').padEnd(40, '0') },
    name: `torrent ${number}`,
    savePath: '/tmp/torrents',
    flags: lt.torrentFlags.paused,
  }
}

/** Measures turns of the event loop. The function that it returns ends that, and returns the longest one in ms. */
function longestTurn(): () => number {
  let longest = 0
  let last = now()
  let isRunning = true
  const turn = (): void => {
    const time = now()
    longest = Math.max(longest, time - last)
    last = time
    if (isRunning) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    isRunning = false
    return Math.max(longest, now() - last)
  }
}

/** The fields that a list of torrents shows. */
const listed = [
  ...(['handle', 'name', 'state', 'progress', 'downloadRate', 'uploadRate'] as const),
  ...(['numPeers', 'numSeeds'] as const),
] as const

/** How often a list reads them. */
const reads = 10

// Promises that wait at once. With far fewer, libtorrent's thread idles between them, and malloc returns memory to
// the system and gets it again. Far more keep more objects alive, and are no faster.
const atOnce = 300

async function main(): Promise<void> {
  const count = Number(argument('count'))
  await using session = new lt.Session(sessionOptions())
  const torrents: lt.TorrentHandle[] = []
  const addHalf = async (): Promise<number> => {
    const start = now()
    const end = torrents.length + count / 2
    while (torrents.length < end) {
      const first = torrents.length + 1
      const few = Array.from({ length: Math.min(atOnce, end + 1 - first) }, (_, i) => first + i)
      torrents.push(
        ...(await Promise.all(few.map((number) => session.addTorrent(numbered(number))))),
      )
    }
    return now() - start
  }
  // The first half grows once what is shared by all: the young generation of the heap, and buffers.
  const early = await addHalf()
  const before = resident()
  const add = early + (await addHalf())
  const memory = (resident() - before) / (count / 2)
  const blockedByStatus = longestTurn()
  const from = now()
  const statuses = await session.getTorrentStatus(0xffffffff)
  const status = now() - from
  const statusTurn = blockedByStatus()
  if (statuses.length !== torrents.length) throw new Error(`${statuses.length} statuses`)
  const blocked = longestTurn()
  const start = now()
  for (let read = 0; read < reads; read++) {
    const list = await session.torrentFields(listed)
    if (list.length !== torrents.length) throw new Error(`${list.length} torrents in the list`)
  }
  const fields = (now() - start) / reads
  const turn = blocked()
  emit('done', { add, memory, status, statusTurn, fields, turn })
}

void main()

// Calls that libtorrent refuses: a torrent is added that the session has.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument } from './arguments'

/** As in programs/torrents.ts. */
const atOnce = 300

async function main(): Promise<void> {
  const count = Number(argument('count'))
  const rejects = argument('rejects') === 'true'
  await using session = new lt.Session(sessionOptions())
  const { paused, duplicateIsError } = lt.torrentFlags
  const infoHashes = { v1: '1'.repeat(40) }
  const params = { infoHashes, savePath: '/tmp/torrents', flags: paused }
  await session.addTorrent(params)
  const refused = rejects ? { ...params, flags: paused | duplicateIsError } : params
  const call = async (): Promise<boolean> => {
    try {
      await session.addTorrent(refused)
      return false
    } catch {
      return true
    }
  }
  Error.stackTraceLimit = Number(argument('frames'))
  const all = async (): Promise<void> => {
    for (let made = 0; made < count; made += atOnce) {
      const rejected = await Promise.all(Array.from({ length: atOnce }, call))
      if (!rejected.every((each) => each === rejects)) throw new Error('another result')
    }
  }
  await all() // for V8 to compile it
  const start = now()
  await all()
  emit('done', { each: ((now() - start) / count) * 1000 })
}

void main()

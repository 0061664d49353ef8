// What `new Session()` takes of the JS thread.
import * as lt from 'libtorrent-napi'
import { now, say } from './say'
import { sessionOptions, word } from './words'

async function main(): Promise<void> {
  const count = Number(word('count'))
  const options = sessionOptions()
  const start = now()
  const sessions = Array.from({ length: count }, () => new lt.Session(options))
  const wall = now() - start
  await Promise.all(sessions.map((session) => session.close()))
  say('done', { each: wall / count })
}

void main()

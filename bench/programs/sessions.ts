// The time that `new Session()` takes on the JS thread.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument } from './arguments'

async function main(): Promise<void> {
  const count = Number(argument('count'))
  const options = sessionOptions()
  const start = now()
  const sessions = Array.from({ length: count }, () => new lt.Session(options))
  const wall = now() - start
  await Promise.all(sessions.map((session) => session.close()))
  emit('done', { each: wall / count })
}

void main()

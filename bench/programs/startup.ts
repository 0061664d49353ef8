// How long it takes from require() until a session listens.
import { createRequire } from 'node:module'
import type * as Library from 'libtorrent-napi'
import { now, say } from './say'
import { sessionOptions } from './words'

async function main(): Promise<void> {
  const options = sessionOptions()
  const start = now()
  const lt = createRequire(__filename)('libtorrent-napi') as typeof Library
  const session = new lt.Session(options)
  await session.waitFor('listen_succeeded', { filter: ({ socketType }) => socketType === 'tcp' })
  const wall = now() - start
  await session.close()
  say('done', { wall })
}

void main()

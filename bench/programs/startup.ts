// How long it takes from require() until a session listens.
import { createRequire } from 'node:module'
import type * as Library from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions } from './arguments'

async function main(): Promise<void> {
  const options = sessionOptions()
  const start = now()
  const lt = createRequire(__filename)('libtorrent-napi') as typeof Library
  const required = now()
  const session = new lt.Session(options)
  await session.waitFor('listen_succeeded', { filter: ({ socketType }) => socketType === 'tcp' })
  const wall = now() - start
  await session.close()
  emit('done', { wall, require: required - start })
}

void main()

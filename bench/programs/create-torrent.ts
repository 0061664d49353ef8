// Making a torrent of a file: how fast it is hashed, and what that does to the event loop.
import { dirname } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { argument } from './arguments'

const flags: Record<string, number> = {
  v1: lt.createFlags.v1Only,
  v2: lt.createFlags.v2Only,
  hybrid: 0,
}

async function main(): Promise<void> {
  const path = argument('file')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const start = now()
  const files = await lt.addFiles(new lt.FileStorage(), path)
  const torrent = new lt.CreateTorrent(files, Number(argument('piece')), flags[argument('version')])
  delay.enable()
  let reports = 0
  await torrent.setPieceHashes(dirname(path), { onProgress: () => reports++ })
  delay.disable()
  torrent.generateBuf()
  const wall = now() - start
  const speed = files.totalSize() / wall / 1e6
  // the histogram counts from one tick of its clock to the next
  emit('done', { speed, p99: delay.percentile(99) / 1e6 - 1, reports })
}

void main()

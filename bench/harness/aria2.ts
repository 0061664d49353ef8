// aria2 as a competitor. It takes no addresses of peers, so each run has a tracker, which also reports that
// the seeder runs.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import type { Content } from './content'
import { aria2, benchRoot } from './implementations'
import { Program } from './process'
import type { Competitor, Figures } from './trial'

const interval = 1800 // seconds until the next announce: after the end

/** A tracker that gives the first client that announces itself to all others. */
class Tracker implements AsyncDisposable {
  #first: number | undefined
  readonly #server = createServer((request, response) => {
    const port = Number(new URL(request.url ?? '', 'http://tracker').searchParams.get('port'))
    const peers =
      this.#first === undefined ? [] : [127, 0, 0, 1, this.#first >> 8, this.#first & 255]
    response.end(lt.bencode({ interval, peers: Buffer.from(peers) }))
    this.#first ??= port
    this.#server.emit('announced')
  })

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/announce`
  }

  announced(signal: AbortSignal): Promise<unknown> {
    return once(this.#server, 'announced', { signal })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

function start(directory: string, torrent: string, tracker: string): Program {
  const [command] = aria2.command('')
  return new Program([
    command,
    ...['--no-conf', '--quiet', '--file-allocation=none', '--bt-seed-unverified'],
    ...['--enable-dht=false', '--bt-enable-lpd=false', '--enable-peer-exchange=false'],
    ...['--seed-ratio=0', '--listen-port=20000-30000', `--bt-tracker=${tracker}`],
    `--on-bt-download-complete=${join(benchRoot, 'npm', 'aria2-done.sh')}`,
    ...[`--dir=${directory}`, torrent],
  ])
}

async function run({ savePath, torrent }: Content, scratch: string): Promise<Figures> {
  await using tracker = new Tracker()
  const url = await tracker.listen()
  const seederIsThere = tracker.announced(AbortSignal.timeout(60_000))
  await using seeder = start(savePath, torrent, url)
  await seederIsThere
  const before = await seeder.usage()
  const begin = performance.now()
  await using leecher = start(scratch, torrent, url)
  await leecher.receive('done')
  const wall = (performance.now() - begin) / 1000
  const [ofSeeder, ofLeecher] = await Promise.all([seeder.usage(), leecher.usage()])
  seeder.kill()
  leecher.kill()
  return {
    wall,
    cpu: ofSeeder.cpu - before.cpu + ofLeecher.cpu,
    rssSeeder: ofSeeder.peakRss,
    rssLeecher: ofLeecher.peakRss,
  }
}

/** It has no session to be prepared: its time and processor time include its start. */
export function aria2Competitor(content: Content): Competitor {
  return { name: 'aria2', implementation: aria2, run: (scratch) => run(content, scratch) }
}

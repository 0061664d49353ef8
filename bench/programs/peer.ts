// One peer of a swarm. It reads commands line by line: `add`, `start`, `remove` (bench/README.md).
import { createInterface } from 'node:readline'
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions } from './arguments'

class Peer {
  readonly #session: lt.Session
  #torrent: lt.TorrentHandle | undefined
  #complete = false

  constructor(session: lt.Session) {
    this.#session = session
  }

  async execute([command, ...fields]: readonly string[]): Promise<void> {
    if (command === 'add') return this.#add(fields)
    if (command === 'start') return this.#run(this.#added())
    if (command === 'remove') return this.#remove(this.#added())
    throw new Error(`no such command: ${String(command)}`)
  }

  #added(): lt.TorrentHandle {
    if (!this.#torrent) throw new Error('add a torrent first')
    return this.#torrent
  }

  /**
   * add, torrent file, save path, peers. The torrent stops once its files are checked; its peers are dialled
   * when it is resumed.
   */
  async #add([file = '', savePath = '', ...peers]: readonly string[]): Promise<void> {
    const checked = this.#session.waitFor('torrent_checked')
    const params = await lt.loadTorrentFile(file)
    this.#torrent = await this.#session.addTorrent({
      ...params,
      savePath,
      peers: peers.map(endpoint),
      flags: lt.torrentFlags.stopWhenReady,
    })
    await checked
    this.#complete = (await this.#torrent.status()).isFinished
    emit('checked')
  }

  async #run(torrent: lt.TorrentHandle): Promise<void> {
    const start = now()
    const finished = this.#complete ? null : torrent.waitFor('torrent_finished')
    torrent.resume()
    await finished
    emit('done', { start, end: now() })
  }

  async #remove(torrent: lt.TorrentHandle): Promise<void> {
    await this.#session.removeTorrent(torrent)
    emit('removed')
  }
}

function endpoint(text: string): lt.Endpoint {
  const colon = text.lastIndexOf(':')
  return { address: text.slice(0, colon), port: Number(text.slice(colon + 1)) }
}

async function main(): Promise<void> {
  await using session = new lt.Session(sessionOptions())
  const peer = new Peer(session)
  const { port } = await session.waitFor('listen_succeeded', {
    filter: ({ socketType }) => socketType === 'tcp',
  })
  emit('ready', { port })
  for await (const line of createInterface({ input: process.stdin })) {
    await peer.execute(line.split('\t'))
  }
}

void main()

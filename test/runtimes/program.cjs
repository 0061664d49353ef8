// What each runtime does: makes a torrent of random content, sends it from one session to another, closes
// both and ends by itself. Prints what it saw, as JSON.
const { createHash, randomBytes } = require('node:crypto')
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

const settings = {
  listen_interfaces: '127.0.0.1:0',
  enable_dht: false,
  enable_lsd: false,
  enable_upnp: false,
  enable_natpmp: false,
  allow_multiple_connections_per_ip: true,
}

async function transfer(lt, folder) {
  const [from, to] = [mkdtempSync(join(folder, 'from-')), mkdtempSync(join(folder, 'to-'))]
  const path = join(from, 'content.bin')
  writeFileSync(path, randomBytes(300_000))
  const torrent = new lt.CreateTorrent(await lt.addFiles(new lt.FileStorage(), path), 0)
  await torrent.setPieceHashes(from)
  const bytes = torrent.generateBuf()

  const [seeder, peer] = [new lt.Session({ settings }), new lt.Session({ settings })]
  const checked = seeder.waitFor('torrent_checked', { timeout: 20_000 })
  await seeder.addTorrent({ ti: new lt.TorrentInfo(bytes), savePath: from })
  await checked
  const finished = peer.waitFor('torrent_finished', { timeout: 20_000 })
  await peer.addTorrent({
    ti: new lt.TorrentInfo(bytes),
    savePath: to,
    peers: [{ address: '127.0.0.1', port: await seeder.listenPort() }],
  })
  const { timestamp, handle } = await finished
  const refused = await handle.renameFile(7, 'x').catch((error) => error)
  await Promise.all([seeder.close(), peer.close()])
  return {
    same: sha256(join(to, 'content.bin')) === sha256(path),
    ago: performance.now() - timestamp,
    refused: refused instanceof RangeError || refused instanceof lt.LibtorrentError,
    closed: await handle.status().catch((error) => error.code),
  }
}

/** As a CommonJS or an ES module: `lt` is what that imported. */
exports.main = async (lt) => {
  const folder = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  try {
    console.log(JSON.stringify({ version: lt.version, ...(await transfer(lt, folder)) }))
  } finally {
    rmSync(folder, { recursive: true })
  }
  if (process.argv[2] === 'exit') {
    new lt.Session({ settings })
    process.exit(3)
  }
}

if (require.main === module) void exports.main(require('libtorrent-napi'))

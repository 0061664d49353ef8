// What runs where the package was installed: transfers over TCP and uTP through an HTTPS tracker, and of an SSL
// torrent. Prints what came out, as JSON. Certificates come from the directory that the argument names, because a
// system without OpenSSL can't make them.
const { createHash, randomBytes } = require('node:crypto')
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { createServer } = require('node:https')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const lt = require('libtorrent-napi')

const certificates = process.argv[2]
const pem = (name) => readFileSync(join(certificates, `${name}.pem`), 'utf8')
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')
const timeout = 60_000

function open(settings, options = {}) {
  const isolated = {
    listen_interfaces: '127.0.0.1:0',
    enable_dht: false,
    enable_lsd: false,
    enable_upnp: false,
    enable_natpmp: false,
    allow_multiple_connections_per_ip: true,
    stop_tracker_timeout: 0,
  }
  return new lt.Session({ settings: { ...isolated, ...settings }, ...options })
}

/** A tracker over HTTPS. Its reply names the other peers of the torrent. */
async function startTracker() {
  const swarms = new Map()
  const server = createServer(
    { cert: pem('tracker'), key: pem('tracker-key') },
    (request, response) => {
      const { searchParams } = new URL(request.url, 'https://127.0.0.1')
      const [infoHash, port] = [searchParams.get('info_hash'), searchParams.get('port')]
      const endpoint = Buffer.from([127, 0, 0, 1, 0, 0])
      endpoint.writeUInt16BE(Number(port), 4)
      const swarm = swarms.get(infoHash) ?? new Map()
      swarms.set(infoHash, swarm.set(port, endpoint))
      const others = [...swarm].filter(([known]) => known !== port).map(([, peer]) => peer)
      const head = Buffer.from(`d8:intervali60e5:peers${6 * others.length}:`)
      response.end(Buffer.concat([head, ...others, Buffer.from('e')]))
    },
  )
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `https://127.0.0.1:${server.address().port}/announce` }
}

async function makeTorrent(folder, rootCertificate) {
  const from = mkdtempSync(join(folder, 'from-'))
  const path = join(from, 'content.bin')
  writeFileSync(path, randomBytes(500_000))
  const torrent = new lt.CreateTorrent(await lt.addFiles(new lt.FileStorage(), path), 0)
  if (rootCertificate) torrent.setRootCert(rootCertificate)
  await torrent.setPieceHashes(from)
  return { from, path, bytes: torrent.generateBuf() }
}

/** Sends random content from one session to another. Returns whether it arrived as it was. */
async function transfer(folder, [seeder, leecher], { rootCertificate, trackers = [], prepare }) {
  const { from, path, bytes } = await makeTorrent(folder, rootCertificate)
  const to = mkdtempSync(join(folder, 'to-'))
  const add = (session, savePath) =>
    session.addTorrent({ ti: new lt.TorrentInfo(bytes), savePath, trackers })
  const announced = trackers.length > 0 ? seeder.waitFor('tracker_reply', { timeout }) : undefined
  const seed = await add(seeder, from)
  prepare?.(seed)
  await Promise.all([seed.seeding({ timeout }), announced])
  const leech = await add(leecher, to)
  prepare?.(leech)
  await leech.checked({ timeout })
  if (prepare) leech.connectPeer({ address: '127.0.0.1', port: await seeder.sslListenPort() })
  await leech.finished({ timeout })
  await Promise.all([seeder.close(), leecher.close()])
  return sha256(join(to, 'content.bin')) === sha256(path)
}

/** Returns the code with which a session, opened without authorities, ends its announce; 0 when it got a reply. */
async function announce(folder, url) {
  const session = open({})
  const answer = session.waitFor(['tracker_reply', 'tracker_error'], { timeout })
  const { bytes, from } = await makeTorrent(folder)
  await session.addTorrent({ ti: new lt.TorrentInfo(bytes), savePath: from, trackers: [url] })
  const { error } = await answer
  await session.close()
  return error?.code ?? 0
}

/** The same, where the list of authorities that the runtime carries is that of the tracker. */
async function announceByList(folder, url) {
  const { getBuiltinModule } = process
  process.getBuiltinModule = (name) =>
    name === 'node:tls' ? { rootCertificates: [pem('authority')] } : getBuiltinModule(name)
  try {
    return await announce(folder, url)
  } finally {
    process.getBuiltinModule = getBuiltinModule
  }
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  const { server, url } = await startTracker()
  const trusting = { certificateAuthorities: pem('authority') }
  const tcpOnly = { enable_incoming_utp: false, enable_outgoing_utp: false }
  const utpOnly = { enable_incoming_tcp: false, enable_outgoing_tcp: false }
  try {
    const through = async (settings) => {
      const sessions = [open(settings, trusting), open(settings, trusting)]
      return transfer(folder, sessions, { trackers: [url] })
    }
    const identify = (torrent) =>
      torrent.setSslCertificateBuffer(pem('peer'), pem('peer-key'), pem('parameters'))
    const ssl = [
      open({ listen_interfaces: '127.0.0.1:0s' }),
      open({ listen_interfaces: '127.0.0.1:0s' }),
    ]
    const result = {
      libtorrent: lt.version,
      tcp: await through(tcpOnly),
      utp: await through(utpOnly),
      ssl: await transfer(folder, ssl, { rootCertificate: pem('authority'), prepare: identify }),
      untrusted: await announce(folder, url),
      listed: (await announceByList(folder, url)) === 0,
    }
    console.log(JSON.stringify(result))
  } finally {
    server.close()
    server.closeAllConnections?.()
    rmSync(folder, { recursive: true })
  }
}

void main()

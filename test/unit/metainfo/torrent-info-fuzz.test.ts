import * as lt from '../../../lib'
import { bareTorrent, kiB, manyFiles, versions } from '../../helpers/torrents'

/** A generator of numbers that is the same in every run, so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const bytesThatMean = Buffer.from('dlie:0123456789-\0\xff', 'latin1')

/** One to four bytes changed, cut out or doubled. */
function mutated(original: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(original)
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(bytes.length)
    const length = 1 + random(8)
    const kind = random(4)
    if (kind === 0) bytes[at] = bytesThatMean[random(bytesThatMean.length)] ?? 0
    else if (kind === 1) bytes[at] = random(256)
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    else bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)])
  }
  return bytes
}

/** What the use of broken input may throw. */
function expectTyped(call: () => unknown, input: Buffer): void {
  try {
    call()
  } catch (error) {
    const typed =
      error instanceof lt.LibtorrentError ||
      error instanceof TypeError ||
      error instanceof RangeError
    if (!typed)
      throw new Error(`${String(error)} for ${input.toString('base64')}`, { cause: error })
  }
}

/** Looks at everything that a TorrentInfo has. */
function readAll(bytes: Buffer): void {
  const info = new lt.TorrentInfo(bytes)
  info.infoHashes()
  info.trackers()
  info.webSeeds()
  info.nodes()
  info.comment()
  info.creationDate()
  info.similarTorrents()
  info.collections()
  info.infoSection()
  const files = info.files()
  for (let file = 0; file < Math.min(files.numFiles(), 50); file++) {
    files.filePath(file)
    files.fileSize(file)
    files.symlink(file)
    files.root(file)
    info.pieceLayer(file)
  }
  if (info.numPieces() > 0) info.pieceSize(info.lastPiece())
}

test.each(versions)(
  'no mutation of a %s torrent does more than throw a typed error',
  async (version) => {
    const { buffer } = await manyFiles(
      { a: 1, 'b/c': 70 * kiB, 'b/d': 0 },
      { version, pieceSize: 16 * kiB, trackers: ['http://t.example/'], urlSeeds: ['http://w/'] },
    )
    const random = randomFrom(versions.indexOf(version) + 1)
    for (let round = 0; round < 400; round++) {
      const bytes = mutated(buffer, random)
      expectTyped(() => readAll(bytes), bytes)
    }
  },
)

test('no mutation of a torrent is decoded into more than a typed error', () => {
  const random = randomFrom(42)
  for (let round = 0; round < 400; round++) {
    const bytes = mutated(bareTorrent(), random)
    expectTyped(() => lt.bencode(lt.bdecode(bytes)), bytes)
    expectTyped(() => lt.loadTorrentBuffer(bytes), bytes)
  }
})

test('no mutation of resume data does more than throw a typed error', () => {
  const original = lt.writeResumeDataBuf({
    ti: new lt.TorrentInfo(bareTorrent()),
    savePath: '/tmp/x',
    trackers: ['http://t.example/'],
    peers: [{ address: '10.0.0.1', port: 1 }],
    havePieces: [true, false, true],
    renamedFiles: new Map([[0, 'y']]),
    unfinishedPieces: new Map([[1, [true]]]),
  })
  const random = randomFrom(7)
  for (let round = 0; round < 400; round++) {
    const bytes = mutated(original, random)
    expectTyped(() => lt.writeResumeDataBuf(lt.readResumeData(bytes)), bytes)
  }
})

test('no mutation of a magnet link does more than throw a typed error', () => {
  const original = Buffer.from(
    `magnet:?xt=urn:btih:${'ab'.repeat(20)}&xt=urn:btmh:1220${'cd'.repeat(32)}&dn=n%20m` +
      '&tr=http%3A%2F%2Ft&ws=http%3A%2F%2Fw&x.pe=10.0.0.1:1&so=0,2-3&dht=r:1',
  )
  const random = randomFrom(11)
  for (let round = 0; round < 400; round++) {
    const bytes = mutated(original, random)
    expectTyped(() => lt.makeMagnetUri(lt.parseMagnetUri(bytes.toString())), bytes)
  }
})

// Input that could end the process is tried in processes of its own: each has to survive it, with an
// error of the kind that is named.
import { runScript } from '../../helpers/child'
import { isolated, ownFlags } from '../../helpers/sessions'

const infoHashes = `infoHashes: { v1: '${'ab'.repeat(20)}' }`

const errors = 'TypeError|RangeError|LibtorrentError'

const cases: [what: string, call: string, kind: string][] = [
  [
    'bencoded lists in lists, deeper than a stack',
    `lt.bdecode(Buffer.from('l'.repeat(500000) + 'e'.repeat(500000)),
       { maxDepth: 2 ** 31 - 1, maxTokens: 2 ** 31 - 1 })`,
    'RangeError|LibtorrentError',
  ],
  [
    'a renamed file with a negative index',
    `lt.writeResumeDataBuf({ ${infoHashes}, renamedFiles: new Map([[-1, 'x']]) })`,
    'RangeError',
  ],
  [
    'an unfinished piece with a negative index',
    `lt.writeResumeDataBuf({ ${infoHashes}, unfinishedPieces: new Map([[-1, [true]]]) })`,
    'RangeError',
  ],
  [
    'a getter of a session on another native object',
    `Reflect.get(Object.getPrototypeOf(lt.Session.prototype), 'closed', new lt.FileStorage())`,
    'TypeError',
  ],
  ['a method of a session on another native object', `closeOf(new lt.FileStorage())`, 'TypeError'],
  ['a native method without a receiver', `closeOf(undefined)`, 'TypeError'],
  ['nesting in JavaScript, deeper than a stack', `lt.bencode(nested(1e6))`, 'RangeError'],
  ['a torrent of very many files', `new lt.TorrentInfo(crowded(5e4)).numFiles()`, 'none'],
  [
    'a torrent of more files than the limit',
    `new lt.TorrentInfo(crowded(5e4), { maxDecodeTokens: 1e4 })`,
    'LibtorrentError',
  ],
  ['an array that changes while it is read', `lt.bencode(shrinking())`, 'none|TypeError'],
  [
    'bytes that are taken away while they are read',
    `lt.writeResumeDataBuf({ ${infoHashes}, get name() { return 'x' }, havePieces: detached() })`,
    'none|TypeError|RangeError',
  ],
  [
    'files of a torrent that have no directory in common',
    `new lt.CreateTorrent(filesOf('c/a', 'b'), 16384)`,
    'none|Error|RangeError|LibtorrentError',
  ],
  [
    'a file of a torrent that is a directory of another',
    `new lt.CreateTorrent(filesOf('a', 'a/b'), 16384)`,
    'none|Error|RangeError|LibtorrentError',
  ],
  [
    'an empty FileStorage that is put in order',
    `emptyInOrder()`,
    'none|RangeError|LibtorrentError',
  ],
  ['a file that is renamed to nothing', `torrentInfo().renameFile(0, '')`, errors],
  [
    'a file that was renamed to nothing before it was added',
    `add({ renamedFiles: new Map([[0, '']]) }, () => {})`,
    `none|${errors}`,
  ],
  [
    'a file of a torrent in a session that is renamed to nothing',
    `add({}, (torrent) => torrent.renameFile(0, ''))`,
    errors,
  ],
  ['a scan of no directory', `lt.addFiles(new lt.FileStorage(), '')`, errors],
  [
    'resume data of another torrent than its metadata',
    `add({ havePieces: Array(9999).fill(true), verifiedPieces: Array(9999).fill(true),
       piecePriorities: Array(9999).fill(7), filePriorities: Array(99).fill(7),
       unfinishedPieces: new Map([[9998, Array(999).fill(true)]]),
       merkleTrees: Array(9).fill(['ab'.repeat(32)]), merkleTreeMask: [Array(9999).fill(true)],
       verifiedLeafHashes: [[true]] }, (torrent) => torrent.saveResumeData())`,
    'none|LibtorrentError',
  ],
  [
    'resume data of another file',
    `add({ verifiedLeafHashes: [Array(9999).fill(true)] }, () => {})`,
    'none',
  ],
]

const prelude = `
  const closeOf = (self) => Object.getPrototypeOf(lt.Session.prototype).close.call(self)
  const nested = (depth) => { let v = 1; for (let i = 0; i < depth; i++) v = [v]; return v }
  const crowded = (n) => lt.bencode({ info: {
    files: Array.from({ length: n }, (_, i) => ({ length: 1, path: [String(i)] })),
    name: 'd', 'piece length': 2 ** 20, pieces: Buffer.alloc(20),
  } })
  const shrinking = () => { const a = [1, 2, 3]
    Object.defineProperty(a, 1, { get() { a.length = 1; return 1 }, configurable: true }); return a }
  const detached = () => { const b = new Uint8Array(8); const f = new lt.Bitfield(b, 64)
    structuredClone(f.bytes, { transfer: [f.bytes.buffer] }); return f }
  const filesOf = (...paths) => { const files = new lt.FileStorage()
    for (const path of paths) files.addFile(path, 10)
    return files }
  const emptyInOrder = () => { const files = new lt.FileStorage()
    files.setPieceLength(16384)
    files.canonicalize() }
  const torrentInfo = () => new lt.TorrentInfo(lt.bencode({ info: {
    files: [{ length: 50000, path: ['a'] }, { length: 30000, path: ['b'] }],
    name: 'c', 'piece length': 16384, pieces: Buffer.alloc(100, 1),
  } }))
  const add = async (params, use) => {
    const session = new lt.Session({ settings: ${JSON.stringify(isolated)} })
    try {
      const checked = session.waitFor(['torrent_checked', 'torrent_error'], { timeout: 10000 })
      const torrent = await session.addTorrent({
        ti: torrentInfo(), savePath: '/nonexistent', flags: ${ownFlags}, ...params,
      })
      await checked
      await use(torrent)
    } finally {
      await session.close()
    }
  }
`

describe('a process survives', () => {
  test.each(cases)('%s', async (_, call, kind) => {
    const { code, signal, stdout, stderr } = await runScript(`
      ${prelude}
      const attempt = async () => {
        try { await ${call} } catch (error) { return error.name }
        return 'none'
      }
      attempt().then(console.log)`)
    expect({ code, signal, stderr }).toStrictEqual({ code: 0, signal: null, stderr: '' })
    expect(stdout.trim()).toMatch(new RegExp(`^(${kind})$`))
  })
})

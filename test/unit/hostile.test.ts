// Input that could end the process is tried in processes of its own: each has to survive it, with an
// error of the kind that is named.
import { runChild } from '../helpers/child'

const infoHashes = `infoHashes: { v1: '${'ab'.repeat(20)}' }`

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
  ['a torrent of very many files', `new lt.TorrentInfo(crowded(3e5)).numFiles()`, 'none'],
  [
    'a torrent of more files than the limit',
    `new lt.TorrentInfo(crowded(3e5), { maxDecodeTokens: 1e5 })`,
    'LibtorrentError',
  ],
  ['an array that changes while it is read', `lt.bencode(shrinking())`, 'none|TypeError'],
  [
    'bytes that are taken away while they are read',
    `lt.writeResumeDataBuf({ ${infoHashes}, get name() { return 'x' }, havePieces: detached() })`,
    'none|TypeError|RangeError',
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
`

describe('a process survives', () => {
  test.each(cases)('%s', async (_, call, kind) => {
    const { code, signal, stdout, stderr } = await runChild(`
      ${prelude}
      let kind = 'none'
      try { ${call} } catch (error) { kind = error.name }
      console.log(kind)`)
    expect({ code, signal, stderr }).toStrictEqual({ code: 0, signal: null, stderr: '' })
    expect(stdout.trim()).toMatch(new RegExp(`^(${kind})$`))
  })
})

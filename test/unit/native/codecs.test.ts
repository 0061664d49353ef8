// How values get into libtorrent's structs and out of them again: resume data is the way there and
// back that needs no session.
import * as lt from '../../../lib'

const infoHashes = { v1: 'ab'.repeat(20) }

/** What `params` are after a trip through C++. */
const echo = (params: Partial<lt.AddTorrentParamsInit>): lt.AddTorrentParams =>
  lt.readResumeData(lt.writeResumeDataBuf({ infoHashes, ...params }))

/** Hands over what TypeScript would refuse. */
const give = (params: unknown) => () =>
  lt.writeResumeDataBuf(params as Partial<lt.AddTorrentParamsInit>)

describe('integers', () => {
  test.each<[string, unknown, string]>([
    ['maxUploads', 2 ** 31, 'an integer from -2147483648 to 2147483647, got 2147483648'],
    ['maxUploads', -(2 ** 31) - 1, 'an integer from -2147483648 to 2147483647, got -2147483649'],
    ['maxUploads', 0.5, 'an integer from -2147483648 to 2147483647, got 0.5'],
    ['maxUploads', NaN, 'an integer from -2147483648 to 2147483647, got NaN'],
    ['maxUploads', Infinity, 'an integer from -2147483648 to 2147483647, got Infinity'],
    ['totalUploaded', 2 ** 53, 'a safe integer, got 9007199254740992'],
    ['filePriorities', [4, 256], 'an integer from 0 to 255, got 256'],
    ['filePriorities', [-1], 'an integer from 0 to 255, got -1'],
    ['userdata', -1, 'an integer from 0 to 9007199254740991, got -1'],
  ])('out of range in %s are RangeErrors that name it', (key, value, expected) => {
    const call = give({ [key]: value })
    expect(call).toThrow(RangeError)
    const where = Array.isArray(value) ? `${key}[${value.length - 1}]` : key
    expect(call).toThrow(new RangeError(`params.${where} must be ${expected}`))
  })

  test('are neither read from strings nor from bigints', () => {
    expect(give({ maxUploads: '5' })).toThrow(TypeError)
    expect(give({ maxUploads: '5' })).toThrow(/^params\.maxUploads must be .* got "5"$/)
    expect(give({ maxUploads: 5n })).toThrow(TypeError)
    expect(give({ maxUploads: null })).toThrow(TypeError)
    expect(give({ maxUploads: true })).toThrow(TypeError)
  })

  test('of 64 bits keep every digit that a number has', () => {
    expect(echo({ totalUploaded: Number.MAX_SAFE_INTEGER }).totalUploaded).toBe(
      Number.MAX_SAFE_INTEGER,
    )
  })
})

describe('flags', () => {
  const { sequentialDownload, superSeeding } = lt.torrentFlags
  test('are numbers', () => {
    const { flags } = echo({ flags: sequentialDownload | superSeeding })
    expect(flags & (sequentialDownload | superSeeding)).toBe(sequentialDownload | superSeeding)
    expect(echo({ flags: 0 }).flags & sequentialDownload).toBe(0)
  })

  test('may be negative, as the operators of JavaScript make them', () => {
    expect(~sequentialDownload).toBeLessThan(0)
    expect(echo({ flags: ~sequentialDownload }).flags & sequentialDownload).toBe(0)
    expect(echo({ flags: ~sequentialDownload }).flags & superSeeding).toBe(superSeeding)
    expect(echo({ flags: -1 }).flags).toBe(echo({ flags: 2 ** 32 - 1 }).flags)
    expect(echo({ flags: -1 }).flags).toBeGreaterThan(0)
  })

  test('have constants that are never negative', () => {
    for (const constants of [lt.torrentFlags, lt.alertCategory, lt.pexFlags, lt.peerFlags]) {
      for (const value of Object.values(constants)) expect(value).toBeGreaterThanOrEqual(0)
    }
    expect(lt.alertCategory.all).toBe(2 ** 32 - 1)
  })

  test('out of 32 bits are RangeErrors', () => {
    expect(give({ flags: 2 ** 32 })).toThrow(RangeError)
    expect(give({ flags: -(2 ** 31) - 1 })).toThrow(RangeError)
    expect(give({ flags: 1n })).toThrow(TypeError)
  })
})

describe('enums', () => {
  test('are the names that libtorrent has', () => {
    expect(echo({ storageMode: 'storage_mode_allocate' }).storageMode).toBe('storage_mode_allocate')
    expect(lt.operationName('file_open')).toBe('file_open')
  })

  test('of other names or types are TypeErrors that list them', () => {
    const names = "one of 'storage_mode_allocate' 'storage_mode_sparse'"
    expect(give({ storageMode: 'sparse' })).toThrow(
      new TypeError(`params.storageMode must be ${names}, got "sparse"`),
    )
    expect(give({ storageMode: 1 })).toThrow(
      new TypeError(`params.storageMode must be ${names}, got 1`),
    )
  })
})

describe('strings', () => {
  test('keep every character', () => {
    expect(echo({ savePath: '/tmp/ünï/日本/🎈' }).savePath).toBe('/tmp/ünï/日本/🎈')
  })

  test('of other types are TypeErrors', () => {
    expect(give({ savePath: 5 })).toThrow(new TypeError('params.savePath must be a string, got 5'))
    expect(give({ savePath: null })).toThrow(TypeError)
    expect(give({ savePath: Object('x') })).toThrow(TypeError)
    expect(give({ trackers: ['http://a', 5] })).toThrow(
      new TypeError('params.trackers[1] must be a string, got 5'),
    )
  })

  test('long strings are cut in messages', () => {
    expect(give({ maxUploads: 'x'.repeat(10_000) })).toThrow(/got "x{40}\.\.\."$/)
  })
})

describe('endpoints', () => {
  test('are objects with address and port, of both families', () => {
    const peers = [
      { address: '10.0.0.1', port: 6881 },
      { address: '2001:db8::1', port: 65_535 },
    ]
    expect(echo({ peers }).peers).toStrictEqual(peers)
  })

  test.each<[string, unknown, string]>([
    [
      'a port beyond 65535',
      { port: 70_000 },
      '.port must be an integer from 0 to 65535, got 70000',
    ],
    ['a port as text', { port: '1' }, '.port must be an integer from 0 to 65535, got "1"'],
    ['a host name', { address: 'localhost' }, '.address must be an IP address, got "localhost"'],
    ['a number', { address: 5 }, '.address must be a string, got 5'],
    ['more than that', { prot: 1 }, ' has the unknown key "prot", did you mean "port"?'],
  ])('with %s are errors that say which', (_, change, message) => {
    const good = { address: '10.0.0.1', port: 1 }
    expect(give({ peers: [good, Object.assign({}, good, change)] })).toThrow(
      `params.peers[1]${message}`,
    )
  })

  test('need both', () => {
    expect(give({ peers: [{ address: '10.0.0.1' }] })).toThrow(/^params\.peers\[0\]\.port must be/)
    expect(give({ peers: [{ port: 1 }] })).toThrow(/^params\.peers\[0\]\.address must be/)
  })

  test('absent endpoints are TypeErrors', () => {
    expect(give({ peers: {} })).toThrow('params.peers must be an array, got an object')
    expect(give({ peers: [null] })).toThrow('params.peers[0] must be an object, got null')
    expect(give({ peers: new Array(1) })).toThrow(
      'params.peers[0] must be an object, got undefined',
    )
  })
})

describe('info-hashes', () => {
  const v2 = 'cd'.repeat(32)
  test('are hex of either version, or null', () => {
    expect(echo({ infoHashes: { v1: null, v2 } }).infoHashes).toStrictEqual({ v1: null, v2 })
    expect(echo({ infoHashes: { v1: 'AB'.repeat(20), v2 } }).infoHashes).toStrictEqual({
      v1: 'ab'.repeat(20),
      v2,
    })
  })

  test('of another length or type are errors', () => {
    expect(give({ infoHashes: { v1: 'abc' } })).toThrow(
      new RangeError('params.infoHashes.v1 must be 40 hex digits, got "abc"'),
    )
    expect(give({ infoHashes: { v2: 'zz'.repeat(32) } })).toThrow(RangeError)
    expect(give({ infoHashes: { v1: 5 } })).toThrow(TypeError)
    expect(give({ infoHashes: 'ab'.repeat(20) })).toThrow(/^params\.infoHashes must be an object/)
  })
})

describe('dates', () => {
  test('are kept to the second', () => {
    const addedTime = new Date('2024-02-29T12:34:56.789Z')
    expect(echo({ addedTime }).addedTime).toStrictEqual(new Date('2024-02-29T12:34:56Z'))
    expect(echo({ addedTime: null })).not.toHaveProperty('addedTime')
  })

  test('values that are no dates are TypeErrors', () => {
    const message = /^params\.addedTime must be a Date or null, got /
    for (const value of [5, '2024', new Date(NaN), {}]) {
      expect(give({ addedTime: value })).toThrow(TypeError)
      expect(give({ addedTime: value })).toThrow(message)
    }
  })
})

describe('bitfields', () => {
  test('keep their bits', () => {
    const bits = Array.from({ length: 21 }, (_, i) => i % 3 === 0)
    const bitfield = lt.Bitfield.from(bits)
    expect(echo({ havePieces: bits }).havePieces).toStrictEqual(bitfield)
    expect(echo({ havePieces: bitfield }).havePieces).toStrictEqual(bitfield)
    expect([...bitfield]).toStrictEqual(bits)
  })

  test('are Bitfields or arrays of booleans', () => {
    expect(give({ havePieces: 'x' })).toThrow('params.havePieces must be an array, got "x"')
    expect(give({ havePieces: [true, 1] })).toThrow('params.havePieces[1] must be a boolean, got 1')
  })
})

describe('Maps', () => {
  test('keep their entries', () => {
    const renamedFiles = new Map([
      [0, 'a'],
      [3, 'b'],
    ])
    expect(echo({ renamedFiles }).renamedFiles).toStrictEqual(renamedFiles)
    const { unfinishedPieces } = echo({ unfinishedPieces: new Map([[5, [true, false, true]]]) })
    expect([...unfinishedPieces!.keys()]).toStrictEqual([5])
    expect([...unfinishedPieces!.get(5)!].slice(0, 3)).toStrictEqual([true, false, true])
  })

  test('are checked, keys and values', () => {
    expect(give({ renamedFiles: {} })).toThrow('params.renamedFiles must be a Map, got an object')
    expect(give({ renamedFiles: new Map([['a', 'b']]) })).toThrow(TypeError)
    expect(give({ renamedFiles: new Map([[1, 2]]) })).toThrow(/^params\.renamedFiles.* got 2$/)
  })
})

describe('keys', () => {
  test.each([
    ['savepath', 'savePath'],
    ['save_path', 'savePath'],
    ['infoHash', 'infoHashes'],
    ['tracker', 'trackers'],
  ])('that are unknown are TypeErrors: %s with %s as the nearest', (key, nearest) => {
    expect(give({ [key]: 1 })).toThrow(
      new TypeError(`params has the unknown key "${key}", did you mean "${nearest}"?`),
    )
  })

  test('keys that resemble no other have no nearest name', () => {
    expect(give({ xyzzy123: 1 })).toThrow(new TypeError('params has the unknown key "xyzzy123"'))
  })

  test('members whose value is undefined count as absent', () => {
    expect(echo({ name: undefined })).not.toHaveProperty('name')
  })

  test('keys that are symbols or inherited are ignored', () => {
    const params = Object.assign(Object.create({ nonsense: 1 }) as object, { [Symbol('x')]: 1 })
    expect(give(params)).not.toThrow()
  })

  test('whose getter throws throw that', () => {
    const params = {
      get savePath(): string {
        throw new EvalError('mine')
      },
    }
    expect(give(params)).toThrow(EvalError)
  })

  test('are needed: only an object will do', () => {
    for (const value of [undefined, null, 5, 'x', () => {}]) {
      expect(give(value)).toThrow(TypeError)
      expect(give(value)).toThrow(/^params must be an object, got /)
    }
  })
})

test('a TorrentInfo is one, null, or a TypeError', () => {
  expect(echo({ ti: null })).not.toHaveProperty('ti')
  expect(give({ ti: {} })).toThrow('params.ti must be a TorrentInfo, got an object')
  expect(give({ ti: new lt.FileStorage() })).toThrow('params.ti must be a TorrentInfo, got')
  expect(give({ ti: Object.create(lt.TorrentInfo.prototype) })).toThrow(TypeError)
})

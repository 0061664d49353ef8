import { writeFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { addon } from '../../../lib/native/binding'
import {
  invalidTorrentHandle,
  makeError,
  noMetadata,
  torrentRemoved,
} from '../../../lib/support/errors'
import { rejectionOf, thrownBy } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { tempDir } from '../../helpers/files'

interface Code {
  readonly name: string
  readonly value: number
  readonly message: string
}

const { errors } = JSON.parse(addon.schema()) as { errors: Record<string, Code[]> }

describe('LibtorrentError', () => {
  test('is an Error with what libtorrent knows', () => {
    const error = thrownBy(() => lt.parseMagnetUri('')) as lt.LibtorrentError
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('LibtorrentError')
    expect(Object.fromEntries(Object.entries(error))).toStrictEqual({
      code: 'unsupported_url_protocol',
      category: 'libtorrent',
      value: 24,
      operation: null,
      file: null,
    })
    expect(error.message).toBe('unsupported_url_protocol: unsupported URL protocol')
    expect(error.stack).toContain('errors.test')
  })

  test('has defaults for what only this package says', () => {
    const error = new lt.LibtorrentError('text', 'no_tracker')
    expect(error).toMatchObject({ code: 'no_tracker', category: 'libtorrent-napi', value: 0 })
    expect([error.operation, error.file]).toStrictEqual([null, null])
  })

  test('has errno names as codes of system errors', async () => {
    const directory = await tempDir()
    const error = await rejectionOf(lt.TorrentInfo.load(join(directory, 'absent')))
    expect(error).toMatchObject({ code: 'ENOENT', value: constants.errno.ENOENT })
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(makeError('', null, 'system', constants.errno.EAGAIN, null, null).code).toBe('EAGAIN')
    expect(makeError('', null, 'generic', constants.errno.EACCES, null, null).code).toBe('EACCES')
  })

  test('has the category and number as the code of errors that have no name', () => {
    expect(makeError('', null, 'system', 99_999, null, null).code).toBe('system:99999')
    expect(makeError('', null, 'asio.ssl', 2, null, null).code).toBe('asio.ssl:2')
  })
})

describe('errorCodes', () => {
  test('has the categories that libtorrent has', () => {
    expect(Object.keys(lt.errorCodes).sort()).toStrictEqual(Object.keys(errors).sort())
    expect(Object.keys(errors)).toEqual(
      expect.arrayContaining(['libtorrent', 'bdecode', 'gzip error', 'socks', 'i2p error', 'http']),
    )
  })

  test('has each code of each category with its number', async () => {
    const failures = await failuresOf(Object.entries(errors), ([category, codes]) => {
      const known = lt.errorCodes[category as keyof typeof lt.errorCodes]
      // a newer libtorrent may have brought more
      expect(known).toMatchObject(Object.fromEntries(codes.map((c) => [c.name, c.value])))
    })
    expect(failures).toStrictEqual([])
  })

  test('has each number once', () => {
    for (const codes of Object.values(errors)) {
      expect(new Set(codes.map(({ value }) => value)).size).toBe(codes.length)
      expect(new Set(codes.map(({ name }) => name)).size).toBe(codes.length)
    }
  })

  test('has the names, numbers and messages of what this package says in the name of libtorrent', () => {
    for (const error of [torrentRemoved(), invalidTorrentHandle(), noMetadata()]) {
      const { category, code: name, value } = error
      const message = error.message.replace(`${name}: `, '')
      expect(errors[category]).toContainEqual({ name, value, message })
    }
  })
})

describe('an error about a file names it', () => {
  const reading = { operation: 'file_open' }

  test('when it is not there', async () => {
    const missing = join(await tempDir(), 'missing')
    const expected = { code: 'ENOENT', file: missing, ...reading }
    expect(await rejectionOf(lt.TorrentInfo.load(missing))).toMatchObject(expected)
    expect(await rejectionOf(lt.loadTorrentFile(missing))).toMatchObject(expected)
    expect(await rejectionOf(lt.addFiles(new lt.FileStorage(), missing))).toMatchObject({
      ...expected,
      operation: 'file_stat',
    })
  })

  test('when its content is wrong', async () => {
    const junk = join(await tempDir(), 'junk')
    await writeFile(junk, 'junk')
    const expected = { category: expect.stringMatching(/^(libtorrent|bdecode)/), file: junk }
    for (const call of [lt.TorrentInfo.load(junk), lt.loadTorrentFile(junk)]) {
      expect(await rejectionOf(call)).toMatchObject({ ...expected, operation: null })
    }
  })

  test('when it can not be hashed', async () => {
    const directory = await tempDir()
    for (const size of [10, 100_000, 10_000_000]) {
      const files = new lt.FileStorage()
      files.addFile('all/missing', size)
      files.addFile('all/other', size)
      const failure = await rejectionOf(new lt.CreateTorrent(files).setPieceHashes(directory))
      const file = join(directory, 'all/missing')
      expect(failure).toMatchObject({ code: 'ENOENT', file, ...reading })
    }
  })
})

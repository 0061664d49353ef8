import { readFile } from 'node:fs/promises'
import { LibtorrentError } from 'libtorrent-napi'
import { explain, reasonOf, toUserError, UserError } from '../src/util/errors'
import { rejectionOf } from '../../test/helpers/deadline'

describe('what a user reads of an error', () => {
  test('names the file in words of ours', async () => {
    const error = await rejectionOf(readFile('/none/such'))
    expect(explain(error)).toBe('/none/such: no such file or directory')
    expect(reasonOf(error)).toBe('no such file or directory')
  })

  test('is the same for errors of libtorrent', () => {
    const error = new LibtorrentError('full', 'ENOSPC', 'system', 28, 'file_write', '/d/f')
    expect(explain(error)).toBe('/d/f: no space left on device')
  })

  test('has neither the code nor the file of an error of libtorrent twice', () => {
    const error = new LibtorrentError('no torrent', 'not_a_dictionary', 'bdecode', 1, null, '/d/f')
    expect(reasonOf(error)).toBe('no torrent')
  })

  test('has one line', () => {
    expect(explain(new Error('one\n  two\n'))).toBe('one two')
    expect(explain('text\nonly')).toBe('text only')
  })

  test('gets what was being done in front, once', () => {
    const first = toUserError(new Error('boom'), 'cannot do it')
    expect(first.message).toBe('cannot do it: boom')
    expect(toUserError(first, 'cannot do more')).toBe(first)
    expect(new UserError('x').exitCode).toBe(1)
  })
})

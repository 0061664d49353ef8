// An error that a limit causes names the limit and its value.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf, thrownBy } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { bareTorrent } from '../../helpers/torrents'

const bytes = bareTorrent()
const limits: readonly [lt.LoadTorrentLimitsInit, string, string][] = [
  [{ maxDecodeDepth: 1 }, 'depth_exceeded', 'limits.maxDecodeDepth is 1'],
  [{ maxDecodeTokens: 2 }, 'limit_exceeded', 'limits.maxDecodeTokens is 2'],
  [{ maxPieces: 0 }, 'too_many_pieces_in_torrent', 'limits.maxPieces is 0'],
]

async function torrentFile(): Promise<string> {
  const path = join(await tempDir(), 'a.torrent')
  await writeFile(path, bytes)
  return path
}

describe.each(limits)('%j is named', (limit, code, text) => {
  const failure = {
    code,
    message: expect.stringMatching(new RegExp(`: ${text}(, '.*')?$`)) as string,
  }

  test('by what parses bytes', () => {
    expect(thrownBy(() => new lt.TorrentInfo(bytes, limit))).toMatchObject(failure)
    expect(thrownBy(() => lt.loadTorrentBuffer(bytes, limit))).toMatchObject(failure)
  })

  test('by what reads a file, whose path the error has', async () => {
    const path = await torrentFile()
    for (const load of [lt.TorrentInfo.load(path, limit), lt.loadTorrentFile(path, limit)]) {
      expect(await rejectionOf(load)).toMatchObject({ ...failure, file: path })
    }
  })
})

test('a file that is too large is told with the limit', async () => {
  const path = await torrentFile()
  const limit = { maxBufferSize: 10 }
  for (const load of [lt.TorrentInfo.load(path, limit), lt.loadTorrentFile(path, limit)]) {
    expect(await rejectionOf(load)).toMatchObject({
      code: 'metadata_too_large',
      message: `metadata_too_large: metadata too large: limits.maxBufferSize is 10, '${path}'`,
      file: path,
    })
  }
})

test('a bencoded value that is too deep or too long is told with the limit', () => {
  const deep = thrownBy(() => lt.bdecode(Buffer.from('llleee'), { maxDepth: 2 }))
  expect(deep).toMatchObject({
    code: 'depth_exceeded',
    message: expect.stringMatching(/: limits\.maxDepth is 2$/),
  })
  const long = thrownBy(() => lt.bdecode(Buffer.from('li1ei2ei3ee'), { maxTokens: 2 }))
  expect(long).toMatchObject({
    code: 'limit_exceeded',
    message: expect.stringMatching(/: limits\.maxTokens is 2$/),
  })
})

test('other errors have the message of libtorrent', () => {
  expect(thrownBy(() => lt.bdecode(Buffer.from('l')))).toHaveProperty(
    'message',
    'unexpected_eof: unexpected end of file in bencoded string',
  )
})

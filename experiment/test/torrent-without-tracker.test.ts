// A .torrent that names no tracker.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { randomFile, sha256, tempDir } from '../../test/helpers/files'
import { Command, run } from './helpers/command'

jest.setTimeout(60_000)

test('a torrent has no tracker with --tracker none, and is fetched from a peer that is given', async () => {
  const directory = await tempDir()
  const file = await randomFile(join(directory, 'film'), 50_000)
  const torrent = join(directory, 'film.torrent')
  const content = ['--file', file, '--torrent', torrent]
  const seeder = new Command('seed.js', [...content, '--tracker', 'none'])
  const line = await seeder.printed('without a tracker, peer.js finds it by --peer')
  expect((await lt.TorrentInfo.load(torrent)).trackers()).toEqual([])
  const place = join(directory, 'peer')
  const where = ['--save-path', place, '--peer', line.split(' ').at(-1)!]
  expect(await run('peer.js', '--torrent', torrent, ...where)).toMatchObject({ code: 0 })
  expect(await sha256(join(place, 'film'))).toBe(await sha256(file))
})

test('seed.js makes no content when --peers has no tracker to count them', async () => {
  const directory = await tempDir()
  const file = join(directory, 'film')
  const content = ['--file', file, '--file-size', '1MB', '--torrent', join(directory, 't')]
  const outcome = await run('seed.js', ...content, '--tracker', 'none', '--peers', '2')
  expect(outcome).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--peers with --torrent needs the embedded tracker') as string,
  })
  expect(await readdir(directory)).toEqual([])
})

// Data goes between our sessions and clients that we didn't write, both ways, over TCP.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { sha256, tempDir } from '../helpers/files'
import { finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'
import { Command } from '../../experiment/test/helpers/command'
import { describeIfInstalled, end, roundsOfOthers, start, startNotebook } from './programs'
import type { Program } from '../helpers/child'
import type { Content } from '../helpers/torrents'
import type { Notebook } from './programs'

jest.setTimeout(3 * roundsOfOthers)

interface Prepared extends Content {
  readonly torrentFile: string
  readonly notebook: Notebook
}

interface Client {
  readonly program: string
  /** Starts it on a torrent whose files are, or shall be, in a directory. */
  readonly start: (torrent: Prepared, directory: string) => Promise<Program>
}

const aria2: Client = {
  program: 'aria2c',
  start: async ({ torrentFile }, directory) =>
    start('aria2c', [
      ...['--no-conf', '--quiet', '--interface=127.0.0.1', '--disable-ipv6', '--enable-dht=false'],
      ...['--bt-enable-lpd=false', '--enable-peer-exchange=false', '--seed-ratio=0.0'],
      ...['--check-integrity=true', `--dir=${directory}`, torrentFile],
    ]),
}

const transmission: Client = {
  program: 'transmission-cli',
  start: async ({ torrentFile, info, savePath }, directory) => {
    const config = await tempDir()
    const isThere = directory === savePath
    await remember(config, info.infoHash(), torrentFile, isThere ? 'all' : 'none')
    const off = ['dht', 'lpd', 'pex', 'utp', 'port-forwarding'].map((name) => [
      `${name}-enabled`,
      false,
    ])
    const settings = { ...Object.fromEntries(off), 'bind-address-ipv4': '127.0.0.1' } as object
    await writeFile(
      join(config, 'settings.json'),
      JSON.stringify({ ...settings, 'peer-port-random-on-start': true }),
    )
    return start('transmission-cli', ['-g', config, '-w', directory, '-M', torrentFile])
  },
}

/**
 * Makes transmission believe that it has had a torrent before. It verifies new ones, and ends if it happens to look
 * whether it is still wanted between that and the start.
 */
async function remember(
  config: string,
  infoHash: string,
  torrentFile: string,
  blocks: 'all' | 'none',
): Promise<void> {
  for (const name of ['torrents', 'resume']) await mkdir(join(config, name))
  await copyFile(torrentFile, join(config, 'torrents', `${infoHash}.torrent`))
  const resume = lt.bencode({ progress: { blocks } })
  await writeFile(join(config, 'resume', `${infoHash}.resume`), resume)
}

/** Content whose torrent tells our notebook what the client does. */
async function prepare(): Promise<Prepared> {
  const notebook = await startNotebook()
  const content = await oneFile(3_000_000, {
    version: 'v1',
    pieceSize: 64 * kiB,
    trackers: [notebook.url],
  })
  const torrentFile = join(await tempDir(), 'content.torrent')
  await writeFile(torrentFile, content.buffer)
  return { ...content, torrentFile, notebook }
}

/** The torrent that `seed.js` makes of some content by default, and shares until one client has all of it. */
async function shared(): Promise<Prepared & { readonly seeder: Command }> {
  const content = await prepare()
  const torrentFile = join(await tempDir(), 'content.torrent')
  const args = ['--file', content.path, '--torrent', torrentFile, '--peers', '1']
  const seeder = new Command('seed.js', args)
  await seeder.printed('sharing')
  return { ...content, info: await lt.TorrentInfo.load(torrentFile), torrentFile, seeder }
}

// transmission does not dial addresses of 127.0.0.1 that a tracker gives
describeIfInstalled(aria2.program, () => {
  test('downloads what seed.js shares by default', async () => {
    const content = await shared()
    const directory = join(await tempDir(), 'theirs')
    await mkdir(directory)
    const child = await aria2.start(content, directory)
    const { code, stdout } = await content.seeder.end(roundsOfOthers)
    expect(code).toBe(0)
    expect(stdout).toContain('1 of 1 downloads complete')
    await end(child)
    expect(await sha256(join(directory, 'content.bin'))).toBe(await sha256(content.path))
  })
})

describe.each([aria2, transmission])('$program', (client) => {
  describeIfInstalled(client.program, () => {
    test('downloads from us', async () => {
      const content = await prepare()
      const { notebook } = content
      const directory = join(await tempDir(), 'theirs')
      await mkdir(directory)
      const started = notebook.announced('started')
      const child = await client.start(content, directory)
      const { port, left } = await started
      expect(left).toBe(3_000_000)

      const completed = notebook.announced('completed')
      const torrent = await seed(openSession(), content)
      torrent.connectPeer({ address: '127.0.0.1', port })
      expect((await completed).left).toBe(0)
      await end(child) // and so it writes what it has in memory
      expect(await sha256(join(directory, 'content.bin'))).toBe(await sha256(content.path))
      expect((await torrent.status()).totalPayloadUpload).toBeGreaterThanOrEqual(3_000_000)
    })

    test('uploads to us', async () => {
      const content = await prepare()
      const { notebook } = content
      const started = notebook.announced('started')
      const child = await client.start(content, content.savePath)
      const { port } = await started

      const savePath = await tempDir()
      const peers = [{ address: '127.0.0.1', port }]
      const torrent = await leech(openSession(), { ti: content.info, savePath }, peers)
      await finished(torrent, roundsOfOthers)
      expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
      child.kill('SIGTERM')
      await child.ended()
    })
  })
})

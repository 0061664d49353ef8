import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTorrent, waitForTorrent } from '../src'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { randomFile, tempDir } from '../../test/helpers/files'

async function torrent(): Promise<{ directory: string; data: Buffer }> {
  const directory = await tempDir()
  const file = await randomFile(join(directory, 'content'), 50_000)
  const { bytes: data } = await makeTorrent(file, { output: join(directory, 'made.torrent') })
  return { directory, data }
}

/** Resolves when it says that it waits. */
function waiting(path: string): { said: Promise<string>; info: ReturnType<typeof waitForTorrent> } {
  let onMessage: (message: string) => void = () => {}
  const said = new Promise<string>((resolve) => (onMessage = resolve))
  return { said, info: waitForTorrent(path, { onMessage: (message) => onMessage(message) }) }
}

describe('waitForTorrent', () => {
  test('takes a torrent that is there', async () => {
    const { directory } = await torrent()
    const info = await within(waitForTorrent(join(directory, 'made.torrent')), 'the torrent')
    expect(info.name()).toBe('content')
  })

  test('waits until it appears, even for its directory', async () => {
    const { directory, data } = await torrent()
    const path = join(directory, 'not/yet/here.torrent')
    const { said, info } = waiting(path)
    expect(await within(said, 'a message')).toBe(`waiting for ${path} to appear`)
    await mkdir(join(directory, 'not'))
    await mkdir(join(directory, 'not/yet'))
    await writeFile(join(directory, 'draft'), data)
    await rename(join(directory, 'draft'), path)
    expect((await within(info, 'the torrent')).name()).toBe('content')
  })

  test('waits for the rest of one that is being written', async () => {
    const { directory, data } = await torrent()
    const path = join(directory, 'slow.torrent')
    const { said, info } = waiting(path)
    await within(said, 'a message')
    await writeFile(path, data.subarray(0, 100))
    await writeFile(path, data)
    expect((await within(info, 'the torrent')).name()).toBe('content')
  })

  test('rejects a file that stays unreadable, with the reason', async () => {
    const path = join(await tempDir(), 'bad.torrent')
    await writeFile(path, 'garbage')
    expect(await rejectionOf(waitForTorrent(path))).toMatchObject({
      message: expect.stringContaining(`cannot read the path "${path}"`) as string,
    })
  })

  test('stops at the signal', async () => {
    const controller = new AbortController()
    const path = join(await tempDir(), 'never.torrent')
    const info = waitForTorrent(path, { signal: controller.signal })
    controller.abort(new Error('enough'))
    expect(await rejectionOf(info)).toMatchObject({ message: 'enough' })
  })
})

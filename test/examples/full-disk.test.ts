// The programs of examples/ on a disk that is full: they say so and end, instead of waiting.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { sha256, tempDir } from '../helpers/files'
import { describeWithDisks, enlarge, smallDisk } from '../helpers/small-disk'
import { MiB, kiB } from '../helpers/torrents'
import { runExample } from './example'
import { openSwarm } from './swarm'
import type { Swarm } from './swarm'

const openLargeSwarm = (): Promise<Swarm> => openSwarm(4 * MiB, { pieceSize: 64 * kiB })

describeWithDisks('on a full disk', () => {
  test.each([
    ['resume.mjs', ({ torrentFile }: Swarm) => torrentFile],
    ['download.mjs', ({ torrentFile }: Swarm) => torrentFile],
    ['magnet.mjs', ({ info }: Swarm) => lt.makeMagnetUri(info)],
    ['quick-start.mjs', ({ torrentFile }: Swarm) => torrentFile],
  ])('%s prints the error and fails', async (name, subject) => {
    const swarm = await openLargeSwarm()
    const { code, stderr } = await runExample(name, subject(swarm), smallDisk('size=1m'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/no space left on device/i)
  })

  test('resume.mjs goes on when there is room', async () => {
    const { torrentFile, path } = await openLargeSwarm()
    const savePath = smallDisk('size=1m')
    expect(await runExample('resume.mjs', torrentFile, savePath)).toMatchObject({ code: 1 })
    enlarge(savePath, '16m')
    const { code, lines, stderr } = await runExample('resume.mjs', torrentFile, savePath)
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    expect(Number(lines[0]?.split(' ')[0])).toBeGreaterThan(0)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

test('resume.mjs goes on from resume data that was saved in upload mode', async () => {
  const { info, torrentFile, path } = await openLargeSwarm()
  const savePath = await tempDir()
  const { defaultFlags, uploadMode } = lt.torrentFlags
  const saved = {
    infoHashes: info.infoHashes(),
    savePath,
    flags: defaultFlags | uploadMode,
    trackers: info.trackers().map(({ url }) => url),
  }
  await writeFile(join(savePath, 'content.bin.resume'), lt.writeResumeDataBuf(saved))
  expect(await runExample('resume.mjs', torrentFile, savePath)).toMatchObject({ code: 0 })
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
})

// Content that changes on its way or on the disk, and trackers that go away.
import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until, within } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { TamperingProxy } from './helpers/tampering-proxy'
import { resultsOf, startRun } from './helpers/run'

jest.setTimeout(180_000)

const [size, pieceSize] = [1_000_000, 16_384]
const oneFile = ['--file-size', `${size}`, '--piece-size', '16KiB', '--encryption', 'off']

describe('a byte that changes on the way', () => {
  test('is found by the hash, and the piece comes from another peer', async () => {
    const proxy = await TamperingProxy.start({ flipAt: 100_000 })
    // of hybrid torrents, libtorrent 2.0.14 drops a peer whose hashes contradict what it got from another
    const args = ['--torrent-version', 'v1', '--tracker', proxy.tracker]
    const run = await startRun(2, [...oneFile, ...args])
    expect(await run.seeder.end(60_000)).toMatchObject({ code: 0, stderr: '' })
    const [result] = await resultsOf(run)
    expect(result).toMatchObject({ ok: true, peers: [{ ok: true }, { ok: true }] })
    const failed = result!.counters!.map((counters) => counters.failed)
    expect(failed[0]).toBe(0)
    expect(failed[1]! + failed[2]!).toBeGreaterThanOrEqual(pieceSize)
  })

  test('fails a transfer that has no other source, and the next one goes on', async () => {
    const proxy = await TamperingProxy.start({ flipAt: 100_000 })
    const args = ['--iterations', '2', '--timeout', '10', '--tracker', proxy.tracker]
    // else the same source is asked again after a second, and gives what it should
    const run = await startRun(1, [...oneFile, ...args, '--set', 'min_reconnect_time=60'])
    expect((await run.seeder.end(60_000)).code).toBe(1)
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([false, true])
    expect(results[0]!.reason).toMatch(/^peer 1 \(\S+\): .* of .* arrived within 10 s; /)
  })
})

describe('a byte that changes on the disk', () => {
  test('after its piece was verified, is found by SHA-256', async () => {
    const proxy = await TamperingProxy.start({ holdAt: 200_000 })
    const place = await tempDir()
    const args = ['--iterations', '2', '--tracker', proxy.tracker]
    const run = await startRun(1, [...oneFile, ...args], ['--save-path', place])
    const piece = await within(proxy.firstPiece, 'the first verified piece')
    await flip(await fileWith(piece, place), piece * pieceSize)
    proxy.release()
    expect((await run.seeder.end(60_000)).code).toBe(1)
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([false, true])
    expect(results[0]!.reason).toMatch(/what arrived has SHA-256 [0-9a-f]{64} instead of/)
  })

  /** The file that is fetched, once a piece is on the disk: its hash may be verified before it is written. */
  async function fileWith(piece: number, place: string): Promise<string> {
    const end = Math.min((piece + 1) * pieceSize, size)
    const look = async (): Promise<string> => {
      const entries = await readdir(place, { recursive: true, withFileTypes: true })
      for (const entry of entries.filter((entry) => entry.isFile())) {
        const path = join(entry.parentPath, entry.name)
        // it is random
        if ((await readFile(path)).subarray(end - 64, end).some((byte) => byte !== 0)) return path
      }
      return ''
    }
    return until(look, (path) => path !== '')
  }

  async function flip(path: string, offset: number): Promise<void> {
    const file = await open(path, 'r+')
    try {
      const byte = Buffer.alloc(1)
      await file.read(byte, 0, 1, offset)
      byte.writeUInt8(byte.readUInt8() ^ 1)
      await file.write(byte, 0, 1, offset)
    } finally {
      await file.close()
    }
  }
})

describe('a tracker that stops', () => {
  test('fails the iterations without it, and the run goes on when it is back', async () => {
    // the first transfer stands still until the tracker, which brought it about, has gone
    const proxy = await TamperingProxy.start({ holdAt: 200_000 })
    const run = await startRun(1, [...oneFile, '--iterations', '3', '--tracker', proxy.tracker])
    await within(proxy.firstPiece, 'the first verified piece')
    proxy.closeTracker()
    proxy.release()
    // a tracker that can't be reached is asked again for 15 s
    await run.seeder.printed('1.00 MB, iteration 2 failed', 60_000)
    await proxy.reopenTracker()
    expect((await run.seeder.end(60_000)).code).toBe(1)
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(results[1]!.reason).toBe(
      `the seeder: tracker ${proxy.tracker} cannot be reached (connection refused)`,
    )
  })
})

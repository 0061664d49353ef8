// A torrent store whose process is killed at any moment.
import { readdir } from 'node:fs/promises'
import * as lt from '../../lib'
import { timeFactor } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { isolated } from '../helpers/sessions'
import { startChild } from './helpers/run'
import type { Kit } from './helpers/kit'

const kills = 25

interface Orders {
  readonly directory: string
  /** Tells the torrents of one process from those of the others. */
  readonly round: number
}

/** Adds, moves and removes torrents until it is killed. Says what it was told is on the disk. */
async function churn(kit: Kit, { directory, round }: Orders): Promise<void> {
  const store = await kit.lt.TorrentStore.open(directory, { settings: kit.quiet(), interval: 5 })
  kit.send({ restored: store.restored.map(({ path, error }) => ({ path, error: error?.message })) })
  store.on('error', (error) => kit.send({ failed: error.message }))
  store.on('saved', ({ torrent }) => kit.send({ saved: torrent.infoHashes().v1 }))
  store.on('removed', ({ path }) => kit.send({ removed: kit.path.basename(path, '.resume') }))
  const all = [...store.session.getTorrentsSync()]
  for (let number = 0; ; number++) {
    const torrent = await store.session.addTorrent(kit.magnet(round * 100_000 + number))
    torrent.addTracker({ url: `http://127.0.0.1:9/${number}` })
    all.push(torrent)
    const oldest = number % 3 === 2 ? all.shift() : undefined
    if (oldest) {
      kit.send({ removing: oldest.infoHashes().v1 })
      await store.session.removeTorrent(oldest)
    }
    // Adding is faster than the disk: without this, more would be removed than saved.
    await (number % 8 === 7 ? store.save() : kit.turn())
  }
}

interface Saying {
  readonly restored?: { path: string; error?: string }[]
  readonly failed?: string
  readonly saved?: string
  readonly removing?: string
  readonly removed?: string
}

test(
  'loses no torrent that it reported as saved, and revives none that it reported as removed, ' +
    `over ${kills} kills at random moments`,
  async () => {
    const directory = await tempDir()
    const kept = new Set<string>()
    const removed = new Set<string>()
    const leaving = new Set<string>()
    const troubles: unknown[] = []
    for (let round = 1; round <= kills; round++) {
      const child = startChild(churn, { data: { directory, round } })
      const ready = (await child.receive()) as Saying
      const found = ready.restored!.map(({ path }) => path.slice(-47, -7))
      troubles.push(...ready.restored!.filter(({ error }) => error !== undefined))
      troubles.push(...[...kept].filter((hash) => !found.includes(hash)).map((lost) => ({ lost })))
      troubles.push(
        ...[...removed].filter((it) => found.includes(it)).map((revived) => ({ revived })),
      )
      // The moment counts in what the child has done, so that a slow machine is killed in the midst, too.
      const moment = Math.floor(Math.random() * 80)
      for (let received = 0; received < moment; received++) await child.receive()
      child.kill()
      const { sent } = await child.ended
      for (const { saved, removing, removed: gone, failed } of sent as Saying[]) {
        if (failed !== undefined) troubles.push({ failed })
        if (saved !== undefined && !leaving.has(saved)) kept.add(saved)
        if (removing !== undefined) {
          leaving.add(removing)
          kept.delete(removing)
        }
        if (gone !== undefined) removed.add(gone)
      }
    }
    expect(troubles).toStrictEqual([])
    expect(kept.size).toBeGreaterThan(kills)
    expect(removed.size).toBeGreaterThan(kills / 5)

    await using store = await lt.TorrentStore.open(directory, { settings: isolated })
    const names = await readdir(directory)
    const others = names.filter((name) => !/^[0-9a-f]{40}\.resume$/.test(name)).sort()
    expect(others).toStrictEqual(['lock', 'session.state'])
    expect(store.restored.filter(({ error }) => error !== null)).toStrictEqual([])
  },
  120_000 * timeFactor,
)

test('is refused to a second process, and opens after the first was killed', async () => {
  const directory = await tempDir()
  const child = startChild(churn, { data: { directory, round: 1 } })
  await child.receive()
  await expect(lt.TorrentStore.open(directory)).rejects.toMatchObject({ code: 'store_in_use' })
  child.kill()
  await child.ended
  await using store = await lt.TorrentStore.open(directory, { settings: isolated })
  expect(store.restored.every(({ error }) => error === null)).toBe(true)
})

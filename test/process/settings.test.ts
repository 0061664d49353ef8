// No number that a setting takes stops, crashes or wears out libtorrent's threads.
import { settingsMetadata } from '../../lib'
import { timeFactor } from '../helpers/deadline'
import { runChild, wellEnded } from './helpers/run'
import type { SettingInfo } from '../../lib'
import type { Kit } from './helpers/kit'

interface Bounds {
  readonly name: string
  readonly values: readonly number[]
}

const minute = 60_000
const children = 16

const numbers: Bounds[] = Object.entries<SettingInfo>(settingsMetadata).flatMap(
  ([name, { least, most }]) =>
    least === undefined || most === undefined ? [] : [{ name, values: [least, most] }],
)

/** Applies each of the values to two sessions with a transfer, and looks on for a tick. */
async function exercise(kit: Kit, { name, values }: Bounds, tries: number): Promise<void> {
  const threads = (): string[] =>
    kit.fs.readdirSync('/proc/self/task').filter((thread) => thread !== String(process.pid))
  /**
   * Milliseconds on a processor, and waiting for one: both count on a machine with other work. NaN
   * when the thread has ended.
   */
  const timeOf = (thread: string): number => {
    try {
      const stat = kit.fs.readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8')
      const [running, waiting] = stat.split(' ').map(Number)
      return ((running ?? 0) + (waiting ?? 0)) / 1e6
    } catch (error) {
      if (threads().includes(thread)) throw error
      return Number.NaN
    }
  }
  // Timers of which every tick is one, so that every tick runs all of libtorrent.
  const { seeder, leecher, seed, download } = await kit.startTransfer(8 * 1024 * 1024, {
    unchoke_interval: 1,
    optimistic_unchoke_interval: 1,
    peer_turnover_interval: 1,
    auto_manage_interval: 1,
    suggest_mode: 1,
    upload_rate_limit: 200_000,
    stop_tracker_timeout: 0,
    enable_dht: true,
    dht_bootstrap_nodes: '',
  })
  seeder.addDhtNode(['127.0.0.1', await leecher.listenPort()])
  const tickOf = async (torrent: typeof seed): Promise<void> => {
    const { activeDuration } = await torrent.status(0)
    while ((await torrent.status(0)).activeDuration <= activeDuration) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  /** The threads among these that don't rest until the next tick. */
  const restless = async (among: readonly string[]): Promise<string[]> => {
    const before = among.map((thread) => timeOf(thread))
    const start = performance.now()
    await Promise.all([tickOf(seed), tickOf(download)])
    const elapsed = performance.now() - start
    return among.filter((thread, i) => timeOf(thread) - (before[i] ?? 0) > 0.9 * elapsed)
  }
  for (const value of values) {
    kit.send(`${name} = ${value}`)
    for (const session of [seeder, leecher]) session.applySettings({ [name]: value })
    // One that is busy by chance, or with the transfer, is not busy again and again.
    let busy = await restless(threads())
    for (let i = 1; i < tries && busy.length > 0; i++) busy = await restless(busy)
    if (busy.length > 0) kit.send({ name, value })
  }
  await Promise.all([seeder.close(), leecher.close()])
  await kit.fs.promises.rm(kit.path.join(kit.dir, 'download'), { recursive: true, force: true })
}

test(
  'the bounds of every setting leave a session at rest and at work',
  async () => {
    // Ticks are a second apart: children that wait for them don't disturb each other.
    const outcomes = await Promise.all(
      Array.from({ length: children }, (_, child) =>
        runChild(
          async (kit, { source, part, tries }) => {
            const run = eval(`(${source})`) as typeof exercise
            for (const bounds of part) await run(kit, bounds, tries)
          },
          {
            data: {
              source: String(exercise),
              part: numbers.filter((_, i) => i % children === child),
              tries: 5 * timeFactor,
            },
            deadline: 2 * minute,
          },
        ),
      ),
    )
    for (const outcome of outcomes) {
      // What it sent last names the culprit.
      expect({ ...outcome, sent: outcome.sent.slice(-2) }).toMatchObject(wellEnded)
      expect(outcome.sent.filter((word) => typeof word !== 'string')).toStrictEqual([])
    }
  },
  3 * minute,
)

// Competitors that carry one file through a swarm.
import type { Content } from './content'
import type { Implementation } from './implementations'
import { sessionArguments, type SessionChoice } from './sessions'
import { transfer, withSwarm, type Swarm } from './swarm'
import type { Competitor, Figures } from './trial'

export const transferUnits = { wall: 's', cpu: 's', rssSeeder: 'MiB', rssLeecher: 'MiB' }

async function measured(swarm: Swarm, torrent: string): Promise<Figures> {
  const programs = [swarm.seeder, ...swarm.leechers.map(({ program }) => program)]
  const usages = () => Promise.all(programs.map((program) => program.usage()))
  const before = await usages()
  const wall = await transfer(swarm, torrent)
  const after = await usages()
  const cpu = after.map((usage, index) => usage.cpu - (before[index]?.cpu ?? 0))
  return {
    wall: wall / 1000,
    cpu: cpu.reduce((sum, part) => sum + part, 0),
    rssSeeder: after[0]?.peakRss ?? NaN,
    rssLeecher: after[1]?.peakRss ?? NaN,
  }
}

type MakeCompetitor = (
  name: string,
  implementation: Implementation,
  choice?: SessionChoice,
) => Competitor

/** Of content and a number of leechers, a function that makes competitors. */
export function competitorsFor(content: Content, leechers = 1): MakeCompetitor {
  return (name, implementation, choice) => {
    const swarmOf = { implementation, args: sessionArguments(choice), leechers }
    const use = (swarm: Swarm) => measured(swarm, content.torrent)
    return { name, implementation, run: (scratch) => withSwarm(swarmOf, [content], scratch, use) }
  }
}

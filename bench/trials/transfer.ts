import { fastLocalTransfer } from 'libtorrent-napi'
import { makeContent, type Content } from '../harness/content'
import { cpp, ours, python3, webtorrent, type Peer } from '../harness/peers'
import { sessionWords, type SessionChoice } from '../harness/sessions'
import { transfer as transferOnce, withSwarm, type Swarm } from '../harness/swarm'
import type { Contender, Figures, Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
}

async function measured(swarm: Swarm, torrent: string): Promise<Figures> {
  const programs = [swarm.seeder, ...swarm.leechers.map(({ program }) => program)]
  const usages = () => Promise.all(programs.map((program) => program.usage()))
  const before = await usages()
  const wall = await transferOnce(swarm, torrent)
  const after = await usages()
  const cpu = after.map((usage, index) => usage.cpu - (before[index]?.cpu ?? 0))
  return {
    wall: wall / 1000,
    cpu: cpu.reduce((sum, part) => sum + part, 0),
    rssSeeder: after[0]?.peakRss ?? NaN,
    rssLeecher: after[1]?.peakRss ?? NaN,
  }
}

function contenderFor(content: Content) {
  return (name: string, peer: Peer, choice?: SessionChoice): Contender => ({
    name,
    peer,
    run: (scratch) =>
      withSwarm({ peer, words: sessionWords(choice), leechers: 1 }, [content], scratch, (swarm) =>
        measured(swarm, content.torrent),
      ),
  })
}

export const transfer: Trial<Parameters> = {
  name: 'transfer',
  measures:
    'One file from a seeder to a leecher over TCP on loopback: from the go until the last piece is ' +
    "verified, the processor time of both processes meanwhile, and each one's peak of resident memory.",
  units: { wall: 's', cpu: 's', rssSeeder: 'MiB', rssLeecher: 'MiB' },
  full: { bytes: 2 ** 30 },
  smoke: { bytes: 2 ** 22 },
  targets: [
    { metric: 'wall', of: 'ours', to: 'C++', atMost: 1.03 },
    { metric: 'cpu', of: 'ours', to: 'C++', atMost: 1.03 },
    { metric: 'wall', of: 'ours, preset', to: 'C++, preset', atMost: 1.03 },
    { metric: 'wall', of: 'ours, preset', to: 'C++', atMost: 0.8 },
    { metric: 'wall', of: 'ours, preset', to: 'webtorrent', atMost: 0.5 },
    { metric: 'cpu', of: 'ours, preset', to: 'webtorrent', atMost: 0.5 },
  ],
  async contenders({ bytes }, directory) {
    const contender = contenderFor(await makeContent(directory, 'file', bytes))
    return [
      contender('ours', ours),
      contender('C++', cpp),
      contender('python', python3),
      contender('ours, preset', ours, fastLocalTransfer()),
      contender('C++, preset', cpp, fastLocalTransfer()),
      contender('webtorrent', webtorrent),
    ]
  },
}

import { fastLocalTransfer } from 'libtorrent-napi'
import { makeContent, type Content } from '../harness/content'
import { ours } from '../harness/implementations'
import { figuresOf, Program } from '../harness/process'
import { sessionArguments, type SessionChoice } from '../harness/sessions'
import type { Competitor, Figures, Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
}

async function run(
  { torrent, savePath }: Content,
  args: readonly string[],
  scratch: string,
): Promise<Figures> {
  await using seeder = Program.of(ours, 'peer', args)
  const { port = 0 } = await seeder.receive('ready')
  await seeder.request(['add', torrent, savePath], 'checked')
  await seeder.request(['start'], 'done')
  const own = [`torrent=${torrent}`, `scratch=${scratch}`, `port=${port}`]
  return await figuresOf(ours, 'loop-delay', [...own, ...args])
}

export const loopDelay: Trial<Parameters> = {
  name: 'loop-delay',
  measures:
    'How late timers of 1 ms are in a leecher at full speed over TCP on loopback that listens to all alerts of errors ' +
    'and states and requests the status of all torrents every 500 ms.',
  units: { wall: 'ms', p99: 'ms', max: 'ms' },
  full: { bytes: 2 ** 30 },
  smoke: { bytes: 2 ** 22 },
  targets: ['ours', 'ours, preset'].map((of) => ({ metric: 'p99', of, atMost: 5 })),
  async competitors({ bytes }, directory) {
    const content = await makeContent(directory, 'file', bytes)
    const competitor = (name: string, choice?: SessionChoice): Competitor => ({
      name,
      implementation: ours,
      run: (scratch) => run(content, sessionArguments(choice), scratch),
    })
    return [competitor('ours'), competitor('ours, preset', fastLocalTransfer())]
  },
}

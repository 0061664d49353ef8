// The command lines of seed.js and peer.js, without running them.
import type { Command } from 'commander'
import { rejectionOf } from '../../test/helpers/deadline'
import { failuresOf } from '../../test/helpers/failures'
import { runCommand } from '../src/cli/command'
import { peerCommand } from '../src/cli/peer-options'
import { seedCommand } from '../src/cli/seed-options'

const commands: [name: string, make: () => Command][] = [
  ['seed.js', seedCommand],
  ['peer.js', peerCommand],
]

/** The options that need a value. */
const optionsWithValue = (command: Command): string[] =>
  command.options.filter(({ required }) => required).map(({ long }) => long ?? '')

const messageOf = async (make: () => Command, args: readonly string[]): Promise<string> =>
  ((await rejectionOf(runCommand(make(), args))) as Error).message

describe.each(commands)('%s', (_, make) => {
  test.each(['--listen', '--listen=127.0.0.1', '--help', '-h'])(
    'misses the value of each option that %s follows',
    async (next) => {
      const options = optionsWithValue(make())
      expect(options.length).toBeGreaterThan(10)
      const failures = await failuresOf(options, async (option) =>
        expect(await messageOf(make, [option, next])).toMatch(
          new RegExp(`option '${option}\\b.* argument missing`),
        ),
      )
      expect(failures).toStrictEqual([])
    },
  )

  test('takes a value with a dash that no option has, and any value behind =', async () => {
    const command = make()
    await runCommand(
      command.action(() => {}),
      ['--save-path', '-x', '--token=--listen'],
    )
    expect(command.opts()).toMatchObject({ savePath: '-x', token: '--listen' })
  })
})

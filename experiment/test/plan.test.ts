// What a plan is made of, and what it refuses.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../src/cli/command'
import { planOf } from '../src/cli/plan'
import { type SeedArguments, seedCommand } from '../src/cli/seed-options'
import { fingerprintOf, networkOf, nodeOf } from '../src/node/session'
import { scheduleOf, peersNeeded, type Plan } from '../src/plan/plan'
import { resolvePlan } from '../src/plan/resolve'
import { rejectionOf } from '../../test/helpers/deadline'
import { randomFile, tempDir } from '../../test/helpers/files'

/** The plan of a command line. */
async function planned(...args: string[]): Promise<Plan> {
  const command = seedCommand()
  await runCommand(command, args)
  return planOf(command.opts<SeedArguments>())
}

const stepsIn = ({ steps }: Plan): [number, number, number][] =>
  steps.map(({ size, iterations, source }) => [size, iterations, source])

describe('a plan by options', () => {
  test('is the demonstration without any', async () => {
    const plan = await planned()
    expect(plan).toMatchObject({ name: 'demonstration', shuffle: null, timeline: 'sample' })
    expect(plan.conditions).toHaveLength(1)
    expect(peersNeeded(plan)).toBe(3)
  })

  test('is the experiment of the course by its name', async () => {
    const plan = await planned('--plan', 'csc573')
    expect(stepsIn(plan)).toEqual([
      [10_240, 333, 0],
      [102_400, 33, 0],
      [1_048_576, 3, 0],
      [10_485_760, 1, 0],
    ])
    expect(peersNeeded(plan)).toBe(3)
    // and for each size one that is traced and does not count
    expect(scheduleOf(plan)).toHaveLength(370 + 4)
  })

  test('pairs sizes with iterations and names; one counts for all', async () => {
    const sizes = ['--file-size', '10kB', '--file-size', '1MiB']
    const both = await planned(...sizes, '--iterations', '3', '--iterations', '1')
    expect(stepsIn(both)).toEqual([
      [10_000, 3, 0],
      [2 ** 20, 1, 0],
    ])
    const named = await planned(
      ...sizes,
      '--iterations',
      '2',
      '--file-name',
      'a',
      '--file-name',
      'b',
    )
    expect(named.steps.map(({ iterations, fileName }) => [iterations, fileName])).toEqual([
      [2, 'a'],
      [2, 'b'],
    ])
  })

  test('goes in both directions', async () => {
    const size = ['--file-size', '10kB']
    expect(stepsIn(await planned(...size, '--direction', 'B'))).toEqual([[10_000, 1, 1]])
    expect(stepsIn(await planned(...size, '--direction', 'both'))).toEqual([
      [10_000, 1, 0],
      [10_000, 1, 1],
    ])
  })

  test('takes files that exist, and knows their sizes', async () => {
    const file = await randomFile(join(await tempDir(), 'film'), 12_345)
    const { steps } = await planned('--file', file)
    expect(steps).toMatchObject([{ size: 12_345, file, fileName: 'film' }])
  })

  test('sets parameters', async () => {
    const plan = await planned(
      '--libtorrent-defaults',
      '--encryption',
      'forced',
      '--seeder-up',
      '1MB',
      '--dht',
      'on',
      '--peers',
      '7',
      '--set',
      'connections_limit=50',
      '--set',
      'user_agent=x',
      '--peer-set',
      'enable_lsd=true',
    )
    expect(plan.conditions).toMatchObject([
      {
        libtorrentDefaults: true,
        transport: 'both',
        tcpNoDelay: false,
        pex: true,
        encryption: 'forced',
        dht: true,
        peers: 7,
        exemptLocal: false,
        seederUp: 1e6,
        seederDown: 0,
        settings: { connections_limit: 50, user_agent: 'x' },
        seederSettings: {},
        peerSettings: { enable_lsd: true },
      },
    ])
  })

  test.each([
    [
      [
        '--file-size',
        '1',
        '--file-size',
        '2',
        '--iterations',
        '1',
        '--iterations',
        '1',
        '--iterations',
        '1',
      ],
      '--iterations',
    ],
    [['--file-name', 'x'], '--file-name needs --file-size'],
    [['--iterations', '3'], '--iterations needs --file-size or --file'],
    [['--file-name', 'a/b', '--file-size', '1'], 'fileName: expected a name without directories'],
    [['--plan', 'csc574'], 'no plan is called csc574'],
    [['--file', '/none'], 'no such file: /none'],
    [['--tracker', 'none', '--discovery', 'tracker'], 'contradict each other'],
    [['--tracker', 'gopher://x'], "bad --tracker 'gopher://x'"],
  ])('refuses %j', async (args, reason) => {
    expect(await rejectionOf(planned(...args))).toMatchObject({
      message: expect.stringContaining(reason),
      exitCode: 2,
    })
  })

  test.each([
    [['--set', 'conections_limit=3'], 'did you mean "connections_limit"?'],
    [['--set', 'connections_limit=many'], 'connections_limit must be an integer'],
    [['--set', 'enable_dht=1'], 'enable_dht must be'],
    [['--set', 'nonsense'], 'expected NAME=VALUE'],
    [['--set', 'peer_fingerprint=x'], "peer_fingerprint can't be set"],
    [['--peer-set', 'listen_interfaces=x'], "bad --peer-set 'listen_interfaces=x'"],
    [['--piece-size', '20000'], "bad --piece-size '20000'"],
    [['--encryption', 'yes'], 'Allowed choices are off, allowed, forced'],
    [['--dht', 'yes'], 'Allowed choices are on, off'],
    [['--plan', 'csc573', '--file-size', '1'], "cannot be used with option '--file-size <size>'"],
    [['--torrent', 't', '--strict'], "cannot be used with option '--strict'"],
    [['--resume', 'a', '--results', 'b'], "cannot be used with option '--results <directory>'"],
    [['--warm-up', '-1'], "bad --warm-up '-1'"],
    [['--shuffle', 'x'], "bad --shuffle 'x'"],
    [['--seeder-up', 'fast'], "bad size 'fast'"],
    [['--peers', '0'], "bad --peers '0'"],
  ])('refuses %j at once', async (args, reason) => {
    await expect(runCommand(seedCommand(), args)).rejects.toThrow(reason)
  })
})

describe('a plan in a file', () => {
  const plan = (value: unknown): Promise<Plan> => resolvePlan('the plan p.json', value)

  test('multiplies conditions, matrix and steps', async () => {
    const { conditions, steps } = await plan({
      peerUp: '1MB',
      conditions: { tcp: { transport: 'tcp' }, utp: { transport: 'utp', peerUp: 0 } },
      matrix: { torrentVersion: ['v1', 'v2'], peers: [2, 3] },
      steps: [{ size: '1kB' }, { size: 5, conditions: ['utp'] }],
    })
    expect(conditions.map(({ name }) => name)).toEqual([
      ...['v1, peers=2', 'v1, peers=3', 'v2, peers=2', 'v2, peers=3'].map(
        (cell) => `tcp, torrentVersion=${cell}`,
      ),
      ...['v1, peers=2', 'v1, peers=3', 'v2, peers=2', 'v2, peers=3'].map(
        (cell) => `utp, torrentVersion=${cell}`,
      ),
    ])
    expect(conditions.map(({ peerUp }) => peerUp)).toEqual(
      [1, 1, 1, 1, 0, 0, 0, 0].map((up) => up * 1e6),
    )
    expect(steps).toHaveLength(8 + 4)
    expect(steps.slice(8).map(({ condition }) => condition)).toEqual([4, 5, 6, 7])
  })

  test('takes values of the command line, then those of a condition in the file', async () => {
    const path = join(await tempDir(), 'mine.json')
    const conditions = { a: {}, b: { transport: 'utp' } }
    await writeFile(path, JSON.stringify({ transport: 'both', conditions, steps: [{ size: 1 }] }))
    const mine = await planned('--plan', path, '--transport', 'tcp', '--warm-up', '2')
    expect(mine).toMatchObject({ name: 'mine', steps: [{ warmUps: 2 }, { warmUps: 2 }] })
    expect(mine.conditions.map(({ transport }) => transport)).toEqual(['tcp', 'utp'])
  })

  test.each([
    [{ steps: [] }, 'the plan p.json: steps: '],
    [{ steps: [{ size: 'big' }] }, "steps[0].size: bad size 'big'"],
    [{ steps: [{ size: 1, iterations: 0 }] }, 'steps[0].iterations: '],
    [{ steps: [{ size: 1, itertions: 3 }] }, 'Unrecognized key: "itertions"'],
    [{ steps: [{}] }, 'steps[0].size: expected a size, or a file'],
    [{ steps: [{ size: 1, source: 4 }] }, "steps[0].source: condition 'default' has no peer 4"],
    [{ steps: [{ size: 1, conditions: ['x'] }] }, "there is no condition 'x'"],
    [{ steps: [{ size: 1 }], transport: 'ip' }, 'transport: '],
    [{ steps: [{ size: 1 }], conditions: { a: { disk: 'floppy' } } }, 'conditions.a.disk: '],
    [{ steps: [{ size: 1 }], matrix: { disk: ['floppy'] } }, 'matrix.disk: '],
    [{ steps: [{ size: 1 }], matrix: { dsk: ['mmap'] } }, '"dsk"'],
    [{ steps: [{ size: 1 }], settings: { foo: 1 } }, 'unknown key "foo"'],
    [{ steps: [{ size: 1 }], discovery: 'dht', dht: false }, 'discovery dht needs dht on'],
    [{ steps: [{ size: 1, iterations: 1e6 }], matrix: { peers: [1, 2] } }, 'expected 1000000'],
    [[], 'the plan p.json: '],
  ])('refuses %j', async (value, reason) => {
    expect(await rejectionOf(plan(value))).toMatchObject({
      message: expect.stringContaining(reason),
      exitCode: 2,
    })
  })

  test.each(['{', '[]', '"x"', 'null'])('refuses a file of %s', async (text) => {
    const path = join(await tempDir(), 'p.json')
    await writeFile(path, text)
    expect(await rejectionOf(planned('--plan', path))).toMatchObject({
      message: expect.stringContaining(path),
      exitCode: 2,
    })
  })
})

describe('the order of a plan', () => {
  const input = {
    timeline: 'all',
    warmUp: 1,
    steps: [
      { size: 1, iterations: 20 },
      { size: 2, iterations: 20 },
    ],
  }

  test('is step by step, warm-ups first', async () => {
    const schedule = scheduleOf(await resolvePlan(null, input))
    expect(schedule.map(({ iteration }) => iteration)).toEqual(
      schedule.map((_, index) => index + 1),
    )
    expect(schedule.map(({ step }) => step)).toEqual([...Array(21).fill(0), ...Array(21).fill(1)])
    expect(schedule[21]).toMatchObject({ warmUp: true, step: 1, repetition: 1, size: 2 })
    expect(schedule[22]).toMatchObject({ warmUp: false, step: 1, repetition: 1 })
  })

  test('depends on the seed only', async () => {
    const shuffled = async (shuffle: number | true): Promise<string> =>
      JSON.stringify(scheduleOf(await resolvePlan(null, { ...input, shuffle })))
    expect(await shuffled(7)).toBe(await shuffled(7))
    expect(await shuffled(7)).not.toBe(await shuffled(8))
    expect(await shuffled(true)).not.toBe(await shuffled(true))
    const schedule = scheduleOf(await resolvePlan(null, { ...input, shuffle: 7 }))
    expect(schedule.slice(0, 2).every(({ warmUp }) => warmUp)).toBe(true)
    const plain = scheduleOf(await resolvePlan(null, input))
    const key = ({ step, repetition, warmUp }: (typeof schedule)[number]): string =>
      `${step} ${repetition} ${warmUp}`
    expect(schedule.map(key).sort()).toEqual(plain.map(key).sort())
  })
})

describe('the settings of a node', () => {
  test('are those of its role, and tell its number', async () => {
    const { conditions } = await resolvePlan(null, {
      seederUp: 5,
      peerDown: 6,
      encryption: 'off',
      choker: 'rate-based',
      settings: { connections_limit: 9 },
      peerSettings: { connections_limit: 10 },
      steps: [{ size: 1 }],
    })
    const of = (node: number): Record<string, unknown> => ({
      ...networkOf(conditions[0]!, node, { listen: '127.0.0.1:0' }).settings,
    })
    expect(of(0)).toMatchObject({
      upload_rate_limit: 5,
      download_rate_limit: 0,
      connections_limit: 9,
      in_enc_policy: 2,
      out_enc_policy: 2,
      choking_algorithm: 2,
    })
    expect(of(3)).toMatchObject({ download_rate_limit: 6, connections_limit: 10 })
    const id = `${fingerprintOf(12)}abcdefg`
    expect(id).toHaveLength(20)
    expect(nodeOf(Buffer.from(id).toString('hex'))).toBe(12)
    expect(nodeOf('00'.repeat(20))).toBe(-1)
  })
})

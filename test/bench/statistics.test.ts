import { judge, summarize } from '../../bench/harness/statistics'

const units = { wall: 's' }
const runs = new Map([
  ['ours', [{ wall: 2 }, { wall: 9 }, { wall: 4 }]],
  ['C++', [{ wall: 1 }, { wall: 3 }, { wall: 4 }]],
])

test('a summary is the median and the range of the runs', () => {
  expect(summarize(runs, units).ours).toEqual({
    wall: { unit: 's', median: 4, min: 2, max: 9 },
  })
})

test('a ratio is taken within each repetition', () => {
  const target = { metric: 'wall', of: 'ours', to: 'C++', atMost: 1.5 }
  expect(judge(target, units, runs)).toEqual({
    of: 'wall: ours / C++',
    wanted: '<= 1.5 x',
    found: { unit: 'x', median: 2, min: 1, max: 3 },
    holds: false,
  })
})

test('a difference and a figure of its own have the unit of the metric', () => {
  const difference = { metric: 'wall', of: 'ours', to: 'C++', by: 'difference', atMost: 1 } as const
  expect(judge(difference, units, runs)).toMatchObject({
    of: 'wall: ours - C++',
    wanted: '<= 1 s',
    found: { unit: 's', median: 1 },
    holds: true,
  })
  expect(judge({ metric: 'wall', of: 'C++', atLeast: 3.5 }, units, runs)).toMatchObject({
    of: 'wall of C++',
    wanted: '>= 3.5 s',
    found: { median: 3 },
    holds: false,
  })
})

test('a comparison without a bound has no verdict', () => {
  const target = { metric: 'wall', of: 'ours', to: 'C++' }
  expect(judge(target, units, runs)).toMatchObject({ wanted: '', holds: null })
  expect(judge(target, units, runs).found).not.toBeNull()
})

test('a competitor that was not measured has no verdict, and a missing figure is an error', () => {
  const target = { metric: 'wall', of: 'ours', to: 'aria2', atMost: 1 }
  expect(judge(target, units, runs)).toMatchObject({ found: null, holds: null })
  expect(() => judge({ metric: 'cpu', of: 'ours', atMost: 1 }, units, runs)).toThrow(
    'no figure for cpu',
  )
})

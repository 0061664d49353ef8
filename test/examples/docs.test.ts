// What the documentation shows and names is there.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { packageRoot } from '../helpers/child'
import { failuresOf } from '../helpers/failures'

const pagesIn = (directory: string): string[] =>
  readdirSync(join(packageRoot, directory))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(directory, name))

const guides = pagesIn('docs/guides')
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...pagesIn('docs'), ...guides]
const programs = readdirSync(join(packageRoot, 'examples')).map((name) => join('examples', name))
const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8')

/** Without the indentation, which differs in the middle of a program. */
const flat = (code: string): string => code.trim().replace(/\n\s*/g, '\n')

test('pages link to files that exist', () => {
  const missing = pages.flatMap((page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!)
    return links
      .filter((link) => !existsSync(join(packageRoot, dirname(page), link)))
      .map((link) => `${page}: ${link}`)
  })
  expect(missing).toEqual([])
})

test('pages show code as it is in the programs', async () => {
  const blocks = pages.flatMap((page) =>
    [...read(page).matchAll(/<!-- (\S+) -->\n\n```\w+\n(.*?)```/gs)].map(
      ([, program, code]) => [page, program!, code!] as const,
    ),
  )
  const failures = await failuresOf(blocks, ([, program, code]) =>
    expect(flat(read(program))).toContain(flat(code)),
  )
  expect(failures).toEqual([])
})

test('pages and programs wait for states by checked(), metadata() and finished()', () => {
  // The alert of a state may come before a program waits for it.
  const waitForState = /waitFor\(\[?'(torrent_checked|torrent_finished|metadata_received)/
  const found = [...pages, ...programs].filter((path) => waitForState.test(read(path)))
  expect(found).toEqual([])
})

test('the README has at most 110 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(110)
})

test('every program is in a page', () => {
  const all = pages.map(read).join('')
  expect(programs.filter((path) => !all.includes(`${path})`))).toEqual([])
})

test('every guide shows a program', () => {
  const without = guides.filter(
    (guide) => !/^Program: \[examples\/.*<!-- examples\//ms.test(read(guide)),
  )
  expect(without).toEqual([])
})

const prose = pages.filter(
  (page) =>
    !/experiment|parity|performance-|architecture|other-bindings|CONTRIBUTING|CHANGELOG/.test(page),
)

/** The code in backticks of a page. */
const spansOf = (page: string): string[] =>
  [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)

/** Codes that this package raises itself, as docs/errors.md has them. */
const ownCodes = (JSON.parse(read('scripts/generate/docs/errors.json')) as ErrorFamily[])
  .filter(({ category }) => category === 'libtorrent-napi')
  .flatMap(({ codes }) => Object.keys(codes))

interface ErrorFamily {
  readonly category: string
  readonly codes: object
}

test('pages name alerts, settings and codes that exist only', () => {
  const known = new Set<string>([
    ...Object.keys(lt.alertTypes),
    ...Object.keys(lt.settingsMetadata),
    ...Object.values(lt.errorCodes).flatMap(Object.keys),
    ...ownCodes,
    ...['add_torrent_params', 'node_modules'],
    ...['always_replace_files', 'fail_if_exist', 'dont_replace'],
  ])
  const unknown = prose.flatMap((page) =>
    spansOf(page)
      .flatMap((code) => /^'?([a-z]+(?:_[a-z0-9]+)+)'?$/.exec(code)?.[1] ?? [])
      .filter((name) => !known.has(name))
      .map((name) => `${page}: ${name}`),
  )
  expect(unknown).toEqual([])
})

test('pages call methods that exist', () => {
  const owners = { session: lt.Session, torrent: lt.TorrentHandle, lt }
  const unknown = prose.flatMap((page) =>
    spansOf(page)
      .flatMap((code) => [...code.matchAll(/\b(session|torrent|lt)\.([a-z]\w*)/g)])
      .filter(([, owner, name]) => {
        const found = owners[owner as keyof typeof owners]
        return !Reflect.has('prototype' in found ? found.prototype : found, name!)
      })
      .map(([call]) => `${page}: ${call}`),
  )
  expect(unknown).toEqual([])
})

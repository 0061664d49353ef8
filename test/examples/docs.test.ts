// What the documentation shows and names is there.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { packageRoot } from '../helpers/child'

const guides = readdirSync(join(packageRoot, 'docs/guides')).map((name) => `docs/guides/${name}`)
const pages = [
  'README.md',
  'docs/architecture.md',
  'docs/alerts.md',
  'docs/lifetimes.md',
  'docs/from-other-bindings.md',
  ...guides,
]
const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8')

/** Without the indentation, which is another one in the middle of a program. */
const flat = (code: string): string => code.trim().replace(/\n\s*/g, '\n')

describe.each(pages)('%s', (page) => {
  const text = read(page)

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!)
    expect(links.filter((link) => !existsSync(join(packageRoot, dirname(page), link)))).toEqual([])
  })

  test('shows code as it is in the programs', () => {
    const blocks = text.matchAll(/<!-- (\S+) -->\n\n```\w+\n(.*?)```/gs)
    for (const [, program, code] of blocks) expect(flat(read(program!))).toContain(flat(code!))
  })
})

test('every program is in a page', () => {
  const all = pages.map(read).join('')
  const programs = readdirSync(join(packageRoot, 'examples'))
  expect(programs.filter((name) => !all.includes(`examples/${name})`))).toEqual([])
})

test.each(guides)('%s shows a program', (guide) => {
  expect(read(guide)).toMatch(/^Program: \[examples\/.*<!-- examples\//ms)
})

describe.each([...guides, 'docs/alerts.md', 'docs/lifetimes.md'])('%s', (page) => {
  const spans = [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)

  test('names what libtorrent knows', () => {
    const known = new Set<string>([
      ...Object.keys(lt.alertTypes),
      ...Object.keys(lt.settingsMetadata),
      ...Object.values(lt.errorCodes).flatMap(Object.keys),
      ...['session_closed', 'dht_not_running', 'upload_mode', 'store_in_use', 'add_torrent_params'],
      ...['always_replace_files', 'fail_if_exist', 'dont_replace'],
    ])
    const names = spans.flatMap((code) => /^'?([a-z]+(?:_[a-z0-9]+)+)'?$/.exec(code)?.[1] ?? [])
    expect(names.filter((name) => !known.has(name))).toEqual([])
  })

  test('calls methods that exist', () => {
    const owners = { session: lt.Session, torrent: lt.TorrentHandle, lt }
    const calls = spans.flatMap((code) => [...code.matchAll(/\b(session|torrent|lt)\.([a-z]\w*)/g)])
    const unknown = calls.filter(([, owner, name]) => {
      const found = owners[owner as keyof typeof owners]
      return !Reflect.has('prototype' in found ? found.prototype : found, name!)
    })
    expect(unknown.map(([call]) => call)).toEqual([])
  })
})

// The pages about the experiment name options, files and links that exist.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { addManifestCommand } from '../src/cli/manifest'
import { optionTables } from '../src/cli/option-tables'
import { peerCommand } from '../src/cli/peer-options'
import { addReportCommand } from '../src/cli/report'
import { seedCommand } from '../src/cli/seed-options'

const root = resolve(__dirname, '..', '..')
const pages = ['docs/experiment.md', 'experiment/README.md']
const read = (page: string): string => readFileSync(join(root, page), 'utf8')

test.each(Object.entries(optionTables()))(
  'docs/experiment.md has the table of %s (else run scripts/experiment-docs.mjs)',
  (name, table) => {
    expect(read('docs/experiment.md')).toContain(`<!-- ${name} -->\n\n${table}\n\n<!-- end -->`)
  },
)

describe.each(pages)('%s', (page) => {
  test('links to files and headings that exist', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
    const broken = links.filter(([, path, heading]) => {
      const target = path ? join(dirname(page), path) : page
      if (!existsSync(join(root, target))) return true
      return heading !== undefined && !headingsOf(read(target)).includes(heading)
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })

  test('names options that exist', () => {
    const seed = seedCommand()
    addReportCommand(seed)
    addManifestCommand(seed)
    const known = new Set(
      [seed, ...seed.commands, peerCommand()].flatMap(({ options }) =>
        options.map(({ long }) => long),
      ),
    )
    const lines = read(page).match(/(?:node (?:seed|peer)\.js|npm run experiment --).*/g) ?? []
    const named = lines.flatMap((line) => line.match(/--[a-z][a-z-]+/g) ?? [])
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})

/** The anchors of a page's headings, as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

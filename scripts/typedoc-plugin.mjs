// The API reference by subject: exports have the category of their folder. Pages have a category, too, and their heading as
// title.
import { basename } from 'node:path'
import { Comment, CommentTag, Converter, ReflectionKind } from 'typedoc'

/** The first pattern that matches the path of a source decides. */
const categories = [
  [/^(alerts|generated\/alerts)/, 'Alerts'],
  [/^(session\/(settings|setting|presets|socket)|generated\/settings)/, 'Settings'],
  [/^session/, 'Session'],
  [/^torrent/, 'Torrent'],
  [/^metainfo/, 'Metainfo'],
  [/^dht/, 'DHT'],
  [/^transfer/, 'Transfer'],
  [/^http/, 'HTTP'],
  [/^support/, 'Errors and values'],
  [/^generated\/enums/, 'Constants'],
  [/^generated\/records/, 'Data'],
]

function categoryOf(path) {
  const inLib = path.replace(/^.*\/lib\//, '')
  return categories.find(([pattern]) => pattern.test(inLib))?.[1] ?? 'Other'
}

const development = [
  'architecture',
  'glossary',
  'performance-decisions',
  'performance-numbers',
  'CHANGELOG',
]
const reference = ['alerts', 'errors', 'lifetimes', 'parity', 'performance', 'deployment']

/** @param {string} name of a page's file, without .md */
function pageCategoryOf(name) {
  if (development.includes(name)) return 'Development'
  return reference.includes(name) ? 'Reference' : 'Guides'
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.parent?.kindOf(ReflectionKind.Module)) return
    const path = context
      .getSymbolFromReflection(reflection)
      ?.declarations?.[0]?.getSourceFile().fileName
    if (path) wanted.set(reflection, categoryOf(path))
  })
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const [reflection, name] of wanted) categorize(reflection, name)
    for (const entry of project.children ?? []) {
      if (entry.name !== 'index') continue
      entry.name = 'API'
      categorize(entry, 'Reference')
    }
    for (const page of project.documents ?? []) {
      page.frontmatter.category = pageCategoryOf(basename(page.name))
      page.name = headingOf(page) ?? page.name
    }
    for (const literal of project.getReflectionsByKind(ReflectionKind.TypeLiteral)) {
      // Search results show the full name: `proxyType.socks5`, and not `proxyType.__type.socks5`.
      literal.getFullName = (separator) => literal.parent.getFullName(separator)
    }
  })
}

const wanted = new Map()

function categorize(reflection, name) {
  // a function's comments are those of its signatures
  for (const target of reflection.signatures ?? [reflection]) {
    target.comment ??= new Comment()
    target.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: name }]))
  }
}

function headingOf({ content }) {
  const text = content.map((part) => part.text).join('')
  return /^# (.+)$/m.exec(text)?.[1]
}

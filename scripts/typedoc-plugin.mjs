// The API reference by subject: each export has the category of its folder, and pages have their heading as title.
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

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.parent?.kindOf(ReflectionKind.SomeModule | ReflectionKind.Project)) return
    const path = context
      .getSymbolFromReflection(reflection)
      ?.declarations?.[0]?.getSourceFile().fileName
    if (path) wanted.set(reflection, categoryOf(path))
  })
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const [reflection, name] of wanted) categorize(reflection, name)
    for (const entry of project.children ?? []) if (entry.name === 'index') entry.name = 'API'
    for (const page of project.documents ?? []) page.name = headingOf(page) ?? page.name
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

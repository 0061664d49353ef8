// The reports that the sanitizers' runtimes wrote, one file per process; a file may hold several.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { directoryOf, quoted } from './sanitizers.mjs'

/** Makes a directory for the reports of one run, since another with the same sanitizer may be under way. */
export function makeReports(sanitizer) {
  return mkdtempSync(join(directoryOf(sanitizer), 'reports-'))
}

/** Returns the option with which a runtime writes its reports into a directory. */
export const logOption = (directory) => `log_path=${quoted(join(directory, 'report'))}`

/** UBSan has one line per finding; ASan, LSan and TSan have a paragraph that ends with a line SUMMARY. */
const ofUndefined = /^(\S+:\d+:\d+): runtime error: (.*)$/gm

/** Splits a file at the lines that end a report; a text without such a line is one report (a fatal error). */
function split(text) {
  const lines = [...text.matchAll(ofUndefined)].map(([line, place, what]) => {
    return { summary: `${what} ${place}`, text: line }
  })
  const paragraphs = text.split(/(?<=^SUMMARY: .*\n)/m).filter((part) => part.trim() !== '')
  if (lines.length > 0 && !/^SUMMARY/m.test(text)) return [{ ...lines[0], text }, ...lines.slice(1)]
  return paragraphs.map((part) => {
    const summary = /^SUMMARY: (.*)$/m.exec(part)?.[1] ?? part.trim().split('\n')[0]
    return { summary, text: part }
  })
}

/**
 * Prints each distinct report once, then how many there are of each. Returns their number. The directory is removed when
 * it holds none.
 */
export function takeReports(directory) {
  const found = new Map()
  for (const name of readdirSync(directory)) {
    for (const { summary, text } of split(readFileSync(join(directory, name), 'utf8'))) {
      const known = found.get(summary)
      if (known) known.count++
      else found.set(summary, { count: 1, text })
    }
  }
  for (const { text } of found.values()) console.error(text)
  for (const [summary, { count }] of found) console.error(`${count} x ${summary}`)
  if (found.size > 0) console.error(`the reports are in ${directory}`)
  else rmSync(directory, { recursive: true })
  return found.size
}

// Choosing files of a torrent.
import { downloadPriority } from '../generated/enums'
import { LibtorrentError } from '../support/errors'
import { shown } from '../support/options'
import { globToRegExp } from './glob'
import type { FileEntry, FileStorage } from './file-storage'

/**
 * Which files of a torrent: their indices, glob patterns, or a function that returns true for them.
 *
 * A pattern without a slash is compared with the name of each file. One with a slash is compared with the whole path, which
 * begins with the name of the torrent. `*` is any text without a slash, `**` any text, and `?` one character. `[a-z]` is one of
 * a set, and `{a,b}` either. `!` before a pattern takes files out again. The case of letters counts. Each pattern must
 * match a file.
 *
 * @example
 * '*.mkv'
 * ['**\/season 1/**', '!*.nfo']
 * [0, 2]
 * (file) => file.size < 1_000_000
 */
export type FileSelection = string | readonly (string | number)[] | ((file: FileEntry) => boolean)

/** Throws a TypeError when `selection` isn't one. */
export function checkSelection(selection: unknown, name: string): void {
  const isPart = (part: unknown): boolean => typeof part === 'string' || typeof part === 'number'
  if (typeof selection === 'string' || typeof selection === 'function') return
  if (Array.isArray(selection) && selection.every(isPart)) return
  throw new TypeError(`${name} must be a pattern, an array of indices and patterns, or a function`)
}

/** The files that a selection chooses, without padding. */
export function chosenFiles(
  files: FileStorage,
  selection: FileSelection,
  name: string,
): readonly FileEntry[] {
  const entries = [...files].filter(({ isPadding }) => !isPadding)
  if (typeof selection === 'function')
    return entries.filter((file) => verdict(selection, file, name))
  const parts = typeof selection === 'string' ? [selection] : selection
  const isFirstTakenOut = typeof parts[0] === 'string' && parts[0].startsWith('!')
  const chosen = new Set(isFirstTakenOut ? entries : [])
  for (const part of parts) {
    const isTakenOut = typeof part === 'string' && part.startsWith('!')
    for (const file of matching(entries, part, name)) {
      if (isTakenOut) chosen.delete(file)
      else chosen.add(file)
    }
  }
  return entries.filter((file) => chosen.has(file))
}

/** What `prioritizeFiles()` takes. */
export function prioritiesOf(
  files: FileStorage,
  selection: FileSelection,
  name: string,
): readonly number[] {
  const chosen = new Set(chosenFiles(files, selection, name).map(({ index }) => index))
  const { defaultPriority, dontDownload } = downloadPriority
  return Array.from({ length: files.numFiles() }, (_, index) =>
    chosen.has(index) ? defaultPriority : dontDownload,
  )
}

function verdict(select: (file: FileEntry) => boolean, file: FileEntry, name: string): boolean {
  const isChosen: unknown = select(file)
  if (typeof isChosen === 'boolean') return isChosen
  throw new TypeError(
    `${name} must return a boolean, got ${shown(isChosen)} for ${shown(file.path)}`,
  )
}

function matching(
  entries: readonly FileEntry[],
  part: string | number,
  name: string,
): readonly FileEntry[] {
  if (typeof part === 'number') {
    const file = entries.find(({ index }) => index === part)
    if (file) return [file]
    const indices = entries.map(({ index }) => index)
    throw new RangeError(`${name} must have indices of files (${summary(indices)}), got ${part}`)
  }
  const glob = part.replace(/^!/, '')
  const expression = regExpOf(glob, name)
  const matches = entries.filter((file) =>
    expression.test(glob.includes('/') ? file.path : file.name),
  )
  if (matches.length > 0) return matches
  throw new LibtorrentError(
    `${name}: no file matches ${shown(part)} among ${summary(entries.map(({ path }) => shown(path)))}`,
    'no_matching_file',
  )
}

function regExpOf(glob: string, name: string): RegExp {
  try {
    return globToRegExp(glob)
  } catch (error) {
    throw new TypeError(`${name} must have patterns, got ${shown(glob)}`, { cause: error })
  }
}

const mostListed = 10

function summary(all: readonly (string | number)[]): string {
  const rest = all.length - mostListed
  return all.slice(0, mostListed).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

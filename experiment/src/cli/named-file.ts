import { basename, resolve } from 'node:path'
import { usageError, UserError } from '../util/errors'
import { fileSize } from '../util/paths'
import type { SeedArguments } from './seed-options'

/** The file that --file names. */
export interface NamedFile {
  readonly path: string
  readonly name: string
  /** Bytes; null when it does not exist. */
  readonly size: number | null
}

/** Looks at the file of --file, in the directory of --save-path if there is one. */
export async function namedFile(
  file: string,
  { savePath, fileSize: expected }: Pick<SeedArguments, 'savePath' | 'fileSize'>,
): Promise<NamedFile> {
  const path = resolve(savePath ?? '.', file)
  const size = await fileSize(path)
  if (size === null && !expected) throw new UserError(`no such file: ${path}`)
  if (size === 0) throw new UserError(`${path} is empty: there is nothing to share`)
  if (size !== null && expected && (expected.length > 1 || expected[0] !== size)) {
    throw usageError(
      `${path} exists and has ${size} bytes: leave out --file-size, or name another file`,
    )
  }
  return { path, name: basename(path), size }
}

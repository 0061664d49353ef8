import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { codeOf, toUserError, UserError } from './errors'

/**
 * Where a name from a torrent would be stored, made sure to be inside the directory. libtorrent cleans the names
 * that it reads; this does not rely on it.
 */
export function insideOf(directory: string, name: string): string {
  const path = resolve(directory, name)
  const way = relative(resolve(directory), path)
  if (
    way === '' ||
    way === '..' ||
    way.startsWith(`..${sep}`) ||
    isAbsolute(way) ||
    name.includes('\0')
  ) {
    throw new UserError(`a name that leads out of the save path: '${name}'`)
  }
  return path
}

/** Makes the directory for downloads; an error gives the reason. */
export async function ensureDirectory(path: string): Promise<string> {
  try {
    await makeDirectory(resolve(path))
    await access(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw toUserError(error, `cannot write to ${path}`)
  }
  return resolve(path)
}

/** With its parents. Not by mkdir's option for that: in directories that take no others, as /proc, it never returns. */
async function makeDirectory(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return
  if (found) throw new UserError(`${path} is not a directory`)
  if (dirname(path) !== path) await makeDirectory(dirname(path))
  await mkdir(path).catch((error: unknown) => {
    // Another process was faster.
    if (codeOf(error) !== 'EEXIST') throw error
  })
}

/** The size of a file to share, in bytes; null when there is no such file. */
export async function fileSize(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new UserError(`${path} is a directory: expected a file`)
    return found.size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Replaces a file, or makes it: readers see the old content or the whole new one, whatever ends this process. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data))
}

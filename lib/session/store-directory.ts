// The directory of a torrent store. One store at a time uses it, and its files are whole or absent,
// whatever ends the process.
import { promises as fs } from 'node:fs'
import { join } from 'node:path'
import { addon } from '../native/binding'
import { LibtorrentError } from '../support/errors'
import type { FileHandle } from 'node:fs/promises'

const temporary = '.tmp'
const setAside = '.corrupt'

// Trackers identify users by their URLs, and resume data holds these.
const mode = 0o600

export class StoreDirectory {
  readonly path: string
  readonly #lock: FileHandle
  #sync: Promise<void> = Promise.resolve()
  #nextSync: Promise<void> | undefined

  private constructor(path: string, lock: FileHandle) {
    this.path = path
    this.#lock = lock
  }

  /** Creates the directory when it is absent, and locks it until `close()` or the end of the process. */
  static async open(path: string): Promise<StoreDirectory> {
    await fs.mkdir(path, { recursive: true })
    const lock = await fs.open(join(path, 'lock'), 'a+', mode)
    try {
      await takeLock(lock, path)
      const directory = new StoreDirectory(path, lock)
      await directory.#removeTemporaryFiles()
      return directory
    } catch (error) {
      await lock.close()
      throw error
    }
  }

  close(): Promise<void> {
    return this.#lock.close()
  }

  pathOf(name: string): string {
    return join(this.path, name)
  }

  /** The names of the files that end so. */
  async names(ending: string): Promise<string[]> {
    const entries = await fs.readdir(this.path, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    return files.map(({ name }) => name)
  }

  /** The content of a file, or null when there is none. */
  async read(name: string): Promise<Buffer | null> {
    try {
      return await fs.readFile(this.pathOf(name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  /** Replaces a file. Resolves when the new content, and its name, would survive a power failure. */
  async write(name: string, content: Uint8Array): Promise<void> {
    const aside = this.pathOf(name + temporary)
    const file = await fs.open(aside, 'w', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await fs.rename(aside, this.pathOf(name))
    await this.#syncNames()
  }

  async rename(name: string, newName: string): Promise<void> {
    await fs.rename(this.pathOf(name), this.pathOf(newName))
    await this.#syncNames()
  }

  async remove(name: string): Promise<void> {
    await fs.rm(this.pathOf(name), { force: true })
    await this.#syncNames()
  }

  /** Renames a file that can't be read, so that it is kept and not read again. Returns its new path. */
  async setAside(name: string): Promise<string> {
    await this.rename(name, name + setAside)
    return this.pathOf(name + setAside)
  }

  /** An fsync that has begun may miss a name. So callers that come meanwhile share the next one. */
  #syncNames(): Promise<void> {
    this.#nextSync ??= this.#sync
      .catch(() => {})
      .then(() => {
        this.#nextSync = undefined
        this.#sync = syncDirectory(this.path)
        return this.#sync
      })
    return this.#nextSync
  }

  async #removeTemporaryFiles(): Promise<void> {
    const names = await this.names(temporary)
    await Promise.all(names.map((name) => fs.rm(this.pathOf(name), { force: true })))
  }
}

/** The operating system releases the lock with the file, so a process that was killed leaves none. */
async function takeLock(lock: FileHandle, path: string): Promise<void> {
  if (!addon.lockFile(lock.fd)) {
    const owner = (await lock.readFile('utf8')).trim()
    throw new LibtorrentError(
      `process ${owner || 'unknown'} uses this directory as a torrent store`,
      'store_in_use',
      undefined,
      0,
      null,
      path,
    )
  }
  await lock.truncate()
  await lock.writeFile(`${process.pid}\n`)
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return // directories can't be opened, and NTFS logs names itself
  const directory = await fs.open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

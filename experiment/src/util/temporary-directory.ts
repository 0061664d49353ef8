import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Those of this process, for when it ends before they could be disposed of. */
const present = new Set<string>()
process.once('exit', () => present.forEach((path) => rmSync(path, removal)))

/** Sessions that are still open may write while a directory is removed. */
const removal = { recursive: true, force: true, maxRetries: 3 } as const

/** A new directory that is removed with its content: when it is disposed of, or else when this process exits. */
export class TemporaryDirectory implements AsyncDisposable {
  private constructor(readonly path: string) {
    present.add(path)
  }

  /** Makes it in an existing directory, under a name that begins with `prefix`. */
  static async in(parent: string, prefix: string): Promise<TemporaryDirectory> {
    return new TemporaryDirectory(await mkdtemp(join(parent, prefix)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, removal)
    present.delete(this.path)
  }
}

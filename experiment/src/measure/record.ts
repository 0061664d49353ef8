import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { toUserError } from '../errors'
import type { IterationResult } from './results'

/** A file of JSON lines, one per iteration. What was added is on the disk, whatever happens next. */
export class RecordFile implements Disposable {
  private readonly file: number

  /** Opens the file at once: it would be too late to learn after the first iteration that it can't be written. */
  constructor(private readonly path: string) {
    try {
      this.file = openSync(path, 'a')
    } catch (error) {
      throw toUserError(error, 'cannot write the results')
    }
  }

  add(result: IterationResult): void {
    try {
      writeSync(this.file, `${JSON.stringify(result)}\n`)
      fsyncSync(this.file)
    } catch (error) {
      throw toUserError(error, `cannot write the results to ${this.path}`)
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.file)
  }
}

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { toUserError } from '../util/errors'
import { visibleJson } from '../util/text'
import type { IterationResult } from './iteration-result'

const newline = 0x0a

/** A file of JSON lines, one per iteration. What was added is on the disk, whatever happens next. */
export class RecordFile implements Disposable {
  private readonly file: number

  /**
   * Opens the file at once: it would be too late to learn after the first iteration that it can't be written. What
   * the end of an earlier process has left of a line is cut off.
   */
  constructor(private readonly path: string) {
    try {
      this.file = openSync(path, 'a')
      ftruncateSync(this.file, readFileSync(path).lastIndexOf(newline) + 1)
    } catch (error) {
      throw toUserError(error, `cannot write the results to ${path}`)
    }
  }

  add(result: IterationResult): void {
    try {
      // it writes all of it, where writeSync() may stop when the disk is full
      writeFileSync(this.file, `${visibleJson(JSON.stringify(result))}\n`)
      fsyncSync(this.file)
    } catch (error) {
      throw toUserError(error, `cannot write the results to ${this.path}`)
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.file)
  }
}

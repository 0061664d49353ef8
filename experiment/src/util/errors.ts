import { getSystemErrorMap, types } from 'node:util'
import { oneLine } from './text'

/**
 * A mistake of the user's or a condition of the world, as opposed to a bug of ours: it is shown as one line
 * without a stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** Exit code of the process that fails with this error: 1 for a failure, 2 for a wrong command line. */
  readonly exitCode: number

  constructor(message: string, options: { cause?: unknown; exitCode?: number } = {}) {
    super(message, { cause: options.cause })
    this.exitCode = options.exitCode ?? 1
  }
}

/** The command line itself is wrong. */
export function usageError(message: string): UserError {
  return new UserError(message, { exitCode: 2 })
}

/** The run was ended from outside, by Ctrl-C for example: no failure of anything. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'

  /** @param exitCode what a shell expects of a process that this signal ended, 130 for SIGINT */
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message)
  }
}

/** Messages of the system's error codes, by code: libuv's, but for those that a user of this program can put better. */
const systemErrors: Readonly<Record<string, string>> = {
  ...(Object.fromEntries(getSystemErrorMap().values()) as Record<string, string>),
  EADDRNOTAVAIL: 'this machine does not have that address',
  EDQUOT: 'disk quota exceeded',
  EISDIR: 'it is a directory',
  ENOTFOUND: 'host name not found',
}

/** Also for errors of another realm, as those of Node's own modules are inside a test. */
function isError(value: unknown): value is Error {
  return types.isNativeError(value) || value instanceof Error
}

/** What went wrong, on one line and without a stack; with the file that it is about. */
export function explain(error: unknown): string {
  return isError(error) ? pathOf(error) + reasonOf(error) : reasonOf(error)
}

/** The same without the file, for where that has been named. */
export function reasonOf(error: unknown): string {
  if (!isError(error)) return oneLine(String(error))
  return oneLine(systemErrors[codeOf(error)] ?? textOf(error))
}

/** The message without the code before it and the file behind it. */
export function textOf(error: Error): string {
  const code = codeOf(error)
  const file = 'file' in error && typeof error.file === 'string' ? `, '${error.file}'` : ''
  const { message } = error
  const start = message.startsWith(`${code}: `) ? code.length + 2 : 0
  return message.slice(start, message.length - (message.endsWith(file) ? file.length : 0))
}

/** The code of an error of the system or of libtorrent; empty when it has none. */
export function codeOf(error: unknown): string {
  return isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Puts what was being done in front of the reason; errors that are for the user already stay. */
export function toUserError(error: unknown, doing: string): Error {
  if (error instanceof UserError || error instanceof Interrupted) return error
  return new UserError(`${doing}: ${reasonOf(error)}`, { cause: error })
}

/** Node calls it `path`, libtorrent `file`. Messages that are not in words above may name it themselves. */
function pathOf(error: Error): string {
  if (!(codeOf(error) in systemErrors)) return ''
  if ('path' in error && typeof error.path === 'string') return `${error.path}: `
  if ('file' in error && typeof error.file === 'string') return `${error.file}: `
  return ''
}

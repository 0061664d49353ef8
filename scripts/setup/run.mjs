// Running commands, so that a failure ends in one clear line and the tail of what the command said.
import { spawnSync } from 'node:child_process'

/** A failure that is explained already: it needs no stack. */
export class SetupError extends Error {}

export function say(text) {
  console.log(`setup: ${text}`)
}

/** npm is a batch file on Windows, and only a shell starts those. */
const howToStart = (command) =>
  process.platform === 'win32' && command === 'npm' ? { shell: true } : {}

/** What a quick command printed, or null when it can't be started or fails. */
export function output(command, args, { cwd, input, minutes = 1 } = {}) {
  const timeout = minutes * 60_000
  const maxBuffer = 64 * 1024 * 1024
  const options = { cwd, encoding: 'utf8', input, timeout, maxBuffer, ...howToStart(command) }
  const result = spawnSync(command, args, options)
  return result.status === 0 ? result.stdout.trim() : null
}

function tail(text, lines = 40) {
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

/**
 * Runs a command, up to `minutes`. Throws when it fails, after the end of its output: quiet commands
 * print only that, `live` ones print all of it as it comes. Messages have `title` in place of the command.
 */
export function run(command, args, { cwd, live = false, minutes = 30, title } = {}) {
  const line = title ?? [command, ...args].join(' ')
  say(`running ${line}`)
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    timeout: minutes * 60_000,
    ...howToStart(command),
  })
  if (result.status === 0) return
  const said = tail(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  if (said) console.error(said)
  throw new SetupError(`${line} ${howItEnded(result, minutes)}`)
}

function howItEnded({ error, signal, status }, minutes) {
  if (error?.code === 'ENOENT') return 'failed: there is no such command'
  if (error?.code === 'ETIMEDOUT') return `did not end within ${minutes} minutes`
  if (error) return `failed: ${error.message}`
  return signal ? `was ended by ${signal}` : `failed with exit code ${status}`
}

// Runs child processes that execute sequences, and says what came of it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandFrom } from './command'
import { add } from './tally'
import type { ChildOptions } from './child'
import type { Message } from './log'
import type { Mode, Sequence } from './command'

export interface RunnerOptions extends Omit<ChildOptions, 'dir'> {
  /** Of the children, such as what loads a sanitizer. */
  readonly env?: NodeJS.ProcessEnv | undefined
  /** Where compiled children are. */
  readonly script: string
  /** Milliseconds without progress, beyond three deadlines, after which a child is killed. */
  readonly slack?: number
}

export interface Failure {
  readonly seed: number
  /** Of the last sequence that began before it was made shorter. */
  readonly path: string
  /** The sequence that was under way when the child ended. */
  readonly sequence: Sequence
  /** What is wrong, for people. */
  readonly text: string
  readonly isCrash: boolean
}

export interface Outcome {
  readonly sequences: number
  readonly commands: number
  readonly tally: Record<string, number>
  readonly failure: Failure | null
}

interface Progress {
  begun: number
  /** How many ended well. */
  sequences: number
  commands: number
  path: string
  mode: Mode
  isGraceful: boolean
  current: string[]
  failed: { readonly text: string; readonly sequence: Sequence } | null
  tally: Record<string, number>
}

/** Runs one child to its end. */
export async function runChild(options: RunnerOptions): Promise<Outcome> {
  const { env, script, slack = 30_000, ...rest } = options
  const dir = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  const childOptions: ChildOptions = { ...rest, dir }
  const child = spawn(process.execPath, ['--expose-gc', script, JSON.stringify(childOptions)], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  })
  const [mode] = options.modes ?? []
  const progress = startOf(mode ?? 'one session')
  let stderr = ''
  let isStuck = false
  let watchdog: NodeJS.Timeout | undefined
  const watch = (): void => {
    clearTimeout(watchdog)
    watchdog = setTimeout(
      () => {
        isStuck = true
        child.kill('SIGKILL')
      },
      3 * options.deadline + slack,
    )
  }
  watch()
  readLines(child.stdout.setEncoding('utf8'), (line) => {
    watch()
    note(JSON.parse(line) as Message, progress)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  try {
    const end = await new Promise<string>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) =>
        resolve(isStuck ? 'no progress' : (signal ?? `code ${code}`)),
      )
    })
    return outcomeOf({ end, stderr, progress, options })
  } finally {
    clearTimeout(watchdog)
    child.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  }
}

function startOf(mode: Mode): Progress {
  const none = { begun: 0, sequences: 0, commands: 0, path: '0', current: [], failed: null }
  return { ...none, mode, isGraceful: true, tally: {} }
}

function readLines(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = ''
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(take)
  })
}

function note(message: Message, progress: Progress): void {
  if ('begins' in message) {
    progress.begun++
    progress.mode = message.begins
    progress.isGraceful = message.isGraceful
    progress.path = message.path
    progress.current = []
  } else if ('command' in message) {
    progress.current.push(message.command)
    progress.commands++
  } else if ('ended' in message) {
    progress.sequences++
    add(message.ended, progress.tally)
  } else {
    progress.failed = { text: message.failed, sequence: message.sequence }
    progress.path = message.path
  }
}

interface End {
  readonly end: string
  readonly stderr: string
  readonly progress: Progress
  readonly options: RunnerOptions
}

function outcomeOf({ end, stderr, progress, options }: End): Outcome {
  const { begun, sequences, commands, tally, mode, isGraceful, current, path, failed } = progress
  const counts = { sequences, commands, tally }
  // A process also ends with code 0 when nothing is left that would settle what it awaits.
  const isComplete = end === 'code 0' && begun > 0 && sequences === begun
  if (isComplete && failed === null && stderr === '') return { ...counts, failure: null }
  const { seed } = options
  const sequence = failed?.sequence ?? { mode, isGraceful, commands: current.map(commandFrom) }
  const isCrash = failed === null
  const text = [
    `seed ${seed}, path ${path}: the process ended with ${end} after ${sequences} of ${begun} sequences`,
    ...(failed === null ? [`${mode}, the last commands:`, ...current] : [failed.text]),
    ...(stderr === '' ? [] : [`stderr:\n${stderr}`]),
  ].join('\n')
  return { ...counts, failure: { seed, path, sequence, text, isCrash } }
}

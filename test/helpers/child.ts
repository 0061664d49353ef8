// Programs that may end a process run in one of their own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { within } from './deadline'

const packageRoot = resolve(__dirname, '..', '..')

export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program, with `lt` as the built package, to its end or that of our patience. */
export async function runChild(program: string): Promise<Ending> {
  const source = `const lt = require(${JSON.stringify(packageRoot)});\n${program}`
  return runProgram([process.execPath, '-e', source])
}

/** Runs a command to its end or that of our patience. */
export async function runProgram([command = '', ...args]: readonly string[]): Promise<Ending> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const [[code, signal], stdout, stderr] = await within(
      Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]),
      'the end of a child process',
    )
    return { code: code as number | null, signal: signal as string | null, stdout, stderr }
  } finally {
    child.kill('SIGKILL')
  }
}

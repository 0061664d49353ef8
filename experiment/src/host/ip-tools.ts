import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { within } from '../util/cancel'
import { codeOf, explain, usageError } from '../util/errors'

/** iproute2 answers in milliseconds; the kernel may take longer to free a namespace. */
const deadline = 30_000

/** Fails unless this process could make network namespaces at all. */
export function checkMachine(): void {
  if (process.platform !== 'linux')
    throw usageError(`--netns needs Linux's network namespaces: this is ${process.platform}`)
  if (process.geteuid?.() !== 0) throw usageError('--netns needs root, to make network namespaces')
}

/** Runs `ip` or `tc` on lines of their batch language, all or, after the first one that fails, no more of them. */
export async function batch(
  tool: 'ip' | 'tc',
  lines: readonly string[],
  namespace?: string,
): Promise<void> {
  const inside = namespace === undefined ? [] : ['-netns', namespace]
  await call(tool, [...inside, '-batch', '-'], lines.map((line) => `${line}\n`).join(''))
}

/**
 * Runs a tool of iproute2.
 * @returns what it prints
 */
export async function call(tool: string, args: readonly string[], input = ''): Promise<string> {
  const child = spawn(tool, args, { timeout: deadline, killSignal: 'SIGKILL' })
  // whether it read everything is told by its exit code
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  try {
    const [[code], stdout, stderr] = await within(deadline, tool, undefined, () =>
      Promise.all([
        once(child, 'exit') as Promise<[number | null]>,
        text(child.stdout),
        text(child.stderr),
      ]),
    )
    if (code === 0) return stdout
    throw usageError(`--netns: ${tool} says: ${stderr.trim() || `exit code ${code ?? 'none'}`}`)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw usageError(`--netns needs the command '${tool}', from iproute2: ${explain(error)}`)
  }
}

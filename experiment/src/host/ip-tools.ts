import { usageError } from '../util/errors'

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
  const { execa } = await import('execa')
  const options = { input, timeout: deadline, killSignal: 'SIGKILL', reject: false } as const
  const { failed, stdout, stderr, code, shortMessage } = await execa(tool, args, options)
  if (!failed) return stdout
  if (code === 'ENOENT') throw usageError(`--netns needs the command '${tool}', from iproute2`)
  throw usageError(`--netns: ${tool}: ${stderr.trim() || shortMessage}`)
}

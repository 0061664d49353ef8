// Runs the programs of examples/ as a user does, except that their sessions stay on this machine.
import { join, resolve } from 'node:path'
import { Program, packageRoot } from '../helpers/child'
import type { Ending } from '../helpers/child'

/** Starts a program. @param name of a file in examples/, or the path of a program */
export function startExample(name: string, ...args: readonly string[]): Program {
  return start(['isolated.cjs'], name, args)
}

/** Starts a program that prints the line "interruptible" when it has begun to listen to SIGINT. */
export function startInterruptible(name: string, ...args: readonly string[]): Program {
  return start(['isolated.cjs', 'interruptible.cjs'], name, args)
}

function start(preloads: readonly string[], name: string, args: readonly string[]): Program {
  const program = resolve(packageRoot, 'examples', name)
  const flags = preloads.flatMap((preload) => ['--require', join(__dirname, preload)])
  return new Program([process.execPath, ...flags, program, ...args])
}

/** Runs a program to its end. */
export function runExample(name: string, ...args: readonly string[]): Promise<Ending> {
  return startExample(name, ...args).ended()
}

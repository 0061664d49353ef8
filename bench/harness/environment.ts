import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { allImplementations } from './implementations'

/** The machine and the versions, on which figures depend besides the code. */
export interface Environment {
  readonly cpu: string
  readonly cores: number
  readonly memory: string
  readonly kernel: string
  readonly node: string
  /** The competitors that are installed, with their versions. */
  readonly implementations: Readonly<Record<string, string>>
}

export function environment(): Environment {
  const versions = allImplementations.map(({ name, version }): [string, string | null] => [
    name,
    version(),
  ])
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    kernel: `${type()} ${release()}`,
    node: process.version,
    implementations: Object.fromEntries(
      versions.filter((pair): pair is [string, string] => pair[1] !== null),
    ),
  }
}

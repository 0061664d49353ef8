// A disk of a few bytes, which takes root to mount.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterThisTest } from './cleanup'
import { describeUnless } from './missing'

function run(command: string, ...args: string[]): string | null {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? null : (error?.message ?? stderr.trim())
}

function mount(directory: string, options: string): string | null {
  return run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', directory)
}

/** A disk of its own, until the test ends. @param options of tmpfs, such as `size=64k` or `ro` */
export function smallDisk(options: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const failure = mount(directory, options)
  if (failure !== null) throw new Error(failure)
  afterThisTest(() => {
    const failure = run('umount', directory)
    if (failure !== null) throw new Error(failure)
    rmSync(directory, { recursive: true })
  })
  return directory
}

/** Makes a disk larger, as deleting files does. */
export function enlarge(disk: string, size: string): void {
  const failure = run('mount', '-o', `remount,size=${size}`, disk)
  if (failure !== null) throw new Error(failure)
}

function obstacle(): string | null {
  const directory = mkdtempSync(join(tmpdir(), 'small-disk-'))
  try {
    return mount(directory, 'size=64k') ?? run('umount', directory)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

const missing = obstacle()

/** Tests that mount a disk; without the right to, they are skipped, and their name says why. */
export function describeWithDisks(name: string, tests: () => void): void {
  describeUnless(missing, name, tests)
}

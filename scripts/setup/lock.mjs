// One set-up of a clone at a time: two would run npm and make in the same directories.
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { say } from './run.mjs'

/**
 * Calls `action` when no other process of the clone is in here. The lock is on this very file, and the kernel releases it
 * however the process ends. Systems without flock(1) have no lock.
 */
export function oneAtATime(action) {
  const fd = openSync(fileURLToPath(import.meta.url))
  // The lock belongs to the open file, which flock inherits as its descriptor 3, so it outlives flock.
  const flock = (...args) =>
    spawnSync('flock', [...args, '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] }).status
  try {
    if (flock('-n') === 1) {
      say('waiting for another set-up')
      flock()
    }
    return action()
  } finally {
    closeSync(fd)
  }
}

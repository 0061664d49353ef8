// What the trials of bench/ need besides the library: a C++ program on the same libtorrent.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expectOwner } from './owner.mjs'
import { run, say } from './run.mjs'
import { competitorStamp, root } from './stamps.mjs'

/** Builds bench/cpp into build/bench when it is stale. */
export function ensureCompetitor() {
  const reason = competitorStamp.staleBecause()
  if (reason === null) return
  expectOwner()
  say(`the C++ competitor needs to be built: ${reason}`)
  const started = new Date()
  const dir = join(root, 'build', 'bench')
  mkdirSync(dir, { recursive: true })
  // what was configured elsewhere, in a clone that was copied, can't be used again
  rmSync(join(dir, 'CMakeCache.txt'), { force: true })
  run('cmake', ['-S', join('bench', 'cpp'), '-B', dir, '-DCMAKE_BUILD_TYPE=Release'], { cwd: root })
  run('cmake', ['--build', dir, '--parallel', process.env.ADDON_JOBS ?? '2'], { cwd: root })
  competitorStamp.write(started)
}

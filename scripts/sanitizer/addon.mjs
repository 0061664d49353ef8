// Builds the addon with a sanitizer into build/<sanitizer>/build, against a libtorrent built with the same.
import { spawnSync } from 'node:child_process'
import { ensureLibtorrent } from './libtorrent.mjs'
import { environmentOf } from './sanitizers.mjs'
import { oneAtATime } from '../setup/lock.mjs'
import { say, SetupError } from '../setup/run.mjs'
import { root } from '../setup/stamps.mjs'
import { ensureSystem } from '../setup/system.mjs'

/** Throws when the addon, as the tests load it, uses another libtorrent than the one in `prefix`. */
function checkLibtorrent(prefix, env) {
  const program =
    "const { version } = require('.'), { sharedObjects } = process.report.getReport();" +
    "const used = sharedObjects.filter((path) => path.includes('libtorrent-rasterbar'));" +
    'console.log(JSON.stringify({ version, used }))'
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (!stdout) throw new SetupError(`the addon can't be loaded:\n${stderr}`)
  const { version, used } = JSON.parse(stdout)
  if (used.length !== 1 || !used[0].startsWith(prefix)) {
    throw new SetupError(`the addon uses ${used.join(' and ')} instead of the one in ${prefix}`)
  }
  say(`the addon uses libtorrent ${version} of ${prefix}`)
}

/** Builds what is stale of the two; the source of libtorrent is Debian's, or that in the directory `source`. */
export function ensureAddon(sanitizer, source) {
  oneAtATime(() => build(sanitizer, source))
}

function build(sanitizer, source) {
  ensureSystem('sanitizer')
  const prefix = ensureLibtorrent(sanitizer, source)
  const env = { ...process.env, ADDON_SANITIZE: sanitizer, CMAKE_PREFIX_PATH: prefix }
  const { status, error } = spawnSync(process.execPath, ['scripts/build-native.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env,
  })
  if (error) throw error
  if (status !== 0) throw new SetupError('the addon was not built')
  checkLibtorrent(prefix, environmentOf(sanitizer))
}

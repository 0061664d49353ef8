// Builds libtorrent with a sanitizer into build/<sanitizer>/libtorrent. Without it the sanitizer sees no access
// that libtorrent makes, and ThreadSanitizer reports races between locks and atomics it knows nothing of.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { output, run, say } from '../setup/run.mjs'
import { root, Stamp } from '../setup/stamps.mjs'
import { debianSource } from './source.mjs'

const flagsFor = (sanitizer) =>
  // CMakeLists.txt explains the flags; -w because libtorrent's warnings are not ours to fix.
  `-O1 -g1 -w -fno-omit-frame-pointer -fsanitize=${sanitizer} -fno-sanitize=vptr ` +
  '-fsanitize-recover=address,undefined'

/** Definitions that libtorrent's CMake package passes on to the addon, because they change the layout of classes. */
function definitionsFile(sanitizer) {
  const file = join(root, 'scripts', 'sanitizer', `${sanitizer}.cmake`)
  return existsSync(file) ? file : null
}

function configure({ source, sanitizer, build, prefix }) {
  const definitions = definitionsFile(sanitizer)
  const options = {
    CMAKE_BUILD_TYPE: 'None', // as Debian's package: with Debug, libtorrent's ABI has assertions
    CMAKE_CXX_STANDARD: '17',
    CMAKE_CXX_FLAGS: flagsFor(sanitizer),
    CMAKE_INSTALL_PREFIX: prefix,
    CMAKE_INSTALL_LIBDIR: 'lib',
    ...(definitions && { CMAKE_PROJECT_INCLUDE: definitions }),
    ...(output('ccache', ['--version']) !== null && { CMAKE_CXX_COMPILER_LAUNCHER: 'ccache' }),
  }
  const words = Object.entries(options).map(([name, value]) => `-D${name}=${value}`)
  run('cmake', ['-S', source, '-B', build, '-G', 'Unix Makefiles', ...words])
}

function stampOf({ source, sanitizer }) {
  const parts = ['CMakeLists.txt', 'cmake', 'src', 'include', join('deps', 'try_signal')]
  const definitions = definitionsFile(sanitizer)
  return new Stamp(join(sanitizer, 'libtorrent'), {
    inputs: [...parts.map((part) => join(source, part)), ...(definitions ? [definitions] : [])],
    outputs: [`build/${sanitizer}/libtorrent/prefix/lib/libtorrent-rasterbar.so`],
    key: () => `${source} with ${flagsFor(sanitizer)}`,
  })
}

/** Builds libtorrent when it is stale. Returns the prefix where it is installed. */
export function ensureLibtorrent(sanitizer, source = debianSource()) {
  const place = join(root, 'build', sanitizer, 'libtorrent')
  const [build, prefix] = [join(place, 'build'), join(place, 'prefix')]
  const stamp = stampOf({ source, sanitizer })
  const reason = stamp.staleBecause()
  if (reason === null) return prefix
  say(`libtorrent needs to be built with the ${sanitizer} sanitizer: ${reason}`)
  const started = new Date()
  // CMake keeps the source directory and the libtorrent that it found, so both builds begin anew.
  rmSync(place, { recursive: true, force: true })
  rmSync(join(root, 'build', sanitizer, 'build'), { recursive: true, force: true })
  configure({ source, sanitizer, build, prefix })
  const jobs = process.env.ADDON_JOBS ?? '2'
  run('cmake', ['--build', build, '--parallel', jobs], { live: true, minutes: 120 })
  run('cmake', ['--install', build])
  stamp.write(started)
  return prefix
}

// libtorrent as a static library, of Debian's source package or of another tree.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, walk } from '../setup/stamps.mjs'
import { debianSource, outside, runInside, step } from './chroot.mjs'
import { prefixOf } from './openssl.mjs'

/** Options of CMake for all that is compiled, libtorrent and the addon alike. */
export function cmakeOptions(platform) {
  const prefix = prefixOf(platform)
  const options = {
    CMAKE_BUILD_TYPE: 'Release',
    CMAKE_INTERPROCEDURAL_OPTIMIZATION: 'ON',
    CMAKE_POLICY_DEFAULT_CMP0069: 'NEW',
    CMAKE_PREFIX_PATH: prefix,
    OPENSSL_ROOT_DIR: prefix,
    OPENSSL_USE_STATIC_LIBS: 'ON',
    // Boost is used for its headers, which are the same for all processors.
    Boost_DIR: '/usr/lib/x86_64-linux-gnu/cmake/Boost-1.74.0',
    boost_headers_DIR: '/usr/lib/x86_64-linux-gnu/cmake/boost_headers-1.74.0',
  }
  if (platform.isNative) return options
  return {
    ...options,
    CMAKE_SYSTEM_NAME: 'Linux',
    CMAKE_SYSTEM_PROCESSOR: platform.processor,
    CMAKE_C_COMPILER: `${platform.tools}gcc`,
    CMAKE_CXX_COMPILER: `${platform.tools}g++`,
  }
}

/** Returns the time of the last change in a tree. */
export function lastChangeIn(path) {
  let newest = 0
  for (const { info } of walk(path)) newest = Math.max(newest, info.mtimeMs)
  return new Date(newest).toISOString()
}

function sourceOf(path) {
  if (!path) return debianSource('libtorrent-rasterbar', '2.0.')
  const directory = '/build/source/libtorrent-given'
  rmSync(outside(directory), { recursive: true, force: true })
  mkdirSync(outside('/build/source'), { recursive: true })
  cpSync(path, outside(directory), { recursive: true })
  return { version: `${path} of ${lastChangeIn(path)}`, directory }
}

/** Builds libtorrent when it is stale. Returns the source that it was built of. */
export function buildLibtorrent(platform, openssl, path) {
  const source = sourceOf(path)
  const { version, directory } = source
  const project = readFileSync(join(root, 'scripts/prebuild/libtorrent/CMakeLists.txt'), 'utf8')
  const options = {
    ...cmakeOptions(platform),
    LIBTORRENT_SOURCE: directory,
    CMAKE_UNITY_BUILD: path ? 'OFF' : 'ON', // untried with other sources
    BUILD_SHARED_LIBS: 'OFF',
    CMAKE_CXX_STANDARD: '17',
    CMAKE_CXX_FLAGS_RELEASE: '-O3 -DNDEBUG',
    CMAKE_CXX_VISIBILITY_PRESET: 'hidden',
    CMAKE_VISIBILITY_INLINES_HIDDEN: 'ON',
    CMAKE_POSITION_INDEPENDENT_CODE: 'ON',
    CMAKE_INSTALL_PREFIX: prefixOf(platform),
    CMAKE_INSTALL_LIBDIR: 'lib',
  }
  const words = Object.entries(options).map(([name, value]) => `-D${name}='${value}'`)
  step(
    `${platform.name}.libtorrent`,
    `${version} with OpenSSL ${openssl.version} ${words.join(' ')} ${project}`,
    () => {
      const top = `/build/${platform.name}/libtorrent`
      const build = `${top}/build`
      rmSync(outside(top), { recursive: true, force: true })
      mkdirSync(outside(top), { recursive: true })
      writeFileSync(outside(join(top, 'CMakeLists.txt')), project)
      runInside(
        'the build of libtorrent',
        `cmake -S ${top} -B ${build} ${words.join(' ')}
      cmake --build ${build} --parallel "$(nproc)"
      cmake --install ${build}`,
        { minutes: 120 },
      )
    },
  )
  return source
}

// The binary of macOS or Windows, on that system: libtorrent, OpenSSL and Boost are static libraries of vcpkg.
// Written by the documentation of vcpkg, and never run.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, SetupError } from '../setup/run.mjs'
import { root } from '../setup/stamps.mjs'
import { platformHere } from './platforms.mjs'

/** Runners of GitHub have the second one. */
function placeOfVcpkg() {
  const place = process.env.VCPKG_ROOT ?? process.env.VCPKG_INSTALLATION_ROOT
  if (place) return place
  throw new SetupError('VCPKG_ROOT must name the directory of vcpkg')
}

/** vcpkg keeps the licence of each package that it has built. */
function partsOf(installed) {
  const share = join(installed, 'share')
  const parts = readdirSync(share)
    .map((name) => ({ name, file: join(share, name, 'copyright') }))
    .filter(({ file }) => existsSync(file))
  const nodeAddonApi = join(root, 'node_modules/node-addon-api/LICENSE.md')
  return [...parts, { name: 'node-addon-api', file: nodeAddonApi }]
}

/**
 * Writes a triplet with which C++ calls a function of the addon (CMakeLists.txt) in place of one of libssl, which is C.
 * Returns its directory.
 */
function writeTriplet(vcpkg, { name, triplet }) {
  const directory = join(root, 'build', 'prebuild', `${name}-triplets`)
  const original = join(vcpkg, 'triplets', `${triplet}.cmake`).replaceAll('\\', '/')
  const lines = [
    `include("${original}")`,
    'string(APPEND VCPKG_CXX_FLAGS " -DSSL_CTX_set_default_verify_paths=addon_set_default_verify_paths")',
    'string(APPEND VCPKG_C_FLAGS " ")',
  ]
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `${triplet}.cmake`), `${lines.join('\n')}\n`)
  return directory
}

/** Returns the file that was built, and what it contains. */
export function buildByVcpkg(platform) {
  if (platform !== platformHere()) {
    throw new SetupError(`the binary of ${platform.name} is made on that system only`)
  }
  const vcpkg = placeOfVcpkg()
  const triplets = writeTriplet(vcpkg, platform)
  const install = ['install', `libtorrent:${platform.triplet}`, `--overlay-triplets=${triplets}`]
  run(join(vcpkg, 'vcpkg'), install, { minutes: 120 })
  const directory = join(root, 'build', 'prebuild', platform.name)
  process.env.ADDON_CMAKE_OPTIONS = JSON.stringify({
    CMAKE_TOOLCHAIN_FILE: join(vcpkg, 'scripts', 'buildsystems', 'vcpkg.cmake'),
    VCPKG_TARGET_TRIPLET: platform.triplet,
    VCPKG_OVERLAY_TRIPLETS: triplets,
    CMAKE_OSX_DEPLOYMENT_TARGET: '11.0',
    ADDON_STANDALONE: 'ON',
  })
  // Its options are other ones than those of `npm run build:all`.
  const cache = join(root, 'build', 'cmake')
  rmSync(cache, { recursive: true, force: true })
  run(process.execPath, ['scripts/build-native.mjs', directory], { cwd: root, minutes: 60 })
  rmSync(cache, { recursive: true })
  const built = join(directory, 'libtorrent_napi.node')
  if (process.platform === 'darwin') run('strip', ['-x', built])
  return { built, parts: partsOf(join(vcpkg, 'installed', platform.triplet)) }
}

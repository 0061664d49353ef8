// The binary of macOS or Windows, on that system: libtorrent, OpenSSL and Boost are static libraries of vcpkg.
// Written by the documentation of vcpkg, and never run.
import { existsSync, readdirSync, rmSync } from 'node:fs'
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

/** Returns the file that was built, and what it contains. */
export function buildByVcpkg(platform) {
  if (platform !== platformHere()) {
    throw new SetupError(`the binary of ${platform.name} is made on that system only`)
  }
  const vcpkg = placeOfVcpkg()
  run(join(vcpkg, 'vcpkg'), ['install', `libtorrent:${platform.triplet}`], { minutes: 120 })
  const directory = join(root, 'build', 'prebuild', platform.name)
  process.env.ADDON_CMAKE_OPTIONS = JSON.stringify({
    CMAKE_TOOLCHAIN_FILE: join(vcpkg, 'scripts', 'buildsystems', 'vcpkg.cmake'),
    VCPKG_TARGET_TRIPLET: platform.triplet,
    CMAKE_OSX_DEPLOYMENT_TARGET: '11.0',
    ADDON_STANDALONE: 'ON',
    ADDON_WERROR: 'OFF',
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

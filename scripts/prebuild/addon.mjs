// The addon in the chroot, through prebuildify: it runs node-gyp, whose binding.gyp ends in CMakeLists.txt.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/stamps.mjs'
import { outside, runInside } from './chroot.mjs'
import { cmakeOptions } from './libtorrent.mjs'

const sources = ['native', 'scripts', 'binding.gyp', 'CMakeLists.txt', 'package.json']

/** A path of its own, the same on every machine, so that the binary doesn't depend on where the clone is. */
function copySources(directory) {
  rmSync(outside(directory), { recursive: true, force: true })
  mkdirSync(outside(directory), { recursive: true })
  for (const name of sources) {
    cpSync(join(root, name), outside(join(directory, name)), { recursive: true })
  }
  cpSync(join(root, 'node_modules'), outside(join(directory, 'node_modules')), {
    recursive: true,
    verbatimSymlinks: true,
  })
}

/** Builds the addon. Returns the path of the binary, stripped. */
export function buildAddon(platform) {
  const directory = `/build/${platform.name}/addon`
  copySources(directory)
  const options = { ...cmakeOptions(platform), ADDON_STANDALONE: 'ON' }
  const environment = {
    PATH: 'node_modules/.bin:/opt/node/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/root',
    ADDON_CMAKE_OPTIONS: JSON.stringify(options),
    PREBUILD_STRIP_BIN: `${platform.tools}strip`,
    SOURCE_DATE_EPOCH: '0',
    npm_config_nodedir: '/opt/node',
  }
  const variables = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`)
  const prebuildify = 'prebuildify --napi --strip --tag-libc'
  runInside(
    'the build of the addon',
    `cd ${directory}
    ${variables.join('\n')}
    ${prebuildify} --platform linux --arch ${platform.arch}`,
    { minutes: 60 },
  )
  const made = outside(join(directory, 'prebuilds', `linux-${platform.arch}`))
  return join(made, readdirSync(made)[0])
}

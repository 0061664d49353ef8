// Builds the addon with cmake-js: objects go to build/cmake, the linker writes the .node into
// build/Release (or into the directory that is given: binding.gyp passes node-gyp's). With
// ADDON_SANITIZE=address it all happens in build/address, where scripts/test-sanitizer.mjs looks.
// --configure-only writes compile_commands.json and compiles nothing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { nativeStamp, root } from './setup/stamps.mjs'

const sanitizer = process.env.ADDON_SANITIZE
const buildDir = sanitizer ? join(root, 'build', sanitizer, 'build') : join(root, 'build')
const cmakeDir = join(buildDir, 'cmake')
const jobs = process.env.ADDON_JOBS ?? '2'

/** CMake keeps what it found the first time. For another place, prefix or set of options it has to search anew. */
function dropForeignCache() {
  const { CMAKE_PREFIX_PATH = '', ADDON_CMAKE_OPTIONS = '' } = process.env
  const configuredFor = JSON.stringify({ root, CMAKE_PREFIX_PATH, ADDON_CMAKE_OPTIONS })
  const record = join(cmakeDir, 'configured-for.json')
  if (existsSync(record) && readFileSync(record, 'utf8') === configuredFor) return
  rmSync(cmakeDir, { recursive: true, force: true })
  mkdirSync(cmakeDir, { recursive: true })
  writeFileSync(record, configuredFor)
}

function cmakeJs(command, outDir) {
  const cli = createRequire(import.meta.url).resolve('cmake-js/bin/cmake-js')
  const args = [cli, command, '--log-level', 'error', '--prefer-make', '--parallel', jobs]
  args.push('--directory', root, '--out', cmakeDir, '--config', 'Release')
  args.push(`--CDCMAKE_LIBRARY_OUTPUT_DIRECTORY=${outDir}`)
  // On Windows a library that is loaded at run time counts as a program.
  args.push(`--CDCMAKE_RUNTIME_OUTPUT_DIRECTORY_RELEASE=${outDir}`)
  args.push(`--CDADDON_SANITIZE=${sanitizer || 'OFF'}`)
  // The compiler of a user may be newer, and warn of more.
  args.push(`--CDADDON_WERROR=${process.env.CI ? 'ON' : 'OFF'}`)
  // Of scripts/prebuild.mjs: options of CMake, as a JSON object.
  const options = JSON.parse(process.env.ADDON_CMAKE_OPTIONS ?? '{}')
  for (const [name, value] of Object.entries(options)) args.push(`--CD${name}=${value}`)
  // make must not take this for a part of the make that node-gyp runs.
  const env = { ...process.env, MAKEFLAGS: undefined, MAKELEVEL: undefined, MFLAGS: undefined }
  // Another clone finds what this one compiled; errors still name whole paths.
  env.CCACHE_BASEDIR ??= root
  env.CCACHE_ABSSTDERR ??= 'true'
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

const [argument] = process.argv.slice(2)
const isConfigureOnly = argument === '--configure-only'
const outDir = argument && !isConfigureOnly ? resolve(argument) : join(buildDir, 'Release')
const started = new Date()
dropForeignCache()
mkdirSync(outDir, { recursive: true })
cmakeJs('configure', outDir)
if (!isConfigureOnly) {
  cmakeJs('build', outDir)
  if (!sanitizer && outDir === join(buildDir, 'Release')) nativeStamp.write(started)
}

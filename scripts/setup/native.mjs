// The addon for the commands of a clone: a binary that was given, made by `npm run prebuild` or installed, or else a
// build.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { binaryOf, platformHere } from '../prebuild/platforms.mjs'
import { expectOwner } from './owner.mjs'
import { run, say } from './run.mjs'
import { nativeStamp, prebuiltStamp, root } from './stamps.mjs'

const built = join(root, 'build', 'Release', 'libtorrent_napi.node')

/** Returns the file that LIBTORRENT_NAPI_BINARY names. lib/native/load.ts loads no other then. */
function givenBinary() {
  const file = process.env.LIBTORRENT_NAPI_BINARY
  return file && existsSync(file) ? file : undefined
}

/** Returns the binary of this platform when it was made of the sources as they are. */
function currentPrebuilt() {
  const platform = platformHere()
  if (!platform || prebuiltStamp(platform).staleBecause() !== null) return undefined
  return binaryOf(platform)
}

const versionIn = (directory) =>
  JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')).version

/**
 * Returns the binary of the platform package that npm installed, when it has the version of this clone. Only for the
 * first addon of a clone: the package does not record its sources, so a later change of a source could not be noticed.
 */
function installedBinary() {
  const platform = platformHere()
  if (!platform || existsSync(built)) return undefined
  const directory = join(root, 'node_modules', '@libtorrent-napi', platform.name)
  if (!existsSync(directory) || versionIn(directory) !== versionIn(root)) return undefined
  return join(directory, 'libtorrent_napi.node')
}

const binaryThatIsReady = () => currentPrebuilt() ?? installedBinary()

/** Returns whether a compiler and libtorrent are needed to make the addon. */
export const needsCompiler = () => !givenBinary() && !binaryThatIsReady()

export function ensureNative() {
  const given = givenBinary()
  if (given) return say(`the addon is ${given}, which LIBTORRENT_NAPI_BINARY names`)
  const reason = nativeStamp.staleBecause()
  if (reason === null) return
  expectOwner()
  const ready = binaryThatIsReady()
  if (!ready) {
    say(`the addon needs to be built: ${reason}`)
    return run(process.execPath, ['scripts/build-native.mjs'], {
      cwd: root,
      live: true,
      minutes: 60,
    })
  }
  say(`the addon is a copy of ${relative(root, ready)}`)
  const started = new Date()
  mkdirSync(dirname(built), { recursive: true })
  // A process may have the old file mapped, and must not see it change.
  copyFileSync(ready, `${built}.part`)
  renameSync(`${built}.part`, built)
  nativeStamp.write(started)
}

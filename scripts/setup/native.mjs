// The addon for the commands of a clone: a binary that was given or made by `npm run prebuild`, or else a build.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { binaryOf, platformHere } from '../prebuild/platforms.mjs'
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

/** Returns whether a compiler and libtorrent are needed to make the addon. */
export const needsCompiler = () => !givenBinary() && !currentPrebuilt()

export function ensureNative() {
  const given = givenBinary()
  if (given) return say(`the addon is ${given}, which LIBTORRENT_NAPI_BINARY names`)
  const reason = nativeStamp.staleBecause()
  if (reason === null) return
  const prebuilt = currentPrebuilt()
  if (!prebuilt) {
    say(`the addon needs to be built: ${reason}`)
    return run(process.execPath, ['scripts/build-native.mjs'], {
      cwd: root,
      live: true,
      minutes: 60,
    })
  }
  say(`the addon is a copy of ${relative(root, prebuilt)}`)
  const started = new Date()
  mkdirSync(dirname(built), { recursive: true })
  copyFileSync(prebuilt, built)
  nativeStamp.write(started)
}

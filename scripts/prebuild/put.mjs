// Puts a binary into the package of its platform. It has its final name, and its stamp, only after the checks.
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { prebuiltStamp } from '../setup/stamps.mjs'
import { checkBinary } from './check.mjs'
import { binaryOf } from './platforms.mjs'

/**
 * Copies the `built` file, checks the copy and records it. When this fails, the platform has no binary.
 *
 * @param record `started`, when its build began, and `libtorrent`, the tree given for it or ''
 */
export async function putBinary(platform, built, { started, libtorrent }) {
  const binary = binaryOf(platform)
  const unchecked = binary.replace(/\.node$/, '.unchecked.node')
  prebuiltStamp(platform).remove()
  rmSync(binary, { force: true })
  copyFileSync(built, unchecked)
  await checkBinary(platform, unchecked)
  renameSync(unchecked, binary)
  prebuiltStamp(platform, libtorrent).write(started)
}

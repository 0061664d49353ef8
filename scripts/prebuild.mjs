// Makes the binary of a platform package: those of Linux in a chroot (prebuild/in-chroot.mjs), those of macOS and
// Windows on the system itself (prebuild/by-vcpkg.mjs).
//
//   node scripts/prebuild.mjs [--platform NAME] [--libtorrent PATH] [--clean]
import { existsSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildByVcpkg } from './prebuild/by-vcpkg.mjs'
import { place } from './prebuild/chroot.mjs'
import { buildInChroot } from './prebuild/in-chroot.mjs'
import { writeNotices } from './prebuild/notices.mjs'
import { binaryOf, platformHere, platforms } from './prebuild/platforms.mjs'
import { putBinary } from './prebuild/put.mjs'
import { say, SetupError } from './setup/run.mjs'

const usage = `usage: node scripts/prebuild.mjs [--platform ${Object.keys(platforms).join('|')}] [--libtorrent PATH] [--clean]`

function optionsFrom(args) {
  const options = {
    platform: {
      type: 'string',
      default: platformHere()?.name ?? `${process.platform}-${process.arch}`,
    },
    libtorrent: { type: 'string' },
    clean: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  }
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new SetupError(`${error.message}\n${usage}`)
  }
}

async function main() {
  const { platform: name, libtorrent: given, clean, help } = optionsFrom(process.argv.slice(2))
  if (help) return console.log(usage)
  const platform = platforms[name]
  if (!platform) throw new SetupError(`there is no platform '${name}'\n${usage}`)
  if (given && platform.triplet) {
    throw new SetupError(`--libtorrent: ${name} takes that of vcpkg`)
  }
  if (given && !existsSync(resolve(given, 'CMakeLists.txt'))) {
    throw new SetupError(`--libtorrent ${given}: there is no CMakeLists.txt`)
  }
  const libtorrent = given ? resolve(given) : ''
  if (clean) rmSync(place, { recursive: true, force: true })
  const started = new Date()
  const { built, parts } = platform.triplet
    ? buildByVcpkg(platform)
    : buildInChroot(platform, libtorrent)
  writeNotices(platform, parts)
  await putBinary(platform, built, { started, libtorrent })
  const megabytes = (statSync(binaryOf(platform)).size / 1e6).toFixed(1)
  say(`${binaryOf(platform)}: ${megabytes} MB`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`prebuild: ${error.message}`)
  process.exitCode = 1
}

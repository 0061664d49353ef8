// Makes the binary of a platform package from nothing but Debian's packages and npm's: an old Debian in a
// chroot, in it OpenSSL and libtorrent as static libraries, then the addon through prebuildify. Each step
// is remembered in build/prebuild, so that a run that was ended goes on where it stopped.
//
//   node scripts/prebuild.mjs [--platform NAME] [--libtorrent PATH] [--clean]
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildAddon } from './prebuild/addon.mjs'
import { checkBinary } from './prebuild/check.mjs'
import { place, prepareRoot } from './prebuild/chroot.mjs'
import { buildLibtorrent } from './prebuild/libtorrent.mjs'
import { writeNotices } from './prebuild/notices.mjs'
import { buildOpenssl } from './prebuild/openssl.mjs'
import { binaryOf, platforms } from './prebuild/platforms.mjs'
import { say, SetupError } from './setup/run.mjs'
import { prebuiltStamp } from './setup/stamps.mjs'

const usage = `usage: node scripts/prebuild.mjs [--platform ${Object.keys(platforms).join('|')}] [--libtorrent PATH] [--clean]`

function optionsFrom(args) {
  const options = {
    platform: { type: 'string', default: `linux-${process.arch}-glibc` },
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
  const { platform: name, libtorrent, clean, help } = optionsFrom(process.argv.slice(2))
  if (help) return console.log(usage)
  const platform = platforms[name]
  if (!platform) throw new SetupError(`there is no platform '${name}'\n${usage}`)
  if (libtorrent && !existsSync(resolve(libtorrent, 'CMakeLists.txt'))) {
    throw new SetupError(`--libtorrent ${libtorrent}: there is no CMakeLists.txt`)
  }
  if (clean) rmSync(place, { recursive: true, force: true })
  const started = new Date()
  prepareRoot()
  const openssl = buildOpenssl(platform)
  const torrent = buildLibtorrent(platform, openssl, libtorrent && resolve(libtorrent))
  const built = buildAddon(platform)
  copyFileSync(built, binaryOf(platform))
  writeNotices(platform, openssl, torrent)
  await checkBinary(platform)
  prebuiltStamp(platform).write(started)
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

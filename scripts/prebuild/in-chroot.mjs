// The binary of a Linux platform, from nothing but Debian's packages and npm's: an old Debian in a chroot, in it
// OpenSSL and libtorrent as static libraries, then the addon through prebuildify. Each step is remembered in
// build/prebuild, so that a run that was ended goes on where it stopped.
import { join } from 'node:path'
import { root } from '../setup/stamps.mjs'
import { buildAddon } from './addon.mjs'
import { outside, prepareCompiler, prepareRoot } from './chroot.mjs'
import { buildLibtorrent } from './libtorrent.mjs'
import { buildOpenssl } from './openssl.mjs'

/** What the binary contains: the name and the file of the licence of each part. */
function partsOf(openssl, libtorrent) {
  return [
    {
      name: `libtorrent-rasterbar ${libtorrent.version}`,
      file: outside(join(libtorrent.directory, 'LICENSE')), // with those of what it took from others
    },
    {
      name: 'try_signal, part of libtorrent',
      file: outside(join(libtorrent.directory, 'deps/try_signal/LICENSE')),
    },
    { name: `OpenSSL ${openssl.version}`, file: outside(join(openssl.directory, 'LICENSE.txt')) },
    { name: 'Boost 1.74', file: outside('/usr/share/doc/libboost1.74-dev/copyright') },
    { name: 'libstdc++ and libgcc 10', file: outside('/usr/share/doc/gcc-10-base/copyright') },
    { name: 'node-addon-api', file: join(root, 'node_modules/node-addon-api/LICENSE.md') },
  ]
}

/**
 * Returns the file that was built, and what it contains.
 *
 * @param source another source tree of libtorrent than Debian's
 */
export function buildInChroot(platform, source) {
  prepareRoot()
  prepareCompiler(platform)
  const openssl = buildOpenssl(platform)
  const libtorrent = buildLibtorrent(platform, openssl, source)
  return { built: buildAddon(platform), parts: partsOf(openssl, libtorrent) }
}

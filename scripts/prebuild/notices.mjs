// THIRD-PARTY-NOTICES of a platform package: the licences of all that is inside of its binary, of their sources.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/stamps.mjs'
import { outside } from './chroot.mjs'
import { packageOf } from './platforms.mjs'

function contents(openssl, libtorrent) {
  return [
    {
      name: `libtorrent-rasterbar ${libtorrent.version}`,
      file: outside(join(libtorrent.directory, 'COPYING')),
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

/** Without the list of each file's holders, which for Boost has two megabytes: its licences don't ask for it. */
function licencesIn(text) {
  if (!text.startsWith('Format:')) return text
  return text
    .split(/\n{2,}/)
    .filter((stanza) => stanza.startsWith('License:'))
    .join('\n\n')
}

export function writeNotices(platform, openssl, libtorrent) {
  const rule = '-'.repeat(79)
  const parts = contents(openssl, libtorrent).map(({ name, file }) => {
    if (!existsSync(file)) throw new Error(`${name}: there is no licence at ${file}`)
    const text = licencesIn(readFileSync(file, 'utf8'))
    return `${rule}\n${name}\n${rule}\n\n${text.trim()}\n`
  })
  const head =
    'The binary in this package contains the following software, under the licences below.\n'
  writeFileSync(join(packageOf(platform), 'THIRD-PARTY-NOTICES'), [head, ...parts].join('\n'))
}

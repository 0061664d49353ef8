// The platforms that binaries are made for: one entry each.
import { join } from 'node:path'
import { root } from '../setup/stamps.mjs'

const entries = [
  {
    name: 'linux-x64-glibc',
    arch: 'x64',
    processor: 'x86_64',
    openssl: 'linux-x86_64',
    hashing: ['sha1rnds4', 'sha256rnds2'],
  },
  {
    name: 'linux-arm64-glibc',
    arch: 'arm64',
    processor: 'aarch64',
    openssl: 'linux-aarch64',
    hashing: ['sha1c', 'sha256h'],
  },
]

/** Name -> { name, arch (Node's), processor (GNU's), openssl (its target), hashing (instructions for SHA), tools (prefix of commands) }. */
export const platforms = Object.fromEntries(
  entries.map((entry) => {
    const isNative = entry.processor === 'x86_64'
    return [
      entry.name,
      { ...entry, isNative, tools: isNative ? '' : `${entry.processor}-linux-gnu-` },
    ]
  }),
)

/** Returns the platform of this process, or undefined when no binary is made for it. */
export function platformHere() {
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return platforms[`${process.platform}-${process.arch}-${libc}`]
}

export const packageOf = ({ name }) => join(root, 'platforms', name)

export const binaryOf = (platform) => join(packageOf(platform), 'libtorrent_napi.node')

// The platforms that binaries are made for: one entry each.
import { join } from 'node:path'
import { root } from '../setup/stamps.mjs'

/** Made in a chroot: processor (GNU's name), openssl (its target), hashing (instructions for SHA). */
const inChroot = [
  {
    name: 'linux-x64-glibc',
    processor: 'x86_64',
    openssl: 'linux-x86_64',
    hashing: ['sha1rnds4', 'sha256rnds2'],
  },
  {
    name: 'linux-arm64-glibc',
    processor: 'aarch64',
    openssl: 'linux-aarch64',
    hashing: ['sha1c', 'sha256h'],
  },
]

/**
 * Made on the system itself, of vcpkg's static libraries: triplet (vcpkg's name of the platform). That for Windows links
 * the run-time library of C statically, as cmake-js does.
 */
const byVcpkg = [
  { name: 'darwin-arm64', triplet: 'arm64-osx' },
  { name: 'darwin-x64', triplet: 'x64-osx' },
  { name: 'win32-x64', triplet: 'x64-windows-static' },
]

/** A prefix of GNU's commands for the processor. */
const toolsFor = ({ processor }) => (processor === 'x86_64' ? '' : `${processor}-linux-gnu-`)

const entries = [
  ...inChroot.map((entry) => ({
    ...entry,
    isNative: entry.processor === 'x86_64',
    tools: toolsFor(entry),
  })),
  ...byVcpkg,
]

/** Name -> { name, arch (Node's), and the members above }. */
export const platforms = Object.fromEntries(
  entries.map((entry) => [entry.name, { ...entry, arch: entry.name.split('-')[1] }]),
)

/** Returns the platform of this process, or undefined when no binary is made for it. */
export function platformHere() {
  const system = `${process.platform}-${process.arch}`
  if (process.platform !== 'linux') return platforms[system]
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  return platforms[`${system}-${libc}`]
}

export const packageOf = ({ name }) => join(root, 'platforms', name)

export const binaryOf = (platform) => join(packageOf(platform), 'libtorrent_napi.node')

// What the machine must have, for which purpose, how it is recognized, and the system packages that
// bring it. One entry each: another tool is one more entry.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { output } from './run.mjs'

export const oldestLibtorrent = '2.0.8'

export function atLeast(version, oldest) {
  const [have, want] = [version, oldest].map((text) => text.split('.').map(Number))
  for (let i = 0; i < want.length; i++) {
    const difference = (have[i] ?? 0) - want[i]
    if (difference !== 0) return difference > 0
  }
  return true
}

function commandVersion(...commands) {
  for (const command of commands) {
    const text = output(command, ['--version'])
    if (text !== null) return /\d+(\.\d+)+/.exec(text)?.[0] ?? 'present'
  }
  return null
}

/** Is the command on the PATH? For those that have no --version. */
function onPath(command) {
  const found = process.env.PATH.split(delimiter).some((dir) => existsSync(join(dir, command)))
  return found ? 'present' : null
}

/** Not a system made from it, where a package of the same name may be something else. */
function isDebian() {
  const release = '/etc/os-release'
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
}

const isLikeDebian = () => existsSync('/etc/debian_version')

/**
 * Asks CMake, for a libtorrent that pkg-config doesn't know, with the options that the build gives it: one may name the
 * triplet of vcpkg. Takes a second, so it comes last.
 */
function libtorrentByCMake() {
  const options = Object.entries(JSON.parse(process.env.ADDON_CMAKE_OPTIONS ?? '{}'))
  const defined = options.map(([name, value]) => `-D${name}=${value}`)
  const dir = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  try {
    const project = [
      'cmake_minimum_required(VERSION 3.18)',
      'project(probe CXX)',
      'find_package(LibtorrentRasterbar CONFIG REQUIRED)',
      'file(WRITE ${CMAKE_BINARY_DIR}/version ${LibtorrentRasterbar_VERSION})',
    ]
    writeFileSync(join(dir, 'CMakeLists.txt'), project.join('\n'))
    if (output('cmake', [...defined, '-S', dir, '-B', dir]) === null) return null
    return readFileSync(join(dir, 'version'), 'utf8')
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function libtorrentVersion() {
  const version = output('pkg-config', ['--modversion', 'libtorrent-rasterbar'])
  if (version !== null && atLeast(version, oldestLibtorrent)) return version
  return libtorrentByCMake() ?? version
}

/** Where Homebrew installs, on arm64 and on x64. CMake searches there by itself, the compiler does not. */
const homebrew = process.platform === 'darwin' ? ['/opt/homebrew', '/usr/local'] : []

/** On Windows cmake-js finds Visual Studio, and CMake says what else is missing. */
const unlessWindows = (find) => () => (process.platform === 'win32' ? 'not needed' : find())

function header(path) {
  const source = `#include <${path}>\n`
  const args = ['-E', '-x', 'c++', ...homebrew.map((prefix) => `-I${prefix}/include`)]
  const found = output('c++', [...args, '-o', '/dev/null', '-'], { input: source })
  return found === null ? null : 'present'
}

function pythonBinding() {
  return output('/usr/bin/python3', ['-c', 'import libtorrent; print(libtorrent.__version__)'])
}

const build = [
  {
    name: 'C++ compiler',
    find: unlessWindows(() => commandVersion('c++')),
    packages: { apt: 'g++', dnf: 'gcc-c++', pacman: 'gcc', apk: 'g++' },
    otherwise: { brew: 'xcode-select --install' },
  },
  {
    name: 'make',
    find: unlessWindows(() => commandVersion('make')),
    packages: { apt: 'make', dnf: 'make', pacman: 'make', apk: 'make' },
    otherwise: { brew: 'xcode-select --install' },
  },
  {
    name: 'cmake',
    find: () => commandVersion('cmake'),
    packages: { apt: 'cmake', dnf: 'cmake', pacman: 'cmake', apk: 'cmake', brew: 'cmake' },
  },
  {
    name: 'pkg-config',
    find: unlessWindows(() => commandVersion('pkg-config')),
    packages: {
      apt: 'pkg-config',
      dnf: 'pkgconf-pkg-config',
      pacman: 'pkgconf',
      apk: 'pkgconf',
      brew: 'pkgconf',
    },
  },
  {
    name: 'Boost headers',
    find: unlessWindows(() => header('boost/version.hpp')),
    packages: {
      apt: 'libboost-dev',
      dnf: 'boost-devel',
      pacman: 'boost',
      apk: 'boost-dev',
      brew: 'boost',
    },
  },
  {
    name: 'libtorrent-rasterbar',
    find: libtorrentVersion,
    oldest: oldestLibtorrent,
    packages: {
      apt: 'libtorrent-rasterbar-dev',
      dnf: 'rb_libtorrent-devel',
      pacman: 'libtorrent-rasterbar',
      apk: 'libtorrent-rasterbar-dev',
      brew: 'libtorrent-rasterbar',
      vcpkg: 'libtorrent:x64-windows-static',
    },
  },
]

const python = {
  // To compare answers with, where its version is ours: on Debian.
  name: "Python's libtorrent",
  find: () => (isLikeDebian() ? pythonBinding() : 'not needed'),
  packages: { apt: 'python3-libtorrent' },
}

const test = [
  {
    name: 'clang-format',
    find: () => commandVersion('clang-format'),
    packages: { apt: 'clang-format', dnf: 'clang-tools-extra', pacman: 'clang', brew: 'llvm' },
  },
  {
    name: 'clang-tidy',
    find: () => commandVersion('clang-tidy'),
    packages: { apt: 'clang-tidy', dnf: 'clang-tools-extra', pacman: 'clang', brew: 'llvm' },
  },
  {
    name: 'ccache',
    find: () => commandVersion('ccache'),
    packages: { apt: 'ccache', dnf: 'ccache', pacman: 'ccache', brew: 'ccache' },
  },
  python,
  {
    // For the tests that put nodes into network namespaces.
    name: 'iproute2',
    find: () => (process.platform === 'linux' ? onPath('ip') : 'not needed'),
    packages: { apt: 'iproute2', dnf: 'iproute-tc', pacman: 'iproute2' },
  },
  {
    // To delay packets where the kernel can't. Elsewhere those tests are skipped unless there is one.
    name: 'VDE',
    find: () => (isDebian() ? onPath('wirefilter') : 'not needed'),
    packages: { apt: 'vde2' },
  },
  {
    // To compare bytes that the HTTP handler serves.
    name: 'curl',
    find: () => commandVersion('curl'),
    packages: { apt: 'curl', dnf: 'curl', pacman: 'curl', brew: 'curl' },
  },
  {
    // To start peers on other machines.
    name: 'OpenSSH client',
    find: () => onPath('ssh'),
    packages: { apt: 'openssh-client', dnf: 'openssh-clients', pacman: 'openssh' },
  },
  {
    // To look at the experiment's reports with. Elsewhere those tests are skipped unless there is one.
    name: 'Chromium',
    find: () => (isDebian() ? onPath('chromium') : 'not needed'),
    packages: { apt: 'chromium' },
  },
]

const aria2 = {
  name: 'aria2',
  find: () => commandVersion('aria2c'),
  packages: { apt: 'aria2', dnf: 'aria2', pacman: 'aria2', brew: 'aria2' },
}

/** Clients and a tracker that we didn't write, for the tests that trade data with them. */
const interop = [
  aria2,
  {
    name: 'transmission',
    find: () => onPath('transmission-cli'),
    packages: {
      apt: 'transmission-cli',
      dnf: 'transmission-cli',
      pacman: 'transmission-cli',
      brew: 'transmission-cli',
    },
  },
  {
    // Elsewhere its tests are skipped unless there is one.
    name: 'opentracker',
    find: () => (isLikeDebian() ? onPath('opentracker') : 'not needed'),
    packages: { apt: 'opentracker' },
  },
]

/** To build libtorrent from Debian's source package. */
const sanitizer = [
  {
    name: 'OpenSSL headers',
    find: () => header('openssl/ssl.h'),
    packages: { apt: 'libssl-dev', dnf: 'openssl-devel', pacman: 'openssl' },
  },
  {
    name: 'dpkg-source',
    find: () => (isDebian() ? commandVersion('dpkg-source') : 'not needed'),
    packages: { apt: 'dpkg-dev' },
  },
]

/** Whom the trials compare us with. */
const bench = [
  python,
  aria2,
  {
    name: 'mktorrent',
    find: () => onPath('mktorrent'),
    packages: { apt: 'mktorrent', dnf: 'mktorrent', pacman: 'mktorrent', brew: 'mktorrent' },
  },
]

export const purposes = {
  build,
  experiment: build,
  test: [...build, ...test, ...interop],
  bench: [...build, ...bench],
  sanitizer: [...build, ...sanitizer],
  packages: [], // binaries are built in a chroot
  'test:install': [],
}

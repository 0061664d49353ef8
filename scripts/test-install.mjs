// Installs the packages as users do, and runs them where users run them: npm run test:install
//
// The packed packages are served by a registry on loopback. Each package manager installs them into an empty
// project; then a program transfers over TCP, uTP and SSL in each runtime, in Debian systems that hold nothing
// but the minimum, and on arm64. Needs root (chroot) and binaries (`npm run prebuild`). Writes the table of
// docs/packaging.md. --made-elsewhere takes binaries of other machines, as scripts/pack.mjs does.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installEverywhere } from './install/managers.mjs'
import { startRegistry } from './install/registry.mjs'
import { runEverywhere } from './install/systems.mjs'
import { packAll } from './pack.mjs'
import { binaryOf, platforms } from './prebuild/platforms.mjs'
import { SetupError } from './setup/run.mjs'
import { root } from './setup/stamps.mjs'

const place = join(root, 'build', 'install')
const page = join(root, 'docs', 'packaging.md')

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Puts the results where the page has them. */
function write(text) {
  const [begin, end] = ['<!-- test:install -->', '<!-- /test:install -->']
  const old = readFileSync(page, 'utf8')
  const parts = [old.slice(0, old.indexOf(begin) + begin.length), text, old.slice(old.indexOf(end))]
  writeFileSync(page, parts.join('\n\n'))
}

function report(packages, installs, runs) {
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`
  return [
    table(
      ['package', 'packed', 'unpacked'],
      packages.map(({ name, size, unpackedSize }) => [
        name,
        megabytes(size),
        megabytes(unpackedSize),
      ]),
    ),
    table(
      ['installed by', 'packages', 'time', 'loads'],
      installs.map(({ name, count, seconds, loads }) => [
        name,
        count,
        `${seconds.toFixed(2)} s`,
        loads,
      ]),
    ),
    table(['system', 'runtime', 'TCP', 'uTP', 'SSL', 'unknown authority', "runtime's list"], runs),
  ].join('\n\n')
}

async function tryPackages(packages) {
  // Outside of the clone, whose package has the name that the projects ask for.
  const projects = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  try {
    const installs = await withRegistry(packages, (url) => installEverywhere(projects, url))
    return { installs, runs: runEverywhere(place, join(projects, 'npm-12')) }
  } finally {
    rmSync(projects, { recursive: true })
  }
}

async function withRegistry(packages, body) {
  const registry = await startRegistry(join(place, 'registry'))
  try {
    for (const { file } of packages) registry.publish(file)
    return body(registry.url)
  } finally {
    registry.stop()
  }
}

async function main() {
  for (const name of ['linux-x64-glibc', 'linux-arm64-glibc']) {
    if (!existsSync(binaryOf(platforms[name]))) {
      throw new SetupError(`there is no binary: npm run prebuild -- --platform ${name} makes it`)
    }
  }
  rmSync(place, { recursive: true, force: true })
  const madeElsewhere = process.argv.includes('--made-elsewhere')
  const packages = await packAll(join(place, 'packages'), { madeElsewhere })
  const { installs, runs } = await tryPackages(packages)
  const text = report(packages, installs, runs)
  console.log(text)
  write(text)
  const faults = [
    ...installs.filter(({ loads }) => loads !== 'yes'),
    ...runs.filter((row) => row.includes('failed')),
  ]
  if (faults.length > 0) throw new SetupError(`${faults.length} of the rows above failed`)
}

main().catch((error) => {
  if (!(error instanceof SetupError)) throw error
  console.error(`test:install: ${error.message}`)
  process.exitCode = 1
})

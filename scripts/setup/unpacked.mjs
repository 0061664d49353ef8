// Servers for the tests of `seed.js --launch`, which the system is to run only while a test does: packages of
// Debian 12, unpacked into build/unpacked and not installed.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aptGetFresh } from './apt.mjs'
import { expectOwner } from './owner.mjs'
import { run, say } from './run.mjs'
import { root } from './stamps.mjs'

const packages = [
  ...['openssh-server', 'libwrap0'],
  ...['slurmctld', 'slurmd', 'slurm-client', 'slurm-wlm-basic-plugins', 'munge'],
  ...['libmunge2', 'libhwloc15', 'liblua5.1-0'],
]

function isDebian12() {
  const release = '/etc/os-release'
  const text = existsSync(release) ? readFileSync(release, 'utf8') : ''
  return /^ID=debian$/m.test(text) && /^VERSION_ID="12"$/m.test(text)
}

/** Unpacks them unless the same ones are there. Elsewhere than in Debian 12 the tests that need them are skipped. */
export function ensureUnpacked() {
  const place = join(root, 'build', 'unpacked')
  const record = (directory) => join(directory, 'packages.json')
  const wanted = JSON.stringify(packages)
  const isThere = existsSync(record(place)) && readFileSync(record(place), 'utf8') === wanted
  if (!isDebian12() || isThere) return
  expectOwner()
  say('an SSH server and Slurm need to be unpacked')
  const begun = `${place}.begun`
  rmSync(begun, { recursive: true, force: true })
  mkdirSync(begun, { recursive: true })
  aptGetFresh(['download', ...packages], { cwd: begun })
  for (const file of readdirSync(begun)) {
    run('dpkg-deb', ['--extract', file, '.'], { cwd: begun })
    rmSync(join(begun, file))
  }
  writeFileSync(record(begun), wanted)
  rmSync(place, { recursive: true, force: true })
  renameSync(begun, place)
}

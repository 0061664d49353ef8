// Where Debian's packages come from: the archives that this system is configured with.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '../setup/run.mjs'

function configuredAddresses() {
  const parts = '/etc/apt/sources.list.d'
  const names = existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : []
  const files = ['/etc/apt/sources.list', ...names].filter((file) => existsSync(file))
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const used = lines.filter((line) => !line.trimStart().startsWith('#'))
  return used.flatMap((line) => line.match(/https?:\/\/\S+/g) ?? [])
}

/** Returns the address in an environment variable or else that of this system, without a slash at its end. */
function addressOf(variable, pattern) {
  const address =
    process.env[variable] || configuredAddresses().find((found) => pattern.test(found))
  return address?.replace(/\/+$/, '')
}

/** DEBIAN_MIRROR, or the archive of this system. Throws when this is no Debian and the variable is not set. */
export function mirror() {
  const address = addressOf('DEBIAN_MIRROR', /\/debian\/?$/)
  if (address) return address
  throw new SetupError(
    'this system has no archive of Debian configured: DEBIAN_MIRROR must name one',
  )
}

/** DEBIAN_SECURITY_MIRROR, or the archive of security updates of this system. */
export const securityMirror = () =>
  addressOf('DEBIAN_SECURITY_MIRROR', /\/debian-security\/?$/) ?? `${mirror()}-security`

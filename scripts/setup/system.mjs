// Brings the machine to what requirements.mjs asks for: installs with apt-get where that is allowed,
// otherwise names the one command to run.
import { aptGetFresh, rootPrefix } from './apt.mjs'
import { needsCompiler } from './native.mjs'
import { atLeast, purposes } from './requirements.mjs'
import { output, say, SetupError } from './run.mjs'

const managers = {
  apt: { command: 'apt-get', install: 'apt-get install -y' },
  dnf: { command: 'dnf', install: 'dnf install -y' },
  pacman: { command: 'pacman', install: 'pacman -S --needed --noconfirm' },
  apk: { command: 'apk', install: 'apk add' },
  brew: { command: 'brew', install: 'brew install' },
  vcpkg: { command: 'vcpkg', install: 'vcpkg install' },
}

function detectManager() {
  if (process.platform === 'win32') return 'vcpkg'
  const names = Object.keys(managers)
  return names.find((name) => output(managers[name].command, ['--version']) !== null) ?? null
}

/** The requirements of that purpose with the version found, and whether that will do. */
function survey(purpose) {
  const requirements = purpose === 'experiment' && !needsCompiler() ? [] : purposes[purpose]
  return requirements.map((requirement) => {
    const version = requirement.find()
    const { oldest } = requirement
    const fits = version !== null && (!oldest || atLeast(version, oldest))
    return { ...requirement, version, fits }
  })
}

function describe({ name, version, oldest }) {
  const wanted = oldest ? `${name} ${oldest} or newer` : name
  return version === null ? wanted : `${wanted} (found ${version})`
}

function packagesOf(missing, manager) {
  const packages = missing.map((requirement) => requirement.packages[manager]).filter(Boolean)
  return [...new Set(packages)]
}

/** The one command to run, for a machine that we don't change ourselves. */
function advice(missing, manager) {
  if (manager === null) return 'install these with the package manager of this system'
  const steps = missing.map((requirement) => requirement.otherwise?.[manager]).filter(Boolean)
  const packages = packagesOf(missing, manager)
  if (packages.length > 0) {
    const needsRoot = manager !== 'brew' && manager !== 'vcpkg'
    const asRoot = needsRoot && process.getuid?.() !== 0 ? 'sudo ' : ''
    steps.push(`${asRoot}${managers[manager].install} ${packages.join(' ')}`)
  }
  const byHand = missing
    .filter(({ packages, otherwise }) => !packages[manager] && !otherwise?.[manager])
    .map(describe)
  const parts = byHand.length > 0 ? [`install these by hand: ${byHand.join(', ')}`] : []
  if (steps.length > 0) {
    parts.push(`run this, then start again:\n  ${[...new Set(steps)].join(' && ')}`)
  }
  return parts.join('\nsetup: ')
}

function stop(missing, manager) {
  const names = missing.map(describe).join(', ')
  throw new SetupError(`missing: ${names}\nsetup: ${advice(missing, manager)}`)
}

/** Makes sure that everything for this purpose is there, or throws with the command to run. */
export function ensureSystem(purpose) {
  const missing = survey(purpose).filter(({ fits }) => !fits)
  if (missing.length === 0) return
  const manager = detectManager()
  const prefix = rootPrefix()
  const packages = manager === 'apt' ? packagesOf(missing, manager) : []
  if (packages.length === 0 || prefix === null) stop(missing, manager)
  say(`missing: ${missing.map(describe).join(', ')}`)
  aptGetFresh(['install', '-y', '--no-install-recommends', ...packages], { prefix })
  const still = survey(purpose).filter(({ fits }) => !fits)
  if (still.length === 0) return
  const names = still.map(describe).join(', ')
  throw new SetupError(
    `the packages of this system do not bring ${names}. Install it from source ` +
      '(https://www.libtorrent.org/building.html) and set CMAKE_PREFIX_PATH to its place.',
  )
}

// Holds a binary to what it promises: it needs nothing of the system but an old libc, exports what Node-API
// asks for and nothing else, and has the members of libtorrent that the committed types declare.
import { cpSync, statSync } from 'node:fs'
import { readSchema, staleTypes } from '../generate.mjs'
import { missingMembers } from '../generate/coverage.mjs'
import { output, SetupError } from '../setup/run.mjs'
import { outputInside, outside } from './chroot.mjs'
import { platformHere } from './platforms.mjs'

// Both are needed: Node.js takes an addon without the second for one of Node-API 8.
const exported = ['napi_register_module_v1', 'node_api_module_get_api_version_v1']
const allowedLibraries =
  /^(libc\.so\.6|libm\.so\.6|libpthread\.so\.0|libdl\.so\.2|librt\.so\.1|ld-linux-(x86-64|aarch64)\.so\.\d)$/
const newestGlibc = '2.31'
const mostBytes = 12e6

function read(command, ...args) {
  const text = output(command, args)
  if (text === null) throw new SetupError(`${command} can't read ${args.at(-1)} (Debian: binutils)`)
  return text
}

function symbolsOf(file) {
  const lines = read('nm', '--dynamic', '--defined-only', file).split('\n')
  return lines.map((line) => line.split(/\s+/).at(-1).replace(/@.*/, '')).filter(Boolean)
}

function librariesOf(file) {
  return [...read('readelf', '--dynamic', '--wide', file).matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(
    (match) => match[1],
  )
}

const isNewer = (version, other) => version.localeCompare(other, 'en', { numeric: true }) > 0

/** The newest version of glibc that it asks for. */
function glibcOf(file) {
  const versions = [
    ...read('readelf', '--version-info', '--wide', file).matchAll(/GLIBC_([\d.]+)/g),
  ]
  const numbers = versions.map((match) => match[1])
  return numbers.reduce((newest, number) => (isNewer(number, newest) ? number : newest), '0')
}

/** Returns what is wrong with a file, as texts: with the symbols that it exports and needs, and its size. */
export function linkFaults(file) {
  const symbols = symbolsOf(file)
  const missing = exported.filter((name) => !symbols.includes(name))
  const foreign = symbols.filter((name) => !exported.includes(name))
  const needed = librariesOf(file).filter((name) => !allowedLibraries.test(name))
  const glibc = glibcOf(file)
  const { size } = statSync(file)
  return [
    missing.length > 0 && `does not export ${missing.join(', ')}`,
    foreign.length > 0 && `exports ${foreign.slice(0, 5).join(', ')} (${foreign.length})`,
    needed.length > 0 && `needs ${needed.join(', ')}`,
    isNewer(glibc, newestGlibc) && `needs GLIBC_${glibc}`,
    size > mostBytes && `has ${size} bytes, more than ${mostBytes}`,
  ].filter(Boolean)
}

/**
 * Compares a binary with the committed types, which declare the newest libtorrent. Returns what is wrong, as texts.
 */
export async function typeFaults(file) {
  const schema = readSchema(file)
  const [missing, stale] = [missingMembers(schema), await staleTypes(schema)]
  return [
    missing.length > 0 && `does not bind ${missing.join(', ')}`,
    stale.length > 0 &&
      `has libtorrent ${schema.version}, which ${stale.join(', ')} do not describe (docs/architecture.md)`,
  ].filter(Boolean)
}

/** Returns what is wrong with the processor's instructions for SHA-1 and SHA-256 in a binary, as texts. */
function hashingFaults({ name, hashing, tools }, file) {
  const copy = `/build/${name}/checked.node`
  cpSync(file, outside(copy))
  const disassemble = `${tools}objdump -d --no-show-raw-insn ${copy}`
  const names =
    outputInside(`${disassemble} | grep -oE '\\b(${hashing.join('|')})\\b' | sort -u`) ?? ''
  const missing = hashing.filter((instruction) => !names.split('\n').includes(instruction))
  return missing.length > 0 ? [`has no ${missing.join(', ')}`] : []
}

/** Throws when a file is not what the package of a platform promises. */
export async function checkBinary(platform, file) {
  const isLinux = platform.hashing !== undefined
  // Only a binary of this platform can be loaded; the others are made of the same sources.
  const faults = [
    ...(isLinux ? [...linkFaults(file), ...hashingFaults(platform, file)] : []),
    ...(platform === platformHere() ? await typeFaults(file) : []),
  ]
  if (faults.length > 0) throw new SetupError(`${file} ${faults.join('; ')}`)
}

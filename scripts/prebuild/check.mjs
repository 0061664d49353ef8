// Holds a binary to what it promises: it needs nothing of the system but an old libc, and exports nothing else
// than Node-API asks for.
import { cpSync, statSync } from 'node:fs'
import { output, SetupError } from '../setup/run.mjs'
import { outputInside, outside } from './chroot.mjs'
import { binaryOf } from './platforms.mjs'

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

export function symbolsOf(file) {
  const lines = read('nm', '--dynamic', '--defined-only', file).split('\n')
  return lines.map((line) => line.split(/\s+/).at(-1).replace(/@.*/, '')).filter(Boolean)
}

export function librariesOf(file) {
  return [...read('readelf', '--dynamic', '--wide', file).matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(
    (match) => match[1],
  )
}

/** The newest version of glibc that it asks for. */
export function glibcOf(file) {
  const versions = [
    ...read('readelf', '--version-info', '--wide', file).matchAll(/GLIBC_([\d.]+)/g),
  ]
  const compare = (a, b) => a.localeCompare(b, 'en', { numeric: true })
  return versions
    .map((match) => match[1])
    .sort(compare)
    .at(-1)
}

/** Returns those of the processor's instructions for SHA-1 and SHA-256 that the binary lacks. */
function missingInstructions({ name, hashing, tools }) {
  const copy = `/build/${name}/checked.node`
  cpSync(binaryOf({ name }), outside(copy))
  const disassemble = `${tools}objdump -d --no-show-raw-insn ${copy}`
  const names =
    outputInside(`${disassemble} | grep -oE '\\b(${hashing.join('|')})\\b' | sort -u`) ?? ''
  return hashing.filter((instruction) => !names.split('\n').includes(instruction))
}

export function checkBinary(platform) {
  const file = binaryOf(platform)
  const faults = []
  const foreign = symbolsOf(file).filter((name) => !exported.includes(name))
  if (foreign.length > 0)
    faults.push(`exports ${foreign.slice(0, 5).join(', ')} (${foreign.length})`)
  const needed = librariesOf(file).filter((name) => !allowedLibraries.test(name))
  if (needed.length > 0) faults.push(`needs ${needed.join(', ')}`)
  const glibc = glibcOf(file)
  if (glibc.localeCompare(newestGlibc, 'en', { numeric: true }) > 0)
    faults.push(`needs GLIBC_${glibc}`)
  const missing = missingInstructions(platform)
  if (missing.length > 0) faults.push(`has no ${missing.join(', ')}`)
  const { size } = statSync(file)
  if (size > mostBytes) faults.push(`has ${size} bytes, more than ${mostBytes}`)
  if (faults.length > 0) throw new SetupError(`${file} ${faults.join('; ')}`)
}

// Holds native/ to .clang-format and .clang-tidy, and bench/cpp/ to the former. With --fix it formats the files instead.
// clang-tidy takes seconds for each file, so what passed is remembered in build/cache/clang-tidy by a
// hash of everything that the verdict depends on.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { output } from './setup/run.mjs'
import { nativeStamp, root, walk } from './setup/stamps.mjs'

const native = join(root, 'native')
const cmakeDir = join(root, 'build', 'cmake')
const cacheDir = join(root, 'build', 'cache', 'clang-tidy')
const jobs = 2

const places = [native, join(root, 'bench', 'cpp')]
const files = places.flatMap((place) => [...walk(place)].map(({ path }) => path)).sort()

function fail(message) {
  console.error(message)
  process.exit(1)
}

function format(fix) {
  const sources = files.filter((file) => /\.(h|cpp)$/.test(file))
  const mode = fix ? ['-i'] : ['--dry-run', '--Werror']
  const { status, error } = spawnSync('clang-format', [...mode, ...sources], { stdio: 'inherit' })
  if (error) fail(`clang-format can't be started: ${error.message}`)
  if (status === 0) return
  console.error('clang-format: the files above differ; `npm run format` fixes them')
  process.exitCode = 1
}

/** The text of a file and of every file of native/ that it includes, directly or not. */
function textWithIncludes(file, seen = new Set()) {
  if (seen.has(file) || !existsSync(file)) return ''
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  const names = [...text.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)].map((match) => match[1])
  const places = names.flatMap((name) => [join(native, name), join(dirname(file), name)])
  return text + places.map((place) => textWithIncludes(place, seen)).join('')
}

function recordedCommands() {
  const file = join(cmakeDir, 'compile_commands.json')
  const entries = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  return new Map(entries.map((entry) => [entry.file, entry]))
}

/** Returns the compile command of each source. CMake writes them anew when one is missing, as in a clone that moved. */
function compileCommands() {
  const sources = files.filter((file) => file.startsWith(native) && file.endsWith('.cpp'))
  const missing = () => {
    const recorded = recordedCommands()
    return sources.filter((file) => !recorded.has(file))
  }
  if (missing().length > 0) {
    const builder = join(root, 'scripts', 'build-native.mjs')
    spawnSync(process.execPath, [builder, '--configure-only'], { stdio: 'inherit' })
  }
  if (missing().length > 0) fail(`clang-tidy has no compile command for ${missing().join(', ')}`)
  const recorded = recordedCommands()
  return sources.map((file) => recorded.get(file))
}

/** Runs clang-tidy on one file; resolves to what it said, or to null when the file passes. */
function tidy(file) {
  return new Promise((resolve, reject) => {
    const child = spawn('clang-tidy', ['-p', cmakeDir, '--quiet', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (status) => resolve(status === 0 ? null : Buffer.concat(chunks).toString()))
  })
}

/** The files whose verdict isn't known yet, each with the marker to leave when it passes. */
function pending(commands) {
  const config = readFileSync(join(root, '.clang-tidy'), 'utf8')
  const version = output('clang-tidy', ['--version'])
  const markers = commands.map(({ file, command }) => {
    const hash = createHash('sha256')
    for (const part of [config, version, nativeStamp.key(), command, textWithIncludes(file)]) {
      hash.update(`${part}\0`)
    }
    return { file, marker: join(cacheDir, hash.digest('hex')) }
  })
  mkdirSync(cacheDir, { recursive: true })
  const current = new Set(markers.map(({ marker }) => marker))
  for (const name of readdirSync(cacheDir)) {
    if (!current.has(join(cacheDir, name))) rmSync(join(cacheDir, name))
  }
  return markers.filter(({ marker }) => !existsSync(marker))
}

/** Cuts the output into findings, each with its lines: what a header has is found with every file. */
function findingsIn(text) {
  return text.split(/^(?=\S+:\d+:\d+: (?:error|warning):)/m).filter((finding) => finding.trim())
}

async function tidyAll() {
  const commands = compileCommands()
  const queue = pending(commands)
  const found = new Set()
  console.log(`clang-tidy: ${queue.length} of ${commands.length} files to check`)
  let failed = 0
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const said = await tidy(next.file)
      if (said === null) {
        writeFileSync(next.marker, '')
        continue
      }
      failed++
      for (const finding of findingsIn(said)) {
        if (!found.has(finding)) console.error(finding.trimEnd())
        found.add(finding)
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, worker))
  if (failed > 0) fail(`clang-tidy: ${failed} of ${commands.length} files have findings`)
}

const fix = process.argv.includes('--fix')
format(fix)
if (!fix) await tidyAll()

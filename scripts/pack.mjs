// Packs what is published: the main package (JavaScript, types, docs) and the package of each platform whose
// binary has been made. The manifests are made of the one at the root: users get no scripts and no dependencies but
// the platform packages, which are not in the root's manifest because npm would look for them in a clone.
//
//   node scripts/pack.mjs [--release] [--made-elsewhere] [DIRECTORY]     default: build/packages
//
// --release fails unless there is a binary for each platform, with Debian's libtorrent or vcpkg's. --made-elsewhere
// takes binaries of other machines, whose sources nothing records here.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { generate, readSchema } from './generate.mjs'
import { binaryOf, packageOf, platformHere, platforms } from './prebuild/platforms.mjs'
import { output, SetupError } from './setup/run.mjs'
import { prebuiltStamp, root } from './setup/stamps.mjs'

/** Keys of the manifest at the root that each published manifest has, too. */
const shared = ['version', 'author', 'homepage', 'repository', 'bugs', 'engines', 'publishConfig']

/** Further keys that the manifest of the main package has. */
const ofMain = [
  ...['name', 'description', 'keywords', 'license', 'type', 'main', 'types', 'exports'],
  ...['sideEffects', 'files'],
]

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
const rootManifest = () => readJson(join(root, 'package.json'))
const pick = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key]]))
const isMade = (platform) => existsSync(binaryOf(platform))

/**
 * Returns the manifest of the main package, which depends on the packages of the `made` platforms. yarn fails when the
 * registry lacks one of them, so no others are named.
 */
export function mainManifest(made) {
  const manifest = rootManifest()
  const entries = made.map((platform) => [platformManifest(platform).name, manifest.version])
  return {
    ...pick(manifest, [...ofMain, ...shared]),
    optionalDependencies: Object.fromEntries(entries),
  }
}

/** Returns the manifest of a platform's package. */
export function platformManifest(platform) {
  const own = readJson(join(packageOf(platform), 'package.json'))
  const manifest = pick(rootManifest(), shared)
  const repository = { ...manifest.repository, directory: `platforms/${platform.name}` }
  return { ...own, ...manifest, repository }
}

/** Throws when a binary is not of the present sources, as far as `options` ask, or has another libtorrent. */
function expectCurrent(platform, { release, madeElsewhere }) {
  const { name } = platform
  const stamp = prebuiltStamp(platform)
  const libtorrent = stamp.madeFor()
  if (libtorrent === null && madeElsewhere) return
  const command = `npm run prebuild -- --platform ${name}`
  if (libtorrent === null) {
    throw new SetupError(
      `nothing records how the binary of ${name} was made: ${command}, or --made-elsewhere if another machine made it`,
    )
  }
  const reason = stamp.staleBecause()
  if (reason) throw new SetupError(`the binary of ${name} is stale (${reason}): ${command}`)
  if (release && libtorrent) {
    throw new SetupError(`the binary of ${name} has the libtorrent of ${libtorrent}: ${command}`)
  }
}

/** Lays out a package in a directory: its manifest, and `files`, which lie in `from`. */
function stage(directory, { manifest, from, files }) {
  mkdirSync(directory, { recursive: true })
  for (const name of files) cpSync(join(from, name), join(directory, name), { recursive: true })
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Lays out the main package, for the platforms of `made`. */
export async function stageMain(directory, made) {
  const manifest = mainManifest(made)
  const listed = manifest.files.filter((name) => !name.startsWith('!'))
  stage(directory, { manifest, from: root, files: [...listed, 'README.md', 'LICENSE'] })
  const here = platformHere()
  await bundle(join(directory, 'dist'), made.includes(here) ? await matching(binaryOf(here)) : {})
}

/** Files of lib/generated whose code depends on the version of libtorrent. */
const versioned = ['alerts', 'enums', 'factories', 'settings', 'tables'].map(
  (name) => `lib/generated/${name}.ts`,
)

/**
 * Generates constants and factories for the libtorrent in the binary, which is newer than that of the clone. Others
 * would be made when the package is loaded. That takes a fifth of require(), and factories made there take 5 times as
 * long to make a record.
 */
async function matching(binary) {
  const schema = readSchema(binary)
  return pick(await generate(schema, { constants: schema }), versioned)
}

export function stagePlatform(directory, platform) {
  const manifest = platformManifest(platform)
  stage(directory, { manifest, from: packageOf(platform), files: manifest.files })
}

function pack(directory, target) {
  const text = output('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', target], {
    cwd: directory,
  })
  if (text === null) throw new SetupError(`npm pack failed in ${directory}`)
  const [{ name, filename, size, unpackedSize }] = JSON.parse(text)
  return { name, file: join(target, filename), size, unpackedSize }
}

/**
 * Packs everything into `target`. Returns { name, file, size, unpackedSize } of each package, sizes in bytes. Throws
 * when a binary is stale, or was made on another machine and `madeElsewhere` is not set. With `release`, throws as well
 * when a platform has no binary or one with another libtorrent than that of a release.
 */
export async function packAll(target, { release = false, madeElsewhere = false } = {}) {
  const all = Object.values(platforms)
  const made = all.filter(isMade)
  if (release && made.length < all.length) {
    const missing = all.filter((platform) => !made.includes(platform))
    const names = missing.map(({ name }) => name).join(', ')
    throw new SetupError(`there is no binary for ${names}: npm run prebuild makes it`)
  }
  for (const platform of made) expectCurrent(platform, { release, madeElsewhere })
  rmSync(target, { recursive: true, force: true })
  await stageMain(join(target, 'main'), made)
  for (const platform of made) stagePlatform(join(target, platform.name), platform)
  const names = ['main', ...made.map(({ name }) => name)]
  return names.map((name) => pack(join(target, name), target))
}

const quoted = (file) => (/^[\w@.,:/\\-]+$/.test(file) ? file : `"${file}"`)

/**
 * Returns the command that installs packages of `packAll` on a machine of the platform, and a warning or null. npm
 * refuses the packages of other platforms.
 */
export function howToInstall(packages, platform = platformHere()) {
  const own = platform && packages.find(({ name }) => name === platformManifest(platform).name)
  const files = [packages[0], own].filter(Boolean).map(({ file }) => quoted(file))
  const warning =
    'there is no binary for this machine, so the package will not load: `npm run prebuild` makes one on x64 Linux ' +
    '(README.md), or LIBTORRENT_NAPI_BINARY names the one that `npm run build:all` makes'
  return { command: `npm install ${files.join(' ')}`, warning: own ? null : warning }
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { release: { type: 'boolean' }, 'made-elsewhere': { type: 'boolean' } },
    allowPositionals: true,
  })
  const options = { release: values.release, madeElsewhere: values['made-elsewhere'] }
  const target = resolve(positionals[0] ?? join(root, 'build', 'packages'))
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`
  const packages = await packAll(target, options)
  for (const { name, file, size, unpackedSize } of packages) {
    console.log(`${name}: ${file}, ${megabytes(size)}, unpacked ${megabytes(unpackedSize)}`)
  }
  const { command, warning } = howToInstall(packages)
  console.log(`in your project: ${command}`)
  if (warning) console.error(`pack: warning: ${warning}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(`pack: ${error.message}`)
    process.exitCode = 1
  }
}

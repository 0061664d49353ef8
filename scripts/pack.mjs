// Packs what is published: the main package (JavaScript, types, docs) and the package of each platform whose
// binary has been made. The manifests are made of the one at the root: users get no scripts and no dependencies but
// the platform packages, which are not in the root's manifest because npm would look for them in a clone.
//
//   node scripts/pack.mjs [DIRECTORY]     default: build/packages
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { binaryOf, packageOf, platforms } from './prebuild/platforms.mjs'
import { output, SetupError } from './setup/run.mjs'
import { root } from './setup/stamps.mjs'

const kept = [
  ...[
    'name',
    'version',
    'description',
    'keywords',
    'license',
    'author',
    'homepage',
    'repository',
    'bugs',
  ],
  ...['type', 'main', 'types', 'exports', 'sideEffects', 'engines', 'publishConfig', 'files'],
]

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The manifest that is published. */
export function publishedManifest() {
  const manifest = readJson(join(root, 'package.json'))
  const entries = kept.filter((key) => key in manifest).map((key) => [key, manifest[key]])
  const optional = Object.values(platforms).map((platform) => {
    const { name, version } = readJson(join(packageOf(platform), 'package.json'))
    if (version !== manifest.version)
      throw new SetupError(`${name} has version ${version}, not ${manifest.version}`)
    return [name, version]
  })
  return { ...Object.fromEntries(entries), optionalDependencies: Object.fromEntries(optional) }
}

/** Lays out the main package below `directory`. */
function stageMain(directory) {
  const { files } = readJson(join(root, 'package.json'))
  for (const name of [...files.filter((name) => !name.startsWith('!')), 'README.md', 'LICENSE']) {
    cpSync(join(root, name), join(directory, name), { recursive: true })
  }
  writeFileSync(
    join(directory, 'package.json'),
    `${JSON.stringify(publishedManifest(), null, 2)}\n`,
  )
}

function pack(directory, target) {
  const text = output('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', target], {
    cwd: directory,
  })
  if (text === null) throw new SetupError(`npm pack failed in ${directory}`)
  const [{ name, filename, size, unpackedSize }] = JSON.parse(text)
  return { name, file: join(target, filename), size, unpackedSize }
}

/** Packs everything into `target`. Returns { name, file, size, unpackedSize } of each package, sizes in bytes. */
export function packAll(target) {
  rmSync(target, { recursive: true, force: true })
  const main = join(target, 'main')
  mkdirSync(main, { recursive: true })
  stageMain(main)
  const made = Object.values(platforms).filter((platform) => existsSync(binaryOf(platform)))
  const packages = [main, ...made.map(packageOf)].map((directory) => pack(directory, target))
  return packages
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = resolve(process.argv[2] ?? join(root, 'build', 'packages'))
  for (const { name, file, size, unpackedSize } of packAll(target)) {
    console.log(
      `${name}: ${file}, ${(size / 1e6).toFixed(2)} MB, unpacked ${(unpackedSize / 1e6).toFixed(2)} MB`,
    )
  }
}

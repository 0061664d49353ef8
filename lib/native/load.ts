import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What node-gyp-build exports: it picks the file that fits this platform, and says where it is. */
interface NodeGypBuild {
  resolve(directory: string): string
}

/** This file lies in a folder of lib/, and of dist/. */
const packageRoot = resolve(__dirname, '..', '..')

const buildHere = '`npm run build` in a clone, `npm rebuild libtorrent-napi` in a project'

/** Known causes, found in the text of the loader's error, and what to do about each. */
const advice: [cause: RegExp, what: string][] = [
  [
    /compiled against libtorrent/,
    'Versions of libtorrent 2.0 are not compatible with each other: build against the one that is ' +
      `installed (${buildHere}).`,
  ],
  [
    /libtorrent-rasterbar\S*: cannot open|Library not loaded: \S*libtorrent/,
    'The libtorrent-rasterbar library is not installed: `apt-get install libtorrent-rasterbar2.0`, ' +
      '`dnf install rb_libtorrent`, `pacman -S libtorrent-rasterbar` or ' +
      '`brew install libtorrent-rasterbar`. If it is, as another version, build against that: ' +
      `${buildHere}.`,
  ],
  [
    /cannot open shared object file|Library not loaded/,
    'A system library is missing: install the package that brings it.',
  ],
  [
    /undefined symbol|symbol not found|version `\S+' not found/i,
    `It was built against other versions of the system libraries: ${buildHere}.`,
  ],
  [
    /ELF|mach-o|file too short|not a valid Win32|Exec format/i,
    `It is damaged or was built for another platform: ${buildHere}.`,
  ],
]

function whatToDo(reason: string): string {
  const known = advice.find(([cause]) => cause.test(reason))
  return known?.[1] ?? `Build it: ${buildHere}.`
}

/** The addons that lie where node-gyp-build looks, for the error text. */
function contentsOf(directory: string): string {
  try {
    const found = readdirSync(directory).filter((name) => name.endsWith('.node'))
    return found.length > 0 ? found.join(', ') : 'holds no .node file'
  } catch {
    return 'does not exist'
  }
}

function failure(tried: string, cause: unknown): Error {
  const platform = `${process.platform}-${process.arch}`
  const places = [join(packageRoot, 'build', 'Release'), join(packageRoot, 'prebuilds', platform)]
  const reason = cause instanceof Error ? cause.message : String(cause)
  const lines = [
    `libtorrent-napi could not load its addon on ${platform}, Node.js ${process.versions.node}.`,
    `  ${tried}: ${reason.trim()}`,
    ...places.map((place) => `  looked in ${place}: ${contentsOf(place)}`),
    whatToDo(reason),
  ]
  return new Error(lines.join('\n'), { cause })
}

/**
 * Loads the native addon: a build in this package if there is one, a prebuilt binary otherwise.
 * @throws an Error that says what was tried, why it failed and what to do
 */
export function loadAddon(): unknown {
  let file: string
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an untyped CommonJS package
    file = (require('node-gyp-build') as NodeGypBuild).resolve(packageRoot)
  } catch (error) {
    throw failure('node-gyp-build', error)
  }
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only require loads addons
    return require(file) as unknown
  } catch (error) {
    throw failure(file, error)
  }
}

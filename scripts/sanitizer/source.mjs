// The source of libtorrent that is built with a sanitizer: Debian's, of the version that this system installs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aptGet } from '../setup/apt.mjs'
import { output, SetupError } from '../setup/run.mjs'
import { root } from '../setup/stamps.mjs'

const place = join(root, 'build', 'libtorrent-source')

/** The unpacked directory, or undefined. It exists only when apt-get has finished: dpkg-source renames it last. */
function unpacked() {
  if (!existsSync(place)) return undefined
  const name = readdirSync(place).find((name) => /^libtorrent-rasterbar-[\d.]+$/.test(name))
  return name && join(place, name)
}

/** Copies the system's lists of archives, with `deb-src` in place of `deb`, so that the system keeps its own. */
function writeSourceLists(directory) {
  mkdirSync(directory, { recursive: true })
  const system = '/etc/apt'
  const parts = readdirSync(join(system, 'sources.list.d')).map((name) =>
    join('sources.list.d', name),
  )
  for (const name of ['sources.list', ...parts]) {
    const file = join(system, name)
    if (!existsSync(file) || !/\.(list|sources)$/.test(name)) continue
    const text = readFileSync(file, 'utf8')
      .replace(/^Types:.*$/gm, 'Types: deb-src')
      .replace(/^deb(-src)?(?=\s)/gm, 'deb-src')
    writeFileSync(join(directory, name.replaceAll('/', '-')), text)
  }
}

/** The options of apt-get that make it use lists and a cache below `directory`, for which it needs no root. */
function privateApt(directory) {
  for (const name of ['lists/partial', 'cache/archives/partial', 'parts']) {
    mkdirSync(join(directory, name), { recursive: true })
  }
  writeSourceLists(join(directory, 'parts'))
  const settings = {
    'Dir::Etc::sourcelist': '/dev/null',
    'Dir::Etc::sourceparts': join(directory, 'parts'),
    'Dir::State::lists': join(directory, 'lists'),
    'Dir::Cache': join(directory, 'cache'),
    'APT::Sandbox::User': 'root', // the user _apt may not write here
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
}

/** Returns the directory of Debian's source package of libtorrent; downloads it the first time. */
export function debianSource() {
  const known = unpacked()
  if (known) return known
  if (output('apt-get', ['--version']) === null) {
    throw new SetupError('there is no apt-get to download libtorrent with: pass --libtorrent PATH')
  }
  const options = privateApt(join(place, 'apt'))
  aptGet([...options, 'update'])
  aptGet([...options, 'source', 'libtorrent-rasterbar'], { cwd: place })
  return unpacked()
}

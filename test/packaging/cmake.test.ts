// Which libraries the native build accepts, and how it refuses others. Nothing is compiled.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { tempDir } from '../helpers/files'

const root = resolve(__dirname, '..', '..')

/** A prefix with CMake packages of these versions, which bring nothing else. */
async function prefixOf(packages: Readonly<Record<string, string>>): Promise<string> {
  const prefix = await tempDir()
  for (const [name, version] of Object.entries(packages)) {
    const directory = join(prefix, 'lib', 'cmake', name)
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, `${name}Config.cmake`), '')
    const versions = `set(PACKAGE_VERSION ${version})\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\n`
    writeFileSync(join(directory, `${name}ConfigVersion.cmake`), versions)
  }
  return prefix
}

/** Configures the build with the packages of `prefix` only. Returns what CMake writes, on one line. */
async function configure(prefix: string, disabled: readonly string[] = []): Promise<string> {
  const { stdout, stderr } = spawnSync(
    'cmake',
    [
      ...['-S', root, '-B', await tempDir(), '-DCMAKE_JS_INC=/nowhere'],
      ...[`-DCMAKE_PREFIX_PATH=${prefix}`, '-DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF'],
      ...disabled.map((name) => `-DCMAKE_DISABLE_FIND_PACKAGE_${name}=ON`),
    ],
    { encoding: 'utf8', timeout: 60_000 },
  )
  return (stdout + stderr).replace(/\s+/g, ' ')
}

test.each(['2.0.7', '2.1.0', '2.1.2'])(
  'libtorrent %s is refused, with the reason',
  async (version) => {
    const prefix = await prefixOf({ Boost: '1.74.0', LibtorrentRasterbar: version })
    expect(await configure(prefix)).toContain(
      `libtorrent-rasterbar ${version} was found, and 2.0.8 or a newer 2.0.x is needed`,
    )
  },
)

test.each(['2.0.8', '2.0.14'])('libtorrent %s is accepted', async (version) => {
  const prefix = await prefixOf({ Boost: '1.74.0', LibtorrentRasterbar: version })
  const output = await configure(prefix)
  expect(output).toContain(`libtorrent ${version} from ${prefix}`)
  expect(output).not.toContain('is needed')
})

test('a missing Boost is named, with the packages to install', async () => {
  const prefix = await prefixOf({ LibtorrentRasterbar: '2.0.8' })
  const output = await configure(prefix, ['Boost'])
  expect(output).toContain('Boost was not found')
  expect(output).toContain('apt-get install libtorrent-rasterbar-dev libboost-dev')
})

test('a missing libtorrent is named, with the packages to install', async () => {
  const prefix = await prefixOf({ Boost: '1.74.0' })
  const output = await configure(prefix, ['LibtorrentRasterbar', 'PkgConfig'])
  expect(output).toContain('libtorrent-rasterbar was not found')
  expect(output).toContain('apt-get install libtorrent-rasterbar-dev libboost-dev')
})

test('another CMAKE_PREFIX_PATH is not ignored after the first build', async () => {
  const clone = await tempDir()
  for (const name of ['scripts', 'CMakeLists.txt', 'package.json']) {
    cpSync(join(root, name), join(clone, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  for (const version of ['2.0.8', '2.0.14']) {
    const prefix = await prefixOf({ Boost: '1.74.0', LibtorrentRasterbar: version })
    const env = { ...process.env, CMAKE_PREFIX_PATH: prefix }
    const args = ['scripts/build-native.mjs', '--configure-only']
    spawnSync(process.execPath, args, { cwd: clone, env, timeout: 60_000 })
    const cache = readFileSync(join(clone, 'build', 'cmake', 'CMakeCache.txt'), 'utf8')
    const found = /^LibtorrentRasterbar_DIR:PATH=(.*)$/m.exec(cache)?.[1]
    expect(found).toBe(join(prefix, 'lib', 'cmake', 'LibtorrentRasterbar'))
  }
})

// What `npm run build:all` says on a system that lacks all that a build needs: one command that installs it.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'
import { root, run } from './packed'

/** Runs the set-up where `manager` is the only command. Returns the end of its error output. */
async function setUpWith(manager: string, purpose = 'build'): Promise<string> {
  const path = await tempDir()
  const command = join(path, manager)
  writeFileSync(command, '#!/bin/sh\n')
  chmodSync(command, 0o755)
  const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs', '--for', purpose], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: path },
    timeout: 60_000,
  })
  expect(status).toBe(1)
  return stderr
}

const windows = process.platform === 'win32' ? 'its set-up names vcpkg only' : null

describeUnless(windows, 'a build without its requirements names what to install', () => {
  test.each([
    ['dnf', 'dnf install -y gcc-c++ make cmake pkgconf-pkg-config boost-devel rb_libtorrent-devel'],
    ['pacman', 'pacman -S --needed --noconfirm gcc make cmake pkgconf boost libtorrent-rasterbar'],
    ['apk', 'apk add g++ make cmake pkgconf boost-dev libtorrent-rasterbar-dev'],
    ['brew', 'xcode-select --install && brew install cmake pkgconf boost libtorrent-rasterbar'],
  ])('by %s', async (manager, expected) => {
    const output = await setUpWith(manager)
    expect(output).toContain('missing: C++ compiler, make, cmake, pkg-config, Boost headers')
    expect(output).toContain('libtorrent-rasterbar 2.0.8 or newer')
    expect(output.replace('sudo ', '')).toContain(`run this, then start again:\n  ${expected}`)
  })

  test('by hand what the system has no package for', async () => {
    const output = await setUpWith('apk', 'test')
    expect(output).toContain('install these by hand: clang-format, clang-tidy, ccache')
    expect(output).toContain('run this, then start again:\n  ')
  })

  test('by no package manager that is known', async () => {
    expect(await setUpWith('unknown')).toContain(
      'install these with the package manager of this system',
    )
  })
})

test('a libtorrent is found by the options that the build gives to CMake', async () => {
  const [prefix, path] = [await tempDir(), await tempDir()]
  const place = join(prefix, 'lib', 'cmake', 'LibtorrentRasterbar')
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'LibtorrentRasterbarConfig.cmake'), '')
  writeFileSync(
    join(place, 'LibtorrentRasterbarConfigVersion.cmake'),
    'set(PACKAGE_VERSION 2.0.77)\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\n',
  )
  writeFileSync(join(path, 'pkg-config'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const program = `
    import { purposes } from './scripts/setup/requirements.mjs'
    console.log(purposes.build.find(({ name }) => name === 'libtorrent-rasterbar').find())`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: {
      ...process.env,
      PATH: [path, process.env.PATH].join(delimiter),
      ADDON_CMAKE_OPTIONS: JSON.stringify({ CMAKE_PREFIX_PATH: prefix }),
    },
  })
  expect(stdout).toBe('2.0.77\n')
})

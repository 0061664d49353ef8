// How the commands of a clone get their addon, in a clone that holds no more than that needs.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'

const root = resolve(__dirname, '..', '..')
const run = promisify(execFile)
const isLinux = process.platform === 'linux'
const platform = `linux-${process.arch}-glibc`

/** A clone whose build fails, with the binary of a platform package. */
async function clone(binary: string): Promise<string> {
  const place = await tempDir()
  for (const name of ['scripts/setup', 'scripts/prebuild', `platforms/${platform}/package.json`]) {
    cpSync(join(root, name), join(place, name), { recursive: true })
  }
  cpSync(join(root, 'package.json'), join(place, 'package.json'))
  for (const name of ['CMakeLists.txt', 'package-lock.json', 'native/addon.cpp']) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), '')
  }
  writeFileSync(join(place, 'scripts/build-native.mjs'), "throw new Error('a build from source')")
  writeFileSync(join(place, 'platforms', platform, 'libtorrent_napi.node'), binary)
  await script(
    place,
    `const { prebuiltStamp } = await import('./scripts/setup/stamps.mjs')
    prebuiltStamp({ name: '${platform}' }).write(new Date())`,
  )
  return place
}

async function script(cwd: string, text: string, environment = {}): Promise<string> {
  const env = { ...process.env, LIBTORRENT_NAPI_BINARY: '', ...environment }
  const args = ['--input-type=module', '-e', text]
  return (await run(process.execPath, args, { cwd, env })).stdout
}

const prepare = `
  const { ensureNative, needsCompiler } = await import('./scripts/setup/native.mjs')
  console.log('needs a compiler:', needsCompiler())
  ensureNative()`

const builtIn = (place: string): string =>
  readFileSync(join(place, 'build', 'Release', 'libtorrent_napi.node'), 'utf8')

describeUnless(isLinux ? null : 'prebuilt binaries are for Linux', 'the addon of a clone', () => {
  test('is the prebuilt binary when that was made of the same sources', async () => {
    const place = await clone('prebuilt')
    expect(await script(place, prepare)).toContain('needs a compiler: false')
    expect(builtIn(place)).toBe('prebuilt')
  })

  test('is built when a source is newer than the prebuilt binary', async () => {
    const place = await clone('prebuilt')
    const future = new Date(Date.now() + 60_000)
    utimesSync(join(place, 'native', 'addon.cpp'), future, future)
    await expect(script(place, prepare)).rejects.toThrow('a build from source')
  })

  test('is at first the binary of the platform package that npm installed', async () => {
    const place = await clone('prebuilt')
    const future = new Date(Date.now() + 60_000)
    utimesSync(join(place, 'native', 'addon.cpp'), future, future)
    const installed = join(place, 'node_modules', '@libtorrent-napi', platform)
    mkdirSync(installed, { recursive: true })
    writeFileSync(join(installed, 'libtorrent_napi.node'), 'installed')
    writeFileSync(join(installed, 'package.json'), '{ "version": "0.0.0" }')
    await expect(script(place, prepare)).rejects.toThrow('a build from source')
    cpSync(join(place, 'package.json'), join(installed, 'package.json'))
    expect(await script(place, prepare)).toContain('needs a compiler: false')
    expect(builtIn(place)).toBe('installed')
    const later = new Date(Date.now() + 120_000)
    utimesSync(join(place, 'native', 'addon.cpp'), later, later)
    await expect(script(place, prepare)).rejects.toThrow('a build from source')
  })

  test('is not built when LIBTORRENT_NAPI_BINARY names a file', async () => {
    const place = await clone('prebuilt')
    const file = join(place, 'given.node')
    writeFileSync(file, 'given')
    const output = await script(place, prepare, { LIBTORRENT_NAPI_BINARY: file })
    expect(output).toContain('needs a compiler: false')
    expect(output).toContain(`the addon is ${file}`)
    expect(() => builtIn(place)).toThrow('ENOENT')
  })
})

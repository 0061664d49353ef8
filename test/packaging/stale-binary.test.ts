// Which binaries npm run prebuild leaves, and which of them npm run pack takes.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rejectionOf } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'
import { builtAddon, root, run } from './packed'

const platforms = readdirSync(join(root, 'platforms'))
const name = 'linux-arm64-glibc'
const again = `npm run prebuild -- --platform ${name}`

let clone: string

const binaryOf = (platform: string): string =>
  join(clone, 'platforms', platform, 'libtorrent_napi.node')
const stampOf = (platform: string): string => join(clone, 'build', `prebuilt-${platform}.stamp`)

/** A clone with a binary for each platform, made of Debian's libtorrent. */
beforeEach(async () => {
  clone = await tempDir()
  for (const part of ['bench/results.json', 'package.json', 'package-lock.json', 'scripts']) {
    cpSync(join(root, part), join(clone, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  for (const part of ['native', 'build']) mkdirSync(join(clone, part))
  for (const platform of platforms) {
    mkdirSync(join(clone, 'platforms', platform), { recursive: true })
    writeFileSync(binaryOf(platform), 'binary')
    writeFileSync(stampOf(platform), '')
  }
})

/** Returns the error output of a script that has to fail. */
async function failureOf(...args: string[]): Promise<string> {
  const attempt = run(process.execPath, args, { cwd: clone })
  return ((await rejectionOf(attempt)) as { stderr: string }).stderr
}

describe('npm run pack refuses', () => {
  const pack = join('scripts', 'pack.mjs')

  test('a binary whose sources have changed since', async () => {
    utimesSync(stampOf(name), 0, 0)
    const reason = `pack: the binary of ${name} is stale (native changed): ${again}\n`
    expect(await failureOf(pack)).toBe(reason)
    rmSync(stampOf('linux-x64-glibc'))
    expect(await failureOf(pack, '--made-elsewhere')).toBe(reason)
  })

  test('a binary without a record of its build', async () => {
    rmSync(stampOf(name))
    expect(await failureOf(pack)).toBe(
      `pack: nothing records how the binary of ${name} was made: ${again}, or --made-elsewhere if another machine made it\n`,
    )
  })

  test('a binary with a given libtorrent for a release', async () => {
    writeFileSync(stampOf(name), '/given/libtorrent')
    expect(await failureOf(pack, '--release')).toBe(
      `pack: the binary of ${name} has the libtorrent of /given/libtorrent: ${again}\n`,
    )
  })
})

const isLinux = process.platform === 'linux'

describeUnless(isLinux ? null : 'checks are for Linux', 'npm run prebuild leaves', () => {
  const put = (platform: string, built: string): string[] => [
    '--input-type=module',
    '-e',
    `import { platforms } from './scripts/prebuild/platforms.mjs'
    import { putBinary } from './scripts/prebuild/put.mjs'
    const record = { started: new Date(), libtorrent: '/given/libtorrent' }
    await putBinary(platforms['${platform}'], '${built}', record)`,
  ]

  test('no binary and no record when the new binary fails its checks', async () => {
    // The addon of a clone needs the libtorrent of the system or, when a binary was put in its place, has the
    // instructions of this processor.
    const other = `linux-${process.arch === 'x64' ? 'arm64' : 'x64'}-glibc`
    expect(await failureOf(...put(other, builtAddon))).toMatch(/ needs libtorrent| has no sha/)
    expect(existsSync(binaryOf(other))).toBe(false)
    expect(existsSync(stampOf(other))).toBe(false)
  })

  test('a binary that passes, with a record of its libtorrent', async () => {
    const built = join(clone, 'built.node')
    writeFileSync(built, 'new binary')
    // The binaries of macOS have no checks on Linux.
    await run(process.execPath, put('darwin-arm64', built), { cwd: clone })
    expect(readFileSync(binaryOf('darwin-arm64'), 'utf8')).toBe('new binary')
    expect(readFileSync(stampOf('darwin-arm64'), 'utf8')).toBe('/given/libtorrent')
    expect(readdirSync(join(clone, 'platforms', 'darwin-arm64'))).toHaveLength(1)
  })
})

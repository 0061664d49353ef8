// The package as npm packs it, in projects that use it.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import * as lt from '../../lib'
import { afterThisTest } from '../helpers/cleanup'
import { describeUnless } from '../helpers/missing'

const root = resolve(__dirname, '..', '..')
const run = promisify(execFile)
const waitLimit = 120_000
const builtAddon = join(root, 'build', 'Release', 'libtorrent_napi.node')

let project: string
let installed: string
let tarball: string

/** A project with the packed package in node_modules, as npm would install it. */
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  installed = join(project, 'node_modules', 'libtorrent-napi')
  const packages = join(project, 'packages')
  await run(process.execPath, ['scripts/pack.mjs', packages], { cwd: root, timeout: waitLimit })
  const name = readdirSync(packages).find((name) => /^libtorrent-napi-[\d.]+\.tgz$/.test(name))
  tarball = join(packages, name!)
  mkdirSync(installed, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  mkdirSync(join(project, 'node_modules', '@types'))
  for (const name of ['undici-types', '@types/node']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  }
}, waitLimit)

afterAll(() => rmSync(project, { recursive: true, force: true }))

async function node(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: project, timeout: waitLimit })
  return stdout.trim()
}

const printVersion = ['-p', "require('libtorrent-napi').version"]

/** Makes `place` a package that holds the addon of this clone, or `content` in its place. */
function putPlatformPackage(name: string, content?: string): void {
  const place = join(project, 'node_modules', '@libtorrent-napi', name)
  mkdirSync(place, { recursive: true })
  afterThisTest(() => rmSync(place, { recursive: true }))
  cpSync(join(root, 'platforms', 'linux-x64-glibc', 'package.json'), join(place, 'package.json'))
  const file = join(place, 'libtorrent_napi.node')
  if (content === undefined) cpSync(builtAddon, file)
  else writeFileSync(file, content)
}

const platformHere = `${process.platform}-${process.arch}-glibc`

describe('the main package', () => {
  test('holds JavaScript, types and documents only', async () => {
    const { stdout } = await run('tar', ['-tzf', tarball])
    const files = stdout.trim().split('\n')
    const wanted =
      /^package\/(dist\/.*\.(js|d\.ts)|docs\/.*\.(md|png|svg)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/
    expect(files.filter((name) => !wanted.test(name))).toStrictEqual([])
    expect(statSync(tarball).size).toBeLessThan(400_000)
  })

  test('has no scripts, and no dependencies but on packages of platforms that have a binary', () => {
    const text = readFileSync(join(installed, 'package.json'), 'utf8')
    const manifest = JSON.parse(text) as Record<string, unknown>
    const made = readdirSync(join(root, 'platforms')).filter((name) =>
      existsSync(join(root, 'platforms', name, 'libtorrent_napi.node')),
    )
    const entries = made.map((name) => [`@libtorrent-napi/${name}`, manifest.version])
    expect(manifest.optionalDependencies).toStrictEqual(Object.fromEntries(entries))
    for (const key of ['scripts', 'dependencies', 'devDependencies', 'workspaces', 'binary']) {
      expect(manifest).not.toHaveProperty(key)
    }
  })
})

describe('the sub-paths', () => {
  test('constants has flags and names without an addon', async () => {
    const program = "require('libtorrent-napi/constants')"
    const { torrentFlags, alertTypes, settingsMetadata } = lt
    expect(JSON.parse(await node('-p', `JSON.stringify(${program})`))).toMatchObject({
      torrentFlags,
      alertTypes,
      settingsMetadata,
    })
  })

  test('bencode and dht have what the package has under the same names', async () => {
    putPlatformPackage(platformHere)
    const program = `
      import * as lt from 'libtorrent-napi'
      import * as bencode from 'libtorrent-napi/bencode'
      import * as dht from 'libtorrent-napi/dht'
      const functions = Object.entries({ ...bencode, ...dht }).filter(
        ([, value]) => typeof value === 'function',
      )
      console.log(JSON.stringify(functions.map(([name, value]) => [name, lt[name] === value])))`
    const functions = JSON.parse(await node('--input-type=module', '-e', program)) as unknown
    expect(functions).toContainEqual(['bencode', true])
    expect(functions).toContainEqual(['ed25519Sign', true])
    expect(functions).not.toContainEqual([expect.anything(), false])
  })
})

describe('manifests of a release', () => {
  type Manifest = Record<string, unknown>

  async function manifests(): Promise<{ main: Manifest; ofPlatforms: Manifest[] }> {
    const program = `
      import { mainManifest, platformManifest } from './scripts/pack.mjs'
      import { platforms } from './scripts/prebuild/platforms.mjs'
      const all = Object.values(platforms)
      console.log(JSON.stringify({ main: mainManifest(all), ofPlatforms: all.map(platformManifest) }))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
    })
    return JSON.parse(stdout) as { main: Manifest; ofPlatforms: Manifest[] }
  }

  test('name every package in platforms/, of the same version', async () => {
    const { main, ofPlatforms } = await manifests()
    const names = readdirSync(join(root, 'platforms')).map((name) => `@libtorrent-napi/${name}`)
    expect(ofPlatforms.map(({ name }) => name).sort()).toStrictEqual(names.sort())
    const entries = ofPlatforms.map(({ name, version }) => [name, version])
    expect(main.optionalDependencies).toStrictEqual(Object.fromEntries(entries))
    expect(ofPlatforms.map(({ version }) => version)).toStrictEqual(names.map(() => main.version))
  })

  test('say on which systems a platform package can be installed, and where its source is', async () => {
    const { main, ofPlatforms } = await manifests()
    for (const manifest of ofPlatforms) {
      const [os, cpu, libc] = String(manifest.name).replace(/^.*\//, '').split('-')
      expect(manifest).toMatchObject({ os: [os], cpu: [cpu], libc: [libc], engines: main.engines })
      expect(manifest).toMatchObject({ publishConfig: { access: 'public', provenance: true } })
      expect(manifest).toMatchObject({ repository: main.repository, main: 'libtorrent_napi.node' })
      expect(manifest).not.toHaveProperty('scripts')
    }
  })
})

describe('the loader', () => {
  test('says for which platform it found nothing, where it looked and what to do', async () => {
    const attempt = node(...printVersion)
    await expect(attempt).rejects.toThrow(`on ${process.platform}-${process.arch}, glibc `)
    await expect(attempt).rejects.toThrow('build/Release/libtorrent_napi.node: not built')
    await expect(attempt).rejects.toThrow(`@libtorrent-napi/${platformHere}: not installed`)
    await expect(attempt).rejects.toThrow('install again without `--omit=optional`')
  })

  test('takes the package of the platform', async () => {
    putPlatformPackage(platformHere)
    expect(await node(...printVersion)).toBe(lt.version)
  })

  test('takes the package for the other libc when that for glibc can not be loaded', async () => {
    putPlatformPackage(platformHere, 'damaged')
    putPlatformPackage(`${process.platform}-${process.arch}-musl`)
    expect(await node(...printVersion)).toBe(lt.version)
  })

  test('prefers a build to the package of the platform', async () => {
    putPlatformPackage(platformHere, 'damaged')
    const place = join(installed, 'build', 'Release')
    mkdirSync(place, { recursive: true })
    afterThisTest(() => rmSync(join(installed, 'build'), { recursive: true }))
    cpSync(builtAddon, join(place, 'libtorrent_napi.node'))
    expect(await node(...printVersion)).toBe(lt.version)
  })

  test('names the file that can not be loaded, and why', async () => {
    putPlatformPackage(platformHere, 'damaged')
    const attempt = node(...printVersion)
    await expect(attempt).rejects.toThrow(`@libtorrent-napi/${platformHere}: `)
    await expect(attempt).rejects.toThrow('It is damaged or was built for another platform')
  })

  describe('with LIBTORRENT_NAPI_BINARY', () => {
    const withBinary = async (file: string): Promise<string> => {
      const env = { ...process.env, LIBTORRENT_NAPI_BINARY: file }
      const how = { cwd: project, timeout: waitLimit, env }
      return (await run(process.execPath, printVersion, how)).stdout.trim()
    }

    test('takes that file before all others', async () => {
      putPlatformPackage(platformHere, 'damaged')
      expect(await withBinary(builtAddon)).toBe(lt.version)
    })

    test('takes no other file when that is absent', async () => {
      putPlatformPackage(platformHere)
      const attempt = withBinary('nowhere.node')
      await expect(attempt).rejects.toThrow('LIBTORRENT_NAPI_BINARY=nowhere.node: there is no such')
    })
  })

  test('asks to be external when a bundler has copied it', async () => {
    const bundle = join(project, 'bundle')
    mkdirSync(bundle)
    cpSync(join(installed, 'dist'), join(bundle, 'dist'), { recursive: true })
    const attempt = node('-e', "require('./bundle/dist/index.js')")
    await expect(attempt).rejects.toThrow('mark libtorrent-napi as external')
  })
})

const prebuilt = join(root, 'platforms', platformHere, 'libtorrent_napi.node')
const unbuilt = existsSync(prebuilt) ? null : 'npm run prebuild has not made the binary'

describeUnless(unbuilt, 'installed with the binary of its platform package', () => {
  test('has record factories and constants for the libtorrent in the binary', async () => {
    const program = `
      const bundle = require('fs').readFileSync('node_modules/libtorrent-napi/dist/index.js', 'utf8')
      const addon = require(process.env.LIBTORRENT_NAPI_BINARY)
      const { alertTypes } = require('libtorrent-napi')
      const ids = Object.values(JSON.parse(addon.schema()).alerts).map(({ id }) => id)
      const known = new Set(Object.values(alertTypes).map(({ id }) => id))
      console.log(bundle.includes(addon.schemaHash), ids.every((id) => known.has(id)))`
    const env = { ...process.env, LIBTORRENT_NAPI_BINARY: prebuilt }
    const { stdout } = await run(process.execPath, ['-e', program], { cwd: project, env })
    expect(stdout.trim()).toBe('true true')
  })
})

describe('installed with its platform package', () => {
  beforeEach(() => putPlatformPackage(platformHere))

  test('has what lib/ has, under the same names', async () => {
    const program = `
      const names = Object.entries(require('libtorrent-napi'))
      JSON.stringify(names.map(([key, value]) => [key, typeof value === 'function' ? value.name : '']))`
    const names = JSON.parse(await node('-p', program)) as [string, string][]
    const expected = Object.entries(lt).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'function' ? value.name : '',
    ])
    expect(names.sort()).toStrictEqual(expected.sort())
  })

  test('is imported by name', async () => {
    const names = 'Session, TorrentInfo, LibtorrentError, alertCategory, settingsMetadata, version'
    const program = `import { ${names} } from 'libtorrent-napi'
      console.log([${names}].includes(undefined), version)`
    expect(await node('--input-type=module', '-e', program)).toBe(`false ${lt.version}`)
  })

  test('is imported whole', async () => {
    const program = `import * as lt from 'libtorrent-napi'
      import cjs from 'libtorrent-napi'
      console.log(Object.keys(cjs).filter((name) => lt[name] !== cjs[name]).join())`
    expect(await node('--input-type=module', '-e', program)).toBe('')
  })
})

describe('its types are sound, themselves included, for', () => {
  const consumer = `import { Session, type Alert } from 'libtorrent-napi'
    export async function run(): Promise<string | undefined> {
      const session = new Session({ settings: { enable_dht: false } })
      session.on('torrent_finished', ({ handle }) => handle.pause())
      const alert: Alert = await session.waitFor('listen_succeeded')
      return alert.type === 'listen_succeeded' ? alert.address : undefined
    }\n`

  test.each([
    ['an ES module of Node', 'consumer.mts', 'node16', 'node16'],
    ['a CommonJS module of Node', 'consumer.cts', 'node16', 'node16'],
    ['a bundler', 'bundled.ts', 'esnext', 'bundler'],
  ])(
    '%s',
    async (_, file, module, moduleResolution) => {
      writeFileSync(join(project, file), consumer)
      const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
      const strict = [
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        'false',
        '--exactOptionalPropertyTypes',
      ]
      const target = ['--target', 'es2023', '--lib', 'es2023,esnext.disposable', '--types', 'node']
      const how = ['--module', module, '--moduleResolution', moduleResolution]
      expect(await node(tsc, ...strict, ...target, ...how, file)).toBe('')
    },
    waitLimit,
  )
})

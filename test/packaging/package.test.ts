// The packages as npm packs them: what they hold, and what a project gets of them.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from '../../lib'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'
import { makeProject, platformHere, prebuilt, root, run, waitLimit, type Project } from './packed'

let project: Project

beforeAll(async () => {
  project = await makeProject()
}, waitLimit)

afterAll(() => project.remove())

/** Runs a program of node_modules, which fails when it finds something. */
const lint = (program: string, ...args: string[]): Promise<string> =>
  project.node(join(root, 'node_modules', program), ...args)

describe('the main package', () => {
  test('holds JavaScript, types and documents only', async () => {
    const { stdout } = await run('tar', ['-tzf', project.tarball])
    const files = stdout.trim().split('\n')
    const wanted =
      /^package\/(dist\/.*\.(js|d\.ts)|docs\/.*\.(md|png|svg)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/
    expect(files.filter((name) => !wanted.test(name))).toStrictEqual([])
    expect(statSync(project.tarball).size).toBeLessThan(400_000)
  })

  test('has no scripts, and no dependencies but on packages of platforms that have a binary', () => {
    const text = readFileSync(join(project.installed, 'package.json'), 'utf8')
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

  test('gives publint nothing to correct', async () => {
    expect(await lint('publint/src/cli.js', 'run', project.tarball, '--strict')).toContain(
      'All good',
    )
  })

  test('has types that attw resolves for Node.js and bundlers', async () => {
    const attw = '@arethetypeswrong/cli/dist/index.js'
    expect(await lint(attw, project.tarball, '--profile', 'node16', '--quiet')).toBe('')
  })
})

describe('the sub-paths', () => {
  test('constants has flags and names without an addon', async () => {
    const program = "require('libtorrent-napi/constants')"
    const { torrentFlags, alertTypes } = lt
    const constants = JSON.parse(
      await project.node('-p', `JSON.stringify(${program})`),
    ) as typeof lt
    expect(constants).toMatchObject({ torrentFlags, alertTypes })
    // Some defaults name the version of libtorrent.
    const names = Object.keys(lt.settingsMetadata)
    expect(Object.keys(constants.settingsMetadata)).toEqual(expect.arrayContaining(names))
  })

  test('bencode and dht have what the package has under the same names', async () => {
    project.putPlatformPackage(platformHere)
    const program = `
      import * as lt from 'libtorrent-napi'
      import * as bencode from 'libtorrent-napi/bencode'
      import * as dht from 'libtorrent-napi/dht'
      const functions = Object.entries({ ...bencode, ...dht }).filter(
        ([, value]) => typeof value === 'function',
      )
      console.log(JSON.stringify(functions.map(([name, value]) => [name, lt[name] === value])))`
    const functions = JSON.parse(
      await project.node('--input-type=module', '-e', program),
    ) as unknown
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
      expect(manifest).toMatchObject({ os: [os], cpu: [cpu], engines: main.engines })
      expect(manifest.libc).toStrictEqual(libc && [libc])
      expect(manifest).toMatchObject({ publishConfig: { access: 'public', provenance: true } })
      expect(manifest).toMatchObject({ repository: main.repository, main: 'libtorrent_napi.node' })
      expect(manifest).not.toHaveProperty('scripts')
    }
  })

  test('give publint nothing to correct in those of platforms', async () => {
    const { ofPlatforms } = await manifests()
    for (const manifest of ofPlatforms) {
      const place = await tempDir()
      writeFileSync(join(place, 'package.json'), JSON.stringify(manifest))
      writeFileSync(join(place, String(manifest.main)), '')
      writeFileSync(join(place, 'THIRD-PARTY-NOTICES'), '')
      const found = await lint('publint/src/cli.js', 'run', place, '--strict', '--pack', 'false')
      expect(found).toContain('All good')
    }
  })
})

describe('the command to install packed packages', () => {
  const packages = ['', '-linux-x64-glibc', '-linux-arm64-glibc'].map((suffix) => ({
    name: suffix ? suffix.replace('-', '@libtorrent-napi/') : 'libtorrent-napi',
    file: `/packed here/libtorrent-napi${suffix}-1.0.0.tgz`,
  }))

  async function howToInstall(platform: string): Promise<{ command: string; warning: unknown }> {
    const program = `
      import { howToInstall } from './scripts/pack.mjs'
      import { platforms } from './scripts/prebuild/platforms.mjs'
      console.log(JSON.stringify(howToInstall(${JSON.stringify(packages)}, platforms['${platform}'])))`
    const args = ['--input-type=module', '-e', program]
    const { stdout } = await run(process.execPath, args, { cwd: root })
    return JSON.parse(stdout) as { command: string; warning: unknown }
  }

  test('names no package of another platform', async () => {
    expect(await howToInstall('linux-x64-glibc')).toStrictEqual({
      command:
        'npm install "/packed here/libtorrent-napi-1.0.0.tgz" "/packed here/libtorrent-napi-linux-x64-glibc-1.0.0.tgz"',
      warning: null,
    })
  })

  test('comes with a warning where no binary has been made', async () => {
    expect(await howToInstall('darwin-arm64')).toStrictEqual({
      command: 'npm install "/packed here/libtorrent-napi-1.0.0.tgz"',
      warning: expect.stringContaining('there is no binary for this machine') as unknown,
    })
  })
})

const unbuilt = existsSync(prebuilt) ? null : 'npm run prebuild has not made the binary'

describeUnless(unbuilt, 'installed with the binary of its platform package', () => {
  test('has record factories and constants for the libtorrent in the binary', async () => {
    const program = `
      const { alertTypes } = require('libtorrent-napi/constants') // which never asks the addon
      const bundle = require('fs').readFileSync('node_modules/libtorrent-napi/dist/index.js', 'utf8')
      const addon = require(process.env.LIBTORRENT_NAPI_BINARY)
      const { alerts } = JSON.parse(addon.schema())
      console.log(
        bundle.includes(addon.schemaHash),
        Object.keys(alertTypes).sort().join() === Object.keys(alerts).sort().join(),
      )`
    expect(await project.nodeWith(prebuilt, '-e', program)).toBe('true true')
  })
})

describe('installed with its platform package', () => {
  beforeEach(() => project.putPlatformPackage(platformHere))

  test('has what lib/ has, under the same names', async () => {
    const program = `
      const names = Object.entries(require('libtorrent-napi'))
      JSON.stringify(names.map(([key, value]) => [key, typeof value === 'function' ? value.name : '']))`
    const names = JSON.parse(await project.node('-p', program)) as [string, string][]
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
    expect(await project.node('--input-type=module', '-e', program)).toBe(`false ${lt.version}`)
  })

  test('is imported whole', async () => {
    const program = `import * as lt from 'libtorrent-napi'
      import cjs from 'libtorrent-napi'
      console.log(Object.keys(cjs).filter((name) => lt[name] !== cjs[name]).join())`
    expect(await project.node('--input-type=module', '-e', program)).toBe('')
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
      writeFileSync(join(project.directory, file), consumer)
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
      expect(await project.node(tsc, ...strict, ...target, ...how, file)).toBe('')
    },
    waitLimit,
  )
})

describe('the scripts of a clone', () => {
  // npm runs `prex` before and `postx` after every `npm run x`.
  test('run when they are named, and not before or after another', () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8')
    const { scripts } = JSON.parse(text) as { scripts: Record<string, string> }
    const names = Object.keys(scripts)
    const hooks = names.flatMap((name) => [`pre${name}`, `post${name}`])
    expect(names.filter((name) => hooks.includes(name))).toStrictEqual([])
  })

  // node-gyp begins by deleting build/, which holds more than the addon.
  test('are not preceded by node-gyp when npm installs the packages of the clone', async () => {
    const clone = await tempDir()
    const text = readFileSync(join(root, 'package.json'), 'utf8')
    const { name, version, gypfile } = JSON.parse(text) as Record<string, unknown>
    writeFileSync(join(clone, 'package.json'), JSON.stringify({ name, version, gypfile }))
    copyFileSync(join(root, 'binding.gyp'), join(clone, 'binding.gyp'))
    mkdirSync(join(clone, 'build'))
    await run('npm', ['install', '--offline', '--no-audit'], { cwd: clone })
    expect(existsSync(join(clone, 'build'))).toBe(true)
  })
})

// The package as npm packs it, in projects that use it.
import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { version } from '../../lib'

const root = resolve(__dirname, '..', '..')
const run = promisify(execFile)
const patience = 120_000

let project: string
let installed: string

/** A project with the packed package in node_modules, and with what the package depends on. */
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  installed = join(project, 'node_modules', 'libtorrent-napi')
  mkdirSync(join(project, 'node_modules', '@types'), { recursive: true })
  const pack = ['pack', '--ignore-scripts', '--pack-destination', project]
  await run('npm', pack, { cwd: root, timeout: patience })
  const [tarball] = readdirSync(project).filter((name) => name.endsWith('.tgz'))
  await run('tar', ['-xzf', tarball!], { cwd: project })
  cpSync(join(project, 'package'), installed, { recursive: true })
  for (const name of ['node-gyp-build', 'undici-types', '@types/node']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  }
}, patience)

afterAll(() => rmSync(project, { recursive: true, force: true }))

async function node(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: project, timeout: patience })
  return stdout.trim()
}

test('says what to do when it finds no addon', async () => {
  const attempt = node('-e', "require('libtorrent-napi')")
  await expect(attempt).rejects.toThrow('Build it: ')
  await expect(attempt).rejects.toThrow(/looked in .*prebuilds.*: does not exist/)
})

describe('with a prebuilt addon and nothing built', () => {
  beforeAll(() => {
    const place = join(installed, 'prebuilds', `${process.platform}-${process.arch}`)
    mkdirSync(place, { recursive: true })
    const built = join(root, 'build', 'Release', 'libtorrent_napi.node')
    cpSync(built, join(place, 'libtorrent-napi.node'))
  })

  test('is required', async () => {
    expect(await node('-p', "require('libtorrent-napi').version")).toBe(version)
  })

  test('is imported by name', async () => {
    const names = 'Session, TorrentInfo, LibtorrentError, alertCategory, settingsMetadata, version'
    const program = `import { ${names} } from 'libtorrent-napi'
      console.log([${names}].includes(undefined), version)`
    expect(await node('--input-type=module', '-e', program)).toBe(`false ${version}`)
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
    patience,
  )
})

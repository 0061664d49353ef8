// The set-up in a clone that holds no more than that needs.
import { execFile, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { utimesSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { rejectionOf } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'

const root = resolve(__dirname, '..', '..')
const run = promisify(execFile)

/** A clone whose only package, for development, lies in it. */
async function clone(): Promise<string> {
  const place = await tempDir()
  for (const name of ['scripts/setup', 'scripts/setup.mjs', 'scripts/prebuild']) {
    cpSync(join(root, name), join(place, name), { recursive: true })
  }
  const devDependencies = { typescript: 'file:typescript' }
  const packages = {
    '': { devDependencies },
    'node_modules/typescript': { resolved: 'typescript', link: true },
    typescript: { version: '1.0.0', dev: true },
  }
  const files = {
    'typescript/package.json': { version: '1.0.0' },
    'package.json': { devDependencies },
    'package-lock.json': { lockfileVersion: 3, requires: true, packages },
  }
  mkdirSync(join(place, 'typescript'))
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(place, name), JSON.stringify(content))
  }
  return place
}

async function script(cwd: string, text: string, environment = {}): Promise<string> {
  const env = { ...process.env, npm_config_offline: 'true', ...environment }
  const args = ['--input-type=module', '-e', text]
  return (await run(process.execPath, args, { cwd, env })).stdout
}

describe('with NODE_ENV=production', () => {
  test('the packages for development are installed', async () => {
    const place = await clone()
    await script(
      place,
      `const { installPackages } = await import('./scripts/setup/apart.mjs')
      installPackages(process.cwd())`,
      { NODE_ENV: 'production' },
    )
    expect(existsSync(join(place, 'node_modules', 'typescript'))).toBe(true)
  })

  test('packages that npm installed without those for development are stale', async () => {
    const place = await clone()
    mkdirSync(join(place, 'node_modules'))
    writeFileSync(join(place, 'node_modules', '.package-lock.json'), '{}')
    const reason = await script(
      place,
      `const { modulesStaleBecause } = await import('./scripts/setup/stamps.mjs')
      console.log(modulesStaleBecause())`,
    )
    expect(reason).toBe('node_modules lacks the packages for development\n')
  })
})

test('an addon is stale for another CMAKE_PREFIX_PATH, and when the libtorrent in it changed', async () => {
  const place = await clone()
  const addon = join(place, 'build', 'Release', 'libtorrent_napi.node')
  mkdirSync(dirname(addon), { recursive: true })
  writeFileSync(addon, '')
  const prefix = await tempDir()
  const config = join(prefix, 'lib', 'cmake', 'LibtorrentRasterbar')
  mkdirSync(config, { recursive: true })
  const reasons = await script(
    place,
    `import { utimesSync } from 'node:fs'
    const stamp = async () =>
      (await import('./scripts/setup/stamps.mjs?' + process.env.CMAKE_PREFIX_PATH)).nativeStamp
    ;(await stamp()).write(new Date())
    process.env.CMAKE_PREFIX_PATH = '${prefix}'
    console.log((await stamp()).staleBecause())
    ;(await stamp()).write(new Date())
    console.log((await stamp()).staleBecause())
    utimesSync('${config}', 4e9, 4e9)
    console.log((await stamp()).staleBecause())`,
    { CMAKE_PREFIX_PATH: '' },
  )
  const [forAnother, afterBuild, afterUpgrade] = reasons.split('\n')
  expect(forAnother).toContain(`with CMAKE_PREFIX_PATH=${prefix}`)
  expect(afterBuild).toBe('null')
  expect(afterUpgrade).toContain('LibtorrentRasterbar changed')
})

const noLock = existsSync('/usr/bin/flock') ? null : 'there is no flock(1)'

describeUnless(noLock, 'two set-ups of a clone at once', () => {
  test('run npm one after the other', async () => {
    const place = await clone()
    const [log, go] = [join(place, 'log'), join(place, 'go')]
    const npm = `#!/bin/sh\necho began >> '${log}'\nuntil [ -e '${go}' ]; do sleep 0.1; done\nexit 1\n`
    writeFileSync(join(place, 'npm'), npm, { mode: 0o755 })
    const env = { ...process.env, PATH: `${place}:${process.env.PATH}` }
    const start = () => {
      const child = spawn(process.execPath, ['scripts/setup.mjs', '--for', 'packages'], {
        cwd: place,
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      return { child, ended: once(child, 'close') }
    }
    const first = start()
    expect(String((await once(first.child.stdout, 'data'))[0])).toContain('node_modules is absent')
    const second = start()
    expect(String((await once(second.child.stdout, 'data'))[0])).toBe(
      'setup: waiting for another set-up\n',
    )
    writeFileSync(go, '')
    await Promise.all([first.ended, second.ended])
    expect(readFileSync(log, 'utf8')).toBe('began\nbegan\n')
  })
})

const noRoot = process.getuid?.() === 0 ? null : 'only root can give a clone to another user'

describeUnless(noRoot, 'with sudo in the clone of a user', () => {
  test('a set-up makes nothing, and says what to run first', async () => {
    const place = await clone()
    chownSync(place, 1000, 1000)
    const env = { ...process.env, SUDO_UID: '1000' }
    const args = ['scripts/setup.mjs', '--for', 'packages']
    const { stderr } = (await rejectionOf(run(process.execPath, args, { cwd: place, env }))) as {
      stderr: string
    }
    expect(stderr).toContain('run this first:\n  node scripts/setup.mjs --for packages\n')
    expect(existsSync(join(place, 'node_modules'))).toBe(false)
  })

  test('what only npm run test:install needs is to be set up first', async () => {
    const place = await clone()
    const files = [
      ...['node_modules/.package-lock.json', 'node_modules/typescript/package.json'],
      ...['.', 'experiment', 'bench', 'test/model'].map((name) => `${name}/dist/.tsbuildinfo`),
      ...['build/typescript.stamp', 'test/install/package-lock.json'],
    ]
    for (const file of files) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), '')
    }
    const future = new Date(Date.now() + 60_000)
    utimesSync(join(place, 'build/typescript.stamp'), future, future)
    chownSync(place, 1000, 1000)
    const setUp = async (purpose: string) =>
      run(process.execPath, ['scripts/setup.mjs', '--for', purpose], {
        cwd: place,
        env: { ...process.env, SUDO_UID: '1000' },
      })
    expect((await setUp('packages')).stdout).toContain('ready for packages')
    await expect(setUp('test:install')).rejects.toThrow(
      'run this first:\n  node scripts/setup.mjs --for test:install\n',
    )
  })
})

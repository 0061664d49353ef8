// The set-up in a clone that holds no more than that needs.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { tempDir } from '../helpers/files'

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

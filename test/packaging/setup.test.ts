// The set-up in a clone that holds no more than that needs.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { tempDir } from '../helpers/files'

const root = resolve(__dirname, '..', '..')
const run = promisify(execFile)

/** A clone whose only package, for development, lies in it. Its lock file is that of npm. */
async function clone(): Promise<string> {
  const place = await tempDir()
  for (const name of ['scripts/setup', 'scripts/setup.mjs', 'scripts/prebuild']) {
    cpSync(join(root, name), join(place, name), { recursive: true })
  }
  mkdirSync(join(place, 'typescript'))
  writeFileSync(join(place, 'typescript', 'package.json'), '{ "version": "1.0.0" }')
  const devDependencies = { typescript: 'file:typescript' }
  writeFileSync(join(place, 'package.json'), JSON.stringify({ devDependencies }))
  await run('npm', ['install', '--package-lock-only', '--offline'], { cwd: place })
  return place
}

async function script(cwd: string, text: string): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'production', npm_config_offline: 'true' }
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

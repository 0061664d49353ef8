// The packages of a clone in which the binary of this platform has been made, and what npm makes of them.
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from '../../lib'
import { tempDir } from '../helpers/files'
import { builtAddon, platformHere, root, run, waitLimit } from './packed'

/** A clone in which `npm run prebuild` has made the binary of this platform: here it is the addon of this clone. */
async function cloneWithBinary(): Promise<string> {
  const clone = await tempDir()
  const platform = join('platforms', platformHere)
  const parts = [
    ...['CHANGELOG.md', 'LICENSE', 'README.md', 'bench/results.json', 'dist', 'docs', 'lib'],
    ...['package.json', 'package-lock.json', 'scripts', join(platform, 'package.json')],
  ]
  for (const part of parts) cpSync(join(root, part), join(clone, part), { recursive: true })
  for (const part of ['build', 'native']) mkdirSync(join(clone, part))
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  cpSync(builtAddon, join(clone, platform, 'libtorrent_napi.node'))
  writeFileSync(join(clone, platform, 'THIRD-PARTY-NOTICES'), 'licences')
  const stamp = join(clone, 'build', `prebuilt-${platformHere}.stamp`)
  writeFileSync(stamp, '')
  utimesSync(stamp, 4e9, 4e9)
  return clone
}

test(
  'the packages of a clone with a binary are two, which npm installs without scripts and others',
  async () => {
    const packages = join(await tempDir(), 'packages')
    await run(process.execPath, ['scripts/pack.mjs', packages], { cwd: await cloneWithBinary() })
    const tarballs = readdirSync(packages).filter((name) => name.endsWith('.tgz'))
    const ofPlatform = tarballs.find((name) => name.includes(platformHere))!
    const { stdout } = await run('tar', ['-tzf', join(packages, ofPlatform)])
    expect(stdout.trim().split('\n').sort()).toStrictEqual([
      'package/THIRD-PARTY-NOTICES',
      'package/libtorrent_napi.node',
      'package/package.json',
    ])
    const place = await tempDir()
    writeFileSync(join(place, 'package.json'), '{}')
    const files = tarballs.map((name) => join(packages, name))
    const options = ['--offline', '--ignore-scripts', '--no-audit']
    await run('npm', ['install', ...options, ...files], { cwd: place })
    const lock = readFileSync(join(place, 'package-lock.json'), 'utf8')
    const installed = Object.keys((JSON.parse(lock) as { packages: object }).packages)
    const names = ['libtorrent-napi', `@libtorrent-napi/${platformHere}`]
    expect(installed.sort()).toStrictEqual(
      ['', ...names.map((name) => `node_modules/${name}`)].sort(),
    )
    const env = { ...process.env, LIBTORRENT_NAPI_BINARY: '' }
    const program = ['-p', "require('libtorrent-napi').version"]
    const loaded = await run(process.execPath, program, { cwd: place, env })
    expect(loaded.stdout.trim()).toBe(lt.version)
  },
  waitLimit,
)

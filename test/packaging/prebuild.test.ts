// How npm run prebuild finds the sources of a binary.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tempDir } from '../helpers/files'
import { root, run } from './packed'

/** Evaluates a call of a script below scripts/prebuild, which is an ES module. */
async function evaluate(file: string, call: string, environment = {}): Promise<unknown> {
  const module = pathToFileURL(join(root, 'scripts', 'prebuild', file)).href
  const program = `const script = await import('${module}'); console.log(JSON.stringify(script.${call}))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, DEBIAN_SECURITY_MIRROR: '', ...environment },
  })
  return JSON.parse(stdout)
}

describe('the mirror of Debian', () => {
  test('is DEBIAN_MIRROR, without a slash at its end', async () => {
    const environment = { DEBIAN_MIRROR: 'http://mirror.test/debian/' }
    expect(await evaluate('mirror.mjs', 'mirror()', environment)).toBe('http://mirror.test/debian')
  })

  test('of security updates is DEBIAN_SECURITY_MIRROR when that is not empty', async () => {
    const address = 'http://mirror.test/security'
    const environment = { DEBIAN_SECURITY_MIRROR: `${address}/`, DEBIAN_MIRROR: '' }
    expect(await evaluate('mirror.mjs', 'securityMirror()', environment)).toBe(address)
  })
})

test.each([
  ['E: Failed to fetch http://mirror.test/x.dsc  404  Not Found [IP: 192.0.2.1 80]', true],
  ["E: Failed to fetch http://mirror.test/404  Could not resolve 'mirror.test'", false],
  ['E: You do not have enough free space in /var/cache/apt/archives/.', false],
])('a version is not on the mirror after %j: %p', async (line, expected) => {
  const log = JSON.stringify(`Reading package lists...\n${line}\nE: Failed to fetch some archives.`)
  expect(await evaluate('chroot.mjs', `isNotOnMirror(${log})`)).toBe(expected)
})

test('a given tree has changed when a file deep in it has', async () => {
  const tree = await tempDir()
  const file = join(tree, 'src', 'session.cpp')
  mkdirSync(join(tree, 'src'))
  writeFileSync(file, '')
  const future = new Date('2100-01-01')
  utimesSync(file, future, future)
  const call = `lastChangeIn(${JSON.stringify(tree)})`
  expect(await evaluate('libtorrent.mjs', call)).toBe(future.toISOString())
})

// The packages as npm packs them, the main one installed in a project.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterThisTest } from '../helpers/cleanup'

export const root = resolve(__dirname, '..', '..')
export const run = promisify(execFile)
export const waitLimit = 120_000
export const platformHere = [
  process.platform,
  process.arch,
  ...(process.platform === 'linux' ? ['glibc'] : []),
].join('-')
export const builtAddon = join(root, 'build', 'Release', 'libtorrent_napi.node')
export const prebuilt = join(root, 'platforms', platformHere, 'libtorrent_napi.node')

export interface Project {
  readonly directory: string
  /** The package in node_modules. */
  readonly installed: string
  /** Of the main package. */
  readonly tarball: string
  /** Runs Node.js in the project. Returns what it prints. */
  node(...args: string[]): Promise<string>
  /** The same, with the file that LIBTORRENT_NAPI_BINARY names. */
  nodeWith(binary: string, ...args: string[]): Promise<string>
  /** Makes `@libtorrent-napi/NAME`, for a test: with the addon of this clone, or with `content` in its place. */
  putPlatformPackage(name: string, content?: string): void
  remove(): void
}

/** Makes a project with the packed package in node_modules, as npm would install it. */
export async function makeProject(): Promise<Project> {
  const directory = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
  const modules = join(directory, 'node_modules')
  const installed = join(modules, 'libtorrent-napi')
  const packages = join(directory, 'packages')
  await run(process.execPath, ['scripts/pack.mjs', packages], { cwd: root, timeout: waitLimit })
  const name = readdirSync(packages).find((name) => /^libtorrent-napi-[\d.]+\.tgz$/.test(name))
  const tarball = join(packages, name!)
  mkdirSync(installed, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  mkdirSync(join(modules, '@types'))
  for (const name of ['undici-types', '@types/node']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
  const nodeWith = async (binary: string, ...args: string[]): Promise<string> => {
    const env = { ...process.env, LIBTORRENT_NAPI_BINARY: binary }
    const how = { cwd: directory, timeout: waitLimit, env }
    return (await run(process.execPath, args, how)).stdout.trim()
  }
  return {
    directory,
    installed,
    tarball,
    node: (...args) => nodeWith('', ...args),
    nodeWith,
    putPlatformPackage: (name, content) =>
      putPackage(join(modules, '@libtorrent-napi', name), content),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

function putPackage(place: string, content?: string): void {
  mkdirSync(place, { recursive: true })
  afterThisTest(() => rmSync(place, { recursive: true }))
  cpSync(join(root, 'platforms', 'linux-x64-glibc', 'package.json'), join(place, 'package.json'))
  const file = join(place, 'libtorrent_napi.node')
  if (content === undefined) cpSync(builtAddon, file)
  else writeFileSync(file, content)
}

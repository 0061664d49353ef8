// Installs the package by each package manager into an empty project: one entry each.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { tools } from './registry.mjs'

const node = join(tools, 'node-24', 'bin', 'node')
const script = (...path) => [node, join(tools, ...path)]
const npm = ['install', 'libtorrent-napi', '--no-audit', '--no-fund']

/** Files of the project that name the registry, the command, and how it runs a program. */
const managers = [
  { name: 'npm-11', command: script('npm-11', 'bin', 'npm-cli.js'), args: npm },
  { name: 'npm-12', command: script('npm-12', 'bin', 'npm-cli.js'), args: npm },
  {
    name: 'pnpm-12',
    command: [join(tools, '@pnpm', 'exe.linux-x64', 'pnpm')],
    args: ['add', 'libtorrent-napi'],
  },
  ...['node-modules', 'pnp'].map((nodeLinker) => ({
    name: `yarn-4 (${nodeLinker})`,
    command: script('@yarnpkg', 'cli-dist', 'bin', 'yarn.js'),
    args: ['add', 'libtorrent-napi'],
    files: (url) => ({
      'yarn.lock': '',
      '.yarnrc.yml': `nodeLinker: ${nodeLinker}\nnpmRegistryServer: '${url}'\nunsafeHttpWhitelist: ['127.0.0.1']\nenableGlobalCache: false\nenableTelemetry: false\n`,
    }),
    runs: nodeLinker === 'pnp' ? ['-r', './.pnp.cjs'] : [],
  })),
  {
    name: 'bun',
    command: [join(tools, 'bun', 'bin', 'bun')],
    args: ['add', 'libtorrent-napi'],
    files: (url) => ({ 'bunfig.toml': `[install]\nregistry = "${url}"\ncache = false\n` }),
  },
]

function run([command, ...first], args, cwd) {
  const env = { ...process.env, HOME: cwd, XDG_CACHE_HOME: join(cwd, '.cache'), CI: '1' }
  return spawnSync(command, [...first, ...args], { cwd, env, encoding: 'utf8', timeout: 120_000 })
}

/** Packages that lie in a project, from what a lock file or the directory shows. */
function countIn(project) {
  const modules = join(project, 'node_modules')
  const names = statSync(modules, { throwIfNoEntry: false }) ? readdirSync(modules) : []
  const inScope = (name) => (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1)
  const shown = names.filter((name) => !name.startsWith('.'))
  return shown.length === 0 ? 'in archives' : shown.reduce((sum, name) => sum + inScope(name), 0)
}

/** Returns { name, count, seconds, loads } of each; `loads` is 'yes' or what went wrong. */
export function installEverywhere(directory, url) {
  return managers.map(({ name, command, args, files = () => ({}), runs = [] }) => {
    const project = join(directory, name.replace(/\W+/g, '-').replace(/-$/, ''))
    mkdirSync(project, { recursive: true })
    const all = {
      'package.json': '{ "name": "empty", "private": true }',
      '.npmrc': `registry=${url}/\n`,
      ...files(url),
    }
    for (const [file, content] of Object.entries(all)) writeFileSync(join(project, file), content)
    const started = performance.now()
    const installed = run(command, args, project)
    const seconds = (performance.now() - started) / 1000
    const program = "const { version } = require('libtorrent-napi'); process.stdout.write(version)"
    const loaded = run([node, ...runs], ['-e', program], project)
    const loads =
      loaded.status === 0 ? 'yes' : `failed: ${installed.stderr}${installed.stdout}${loaded.stderr}`
    return {
      name,
      count: countIn(project),
      seconds,
      loads: loads.trim().replaceAll('\n', ' ').slice(0, 600),
    }
  })
}

// Installs the package by each package manager into an empty project: one entry each.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
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
    command: [join(tools, 'pnpm', 'pnpm')],
    args: ['add', 'libtorrent-napi'],
  },
  ...['node-modules', 'pnp'].map((nodeLinker) => ({
    name: `yarn-4 (${nodeLinker})`,
    command: script('@yarnpkg', 'cli-dist', 'bin', 'yarn.js'),
    args: ['add', 'libtorrent-napi'],
    files: (url) => ({
      'yarn.lock': '',
      '.yarnrc.yml': `nodeLinker: ${nodeLinker}\nnpmRegistryServer: '${url}'\nunsafeHttpWhitelist: ['127.0.0.1']\nenableGlobalCache: false\nenableTelemetry: false\nnpmMinimalAgeGate: 0\n`,
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

/** Directories in which a manager keeps one entry per package, the most specific first. */
const stores = ['.yarn/cache', 'node_modules/.pnpm', 'node_modules']

/** Returns the number of packages in a project. */
function countIn(project) {
  const store = stores.map((name) => join(project, name)).find((path) => existsSync(path))
  if (!store) return 0
  const names = readdirSync(store).filter((name) => !/^(\..*|node_modules|lock\.yaml)$/.test(name))
  const isScope = (name) => /^@[^+.]+$/.test(name)
  return names.flatMap((name) => (isScope(name) ? readdirSync(join(store, name)) : [name])).length
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

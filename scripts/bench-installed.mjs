// Lays out build/bench/installed for the trials: the packages as npm installs them, and the programs of bench/ beside
// them. Where no current binary has been made for this platform, the package has the addon of the clone.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { platformManifest, stageMain, stagePlatform } from './pack.mjs'
import { platformHere } from './prebuild/platforms.mjs'
import { prebuiltStamp, root } from './setup/stamps.mjs'

const directory = join(root, 'build', 'bench', 'installed')
const modules = join(directory, 'node_modules')
const main = join(modules, 'libtorrent-napi')
const here = platformHere()
const hasBinary = here !== undefined && prebuiltStamp(here).staleBecause() === null

rmSync(directory, { recursive: true, force: true })
await stageMain(main, hasBinary ? [here] : [])
if (hasBinary) {
  stagePlatform(join(modules, platformManifest(here).name), here)
} else {
  mkdirSync(join(main, 'build'))
  symlinkSync(join(root, 'build', 'Release'), join(main, 'build', 'Release'), 'junction')
}
// Without a package of its own, the directory would be a part of the clone's, whose name Node.js resolves to the clone.
writeFileSync(join(directory, 'package.json'), '{ "private": true }\n')
cpSync(join(root, 'bench', 'dist', 'programs'), join(directory, 'programs'), { recursive: true })

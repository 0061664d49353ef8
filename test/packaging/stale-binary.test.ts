// npm run pack takes no binary that is older than its sources.
import { cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rejectionOf } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { root, run } from './packed'

const name = 'linux-arm64-glibc'

test('refuses to pack the binary of a platform whose sources have changed since', async () => {
  const clone = await tempDir()
  for (const part of [
    'bench/results.json',
    'package.json',
    'package-lock.json',
    'platforms',
    'scripts',
  ])
    cpSync(join(root, part), join(clone, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  for (const part of ['native', 'build']) mkdirSync(join(clone, part))
  writeFileSync(join(clone, 'platforms', name, 'libtorrent_napi.node'), '')
  const stamp = join(clone, 'build', `prebuilt-${name}.stamp`)
  writeFileSync(stamp, '')
  utimesSync(stamp, 0, 0)
  const { stderr } = (await rejectionOf(
    run(process.execPath, [join(clone, 'scripts', 'pack.mjs')]),
  )) as { stderr: string }
  expect(stderr).toBe(
    `pack: the binary of ${name} is stale (native changed): npm run prebuild -- --platform ${name}\n`,
  )
})

// What a binary of a platform package needs and exports, as `npm run prebuild` checks it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describeUnless } from '../helpers/missing'
import { prebuilt, root, run } from './packed'

/** The checks are ES modules, which tests are not. */
async function faultsOf(check: 'linkFaults' | 'typeFaults', file: string): Promise<string[]> {
  const module = pathToFileURL(join(root, 'scripts', 'prebuild', 'check.mjs')).href
  const program = `
    import { ${check} } from '${module}'
    console.log(JSON.stringify(await ${check}(${JSON.stringify(file)})))`
  const args = ['--input-type=module', '-e', program]
  return JSON.parse((await run(process.execPath, args)).stdout) as string[]
}

const isLinux = process.platform === 'linux'

describeUnless(isLinux ? null : 'nm and readelf are for Linux', 'the checks of a binary', () => {
  test('name what the program of Node.js lacks, exports and needs', async () => {
    const faults = await faultsOf('linkFaults', process.execPath)
    expect(faults.join()).toMatch(
      /^does not export napi_register_module_v1, node_api_\w+,exports .* \(\d+\),needs libstdc\+\+\.so\.6.*has \d+ bytes, more than/,
    )
  })
})

const platforms = readdirSync(join(root, 'platforms')).filter((name) => name.startsWith('linux'))

describe.each(platforms)('the prebuilt binary of %s', (name) => {
  const directory = join(root, 'platforms', name)
  const file = join(directory, 'libtorrent_napi.node')
  const unbuilt = existsSync(file) ? null : 'npm run prebuild has not made it'

  describeUnless(unbuilt, 'is a file that', () => {
    test('exports Node-API only, and needs glibc 2.31 only', async () => {
      expect(await faultsOf('linkFaults', file)).toStrictEqual([])
    })

    test('is packed in 5 MB, with the licences of its parts', () => {
      const notices = readFileSync(join(directory, 'THIRD-PARTY-NOTICES'))
      const bytes = gzipSync(readFileSync(file)).length + gzipSync(notices).length
      expect(bytes).toBeLessThan(5e6)
      expect(notices.toString()).toMatch(
        /libtorrent-rasterbar 2\.0\..*OpenSSL 3\..*Boost 1\..*libstdc\+\+ and libgcc/s,
      )
    })

    // Only the binary of this platform can be loaded; the others are made of the same sources.
    if (file !== prebuilt) return
    test('has what the committed types declare of its libtorrent, and no more', async () => {
      expect(await faultsOf('typeFaults', file)).toStrictEqual([])
    })
  })
})

// How the published package finds its addon, what it says when there is none, and what bundlers make of it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import * as lt from '../../lib'
import { afterThisTest } from '../helpers/cleanup'
import { tempDir } from '../helpers/files'
import { builtAddon, makeProject, platformHere, root, waitLimit, type Project } from './packed'

let project: Project

beforeAll(async () => {
  project = await makeProject()
}, waitLimit)

afterAll(() => project.remove())

const printVersion = ['-p', "require('libtorrent-napi').version"]

describe('the loader', () => {
  test('says for which platform it found nothing, where it looked and what to do', async () => {
    const attempt = project.node(...printVersion)
    await expect(attempt).rejects.toThrow(`on ${process.platform}-${process.arch}, glibc `)
    await expect(attempt).rejects.toThrow('build/Release/libtorrent_napi.node: not built')
    await expect(attempt).rejects.toThrow(`@libtorrent-napi/${platformHere}: not installed`)
    await expect(attempt).rejects.toThrow('install again without `--omit=optional`')
  })

  test('takes the package of the platform', async () => {
    project.putPlatformPackage(platformHere)
    expect(await project.node(...printVersion)).toBe(lt.version)
  })

  test('takes the package for the other libc when that for glibc can not be loaded', async () => {
    project.putPlatformPackage(platformHere, 'damaged')
    project.putPlatformPackage(`${process.platform}-${process.arch}-musl`)
    expect(await project.node(...printVersion)).toBe(lt.version)
  })

  test('prefers a build to the package of the platform', async () => {
    project.putPlatformPackage(platformHere, 'damaged')
    const place = join(project.installed, 'build', 'Release')
    mkdirSync(place, { recursive: true })
    afterThisTest(() => rmSync(join(project.installed, 'build'), { recursive: true }))
    cpSync(builtAddon, join(place, 'libtorrent_napi.node'))
    expect(await project.node(...printVersion)).toBe(lt.version)
  })

  test('names the file that can not be loaded, and why', async () => {
    project.putPlatformPackage(platformHere, 'damaged')
    const attempt = project.node(...printVersion)
    await expect(attempt).rejects.toThrow(`@libtorrent-napi/${platformHere}: `)
    await expect(attempt).rejects.toThrow('It is damaged or was built for another platform')
  })

  describe('with LIBTORRENT_NAPI_BINARY', () => {
    const withBinary = (file: string) => project.nodeWith(file, ...printVersion)

    test('takes that file before all others', async () => {
      project.putPlatformPackage(platformHere, 'damaged')
      expect(await withBinary(builtAddon)).toBe(lt.version)
    })

    test('refuses that of another version of the package', async () => {
      const main = join(project.installed, 'dist', 'index.js')
      const text = readFileSync(main, 'utf8')
      afterThisTest(() => writeFileSync(main, text))
      const versions = /PACKAGE_VERSION ?= ?"[^"]+"/g
      expect(text.match(versions)).toHaveLength(1)
      writeFileSync(main, text.replace(versions, 'PACKAGE_VERSION = "999.0.0"'))
      const attempt = withBinary(builtAddon)
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        version: string
      }
      await expect(attempt).rejects.toThrow(
        `LIBTORRENT_NAPI_BINARY=${builtAddon}: it belongs to another version of libtorrent-napi ` +
          `(${version}; this is 999.0.0)\nBuild it again from the same version`,
      )
    })

    test('takes no other file when that is absent', async () => {
      project.putPlatformPackage(platformHere)
      const attempt = withBinary('nowhere.node')
      await expect(attempt).rejects.toThrow(
        'LIBTORRENT_NAPI_BINARY=nowhere.node: there is no such file\nLet LIBTORRENT_NAPI_BINARY name',
      )
    })

    // The texts are those of the loaders of glibc, musl, macOS and Windows.
    test.each([
      [
        'libtorrent-rasterbar.so.2.0: cannot open shared object file: No such file or directory',
        'The libtorrent-rasterbar library is not installed',
      ],
      [
        'Error loading shared library libtorrent-rasterbar.so.2.0: No such file or directory (needed by x.node)',
        '`apk add libtorrent-rasterbar`',
      ],
      [
        'Library not loaded: /opt/homebrew/opt/libtorrent-rasterbar/lib/libtorrent-rasterbar.2.0.dylib',
        '`brew install libtorrent-rasterbar`',
      ],
      ['libssl.so.3: cannot open shared object file', 'A system library is missing'],
      [
        'Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by x.node)',
        'A system library is missing',
      ],
      ['The specified module could not be found.', 'A system library is missing'],
      ['undefined symbol: _ZN10libtorrent7versionEv', 'other versions of the system libraries'],
      [
        'Error relocating x.node: _ZN10libtorrent7versionEv: symbol not found',
        'other versions of the system libraries',
      ],
      ["libc.so.6: version `GLIBC_2.38' not found", 'other versions of the system libraries'],
      ['x.node is not a valid Win32 application.', 'was built for another platform'],
    ])('says what to do about %p', async (reason, advice) => {
      const file = join(await tempDir(), 'fails.cjs')
      writeFileSync(file, `throw new Error(${JSON.stringify(reason)})`)
      await expect(withBinary(file)).rejects.toThrow(advice)
    })
  })
})

describe('in a bundle', () => {
  const program = "import { version } from 'libtorrent-napi'\nconsole.log(version)\n"

  /** ES modules that Node.js runs need the usual replacement for `require`; `__dirname` stays absent. */
  const forms = {
    cjs: {},
    esm: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  }

  /** Bundles a program that imports the package. Returns a function that runs the bundle in a directory. */
  async function bundle(
    format: keyof typeof forms,
    external: string[] = [],
  ): Promise<(directory: string, binary?: string) => Promise<string>> {
    const { outputFiles, warnings } = await build({
      stdin: { contents: program, resolveDir: project.directory },
      bundle: true,
      write: false,
      platform: 'node',
      format,
      external,
      banner: forms[format],
    })
    expect(warnings).toStrictEqual([])
    return (directory, binary = '') => {
      const file = join(directory, format === 'esm' ? 'bundle.mjs' : 'bundle.cjs')
      writeFileSync(file, outputFiles[0]!.contents)
      afterThisTest(() => rmSync(file))
      return project.nodeWith(binary, file)
    }
  }

  test.each(['cjs', 'esm'] as const)('of %s, is loaded when it is external', async (format) => {
    project.putPlatformPackage(platformHere)
    const runIn = await bundle(format, ['libtorrent-napi'])
    expect(await runIn(project.directory)).toBe(lt.version)
  })

  test.each(['cjs', 'esm'] as const)('of %s, asks to be external', async (format) => {
    const runIn = await bundle(format)
    await expect(runIn(await tempDir())).rejects.toThrow('mark libtorrent-napi as external')
  })

  test('of cjs, takes the package of the platform where one is beside the bundle', async () => {
    project.putPlatformPackage(platformHere)
    const runIn = await bundle('cjs')
    const place = join(project.directory, 'out')
    mkdirSync(place)
    afterThisTest(() => rmSync(place, { recursive: true }))
    expect(await runIn(place)).toBe(lt.version)
  })

  test('takes the file that LIBTORRENT_NAPI_BINARY names', async () => {
    const runIn = await bundle('esm')
    expect(await runIn(await tempDir(), builtAddon)).toBe(lt.version)
  })

  test('has no `require` of a path, which webpack would replace', () => {
    const text = readFileSync(join(project.installed, 'dist', 'index.js'), 'utf8')
    const required = [...text.matchAll(/\brequire\(([^)]*)\)/g)].map((match) => match[1]!)
    expect(required.filter((name) => !/^"(node:[\w/]+)"$/.test(name))).toStrictEqual([])
  })
})

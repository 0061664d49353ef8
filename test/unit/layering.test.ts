// Which folder may refer to which, in native/ and in lib/. docs/architecture.md describes the layers.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(__dirname, '..', '..')

function filesUnder(directory: string, pattern: RegExp): string[] {
  return readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]!)

describe('native', () => {
  const layers = ['node', 'convert', 'tables', 'guards', 'classes', 'addon.cpp']
  const layerOf = (path: string): number => layers.indexOf(path.split('/')[0]!)
  const sources = filesUnder('native', /\.(h|cpp|inc)$/)

  test('lies in layers', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter((path) => layerOf(relative('native', path)) < 0)).toStrictEqual([])
  })

  test('includes no file of a layer above', () => {
    const backwards = sources.flatMap((source) =>
      matches(read(source), /^#include "([^"]+)"/gm)
        .filter((included) => layerOf(included) > layerOf(relative('native', source)))
        .map((included) => `${source} includes ${included}`),
    )
    expect(backwards).toStrictEqual([])
  })

  test('includes its own files by their path under native/', () => {
    const known = new Set(sources.map((source) => relative('native', source)))
    const unknown = sources.flatMap((source) =>
      matches(read(source), /^#include "([^"]+)"/gm)
        .filter((included) => !known.has(included))
        .map((included) => `${source} includes ${included}`),
    )
    expect(unknown).toStrictEqual([])
  })

  test('has a folder node/ that does not include libtorrent', () => {
    const knowing = sources.filter(
      (path) => path.startsWith('native/node/') && /#include <libtorrent|\blt::/.test(read(path)),
    )
    expect(knowing).toStrictEqual([])
  })

  test('includes napi.h in one place', () => {
    const including = sources.filter((path) => read(path).includes('#include <napi.h>'))
    expect(including).toStrictEqual(['native/node/napi.h'])
  })
})

describe('lib', () => {
  const sources = filesUnder('lib', /\.ts$/)

  // From the bottom up. Folders of one layer do not refer to each other.
  const layers = [
    ['support'],
    ['generated'],
    ['native'],
    ['alerts'],
    ['metainfo', 'torrent', 'dht'],
    ['session'],
    ['transfer', 'http'],
    ['hooks.ts'],
    ['index.ts'],
    ['entries'],
  ]
  const folderOf = (source: string): string => relative('lib', source).split('/')[0]!
  const layerOf = (source: string): number =>
    layers.findIndex((layer) => layer.includes(folderOf(source)))

  function imports(source: string, pattern: RegExp): string[] {
    const directory = resolve(root, source, '..')
    return matches(read(source), pattern).map((to) =>
      relative(root, resolve(directory, `${to}.ts`)),
    )
  }

  /** The files whose values a file needs when it is run. */
  const needs = (source: string): string[] =>
    imports(source, /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'(\.[^']+)'/gm)

  /** The files whose values or types a file names. */
  const names = (source: string): string[] =>
    imports(source, /^(?:import|export)\s+(?:[^'"]*?\sfrom\s+)?'(\.[^']+)'/gm)

  test('lies in layers, but for types.ts', () => {
    expect(sources.filter((source) => layerOf(source) < 0)).toStrictEqual(['lib/types.ts'])
  })

  test('refers to layers below only, in values and types; to those above through types.ts', () => {
    const allowed = (from: string, to: string): boolean =>
      to === 'lib/types.ts' || folderOf(from) === folderOf(to) || layerOf(to) < layerOf(from)
    const upwards = sources
      .filter((source) => source !== 'lib/types.ts')
      .flatMap((from) =>
        names(from)
          .filter((to) => !allowed(from, to))
          .map((to) => `${from} names ${to}`),
      )
    expect(upwards).toStrictEqual([])
  })

  test('has types.ts without values', () => {
    expect(needs('lib/types.ts')).toStrictEqual([])
  })

  test('loads the raw addon in native/binding.ts only', () => {
    const users = sources.filter((source) => needs(source).includes('lib/native/load.ts'))
    expect(users).toStrictEqual(['lib/native/binding.ts'])
    const requiring = sources.filter((source) => /\brequire\(|\.node\b/.test(read(source)))
    expect(requiring).toStrictEqual(['lib/native/load.ts'])
  })

  test('initializes the addon in hooks.ts only', () => {
    const initializing = sources.filter((source) => read(source).includes('addon.initialize('))
    expect(initializing).toStrictEqual(['lib/hooks.ts'])
  })

  test('has generated files that depend on nothing at run time', () => {
    const generated = sources.filter((source) => source.startsWith('lib/generated/'))
    expect(generated.length).toBeGreaterThan(4)
    for (const source of generated) expect([source, needs(source)]).toStrictEqual([source, []])
  })

  test('has no cycles', () => {
    const inCycle = (start: string): boolean => {
      const seen = new Set<string>()
      const waiting = needs(start)
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        if (next === start) return true
        if (!seen.has(next)) waiting.push(...needs(next))
        seen.add(next)
      }
      return false
    }
    expect(sources.filter(inCycle)).toStrictEqual([])
  })
})

// Who may include whom: native runtime <- marshal <- tables <- objects <- addon.cpp, and in lib only
// addon.ts and runtime.ts see what addon.ts loads.
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
  const layers = ['runtime', 'marshal', 'tables', 'objects', 'addon.cpp']
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

  test('has a runtime that knows nothing of libtorrent', () => {
    const knowing = sources.filter(
      (path) =>
        path.startsWith('native/runtime/') && /#include <libtorrent|\blt::/.test(read(path)),
    )
    expect(knowing).toStrictEqual([])
  })

  test('includes napi.h in one place', () => {
    const including = sources.filter((path) => read(path).includes('#include <napi.h>'))
    expect(including).toStrictEqual(['native/runtime/napi.h'])
  })
})

describe('lib', () => {
  const sources = filesUnder('lib', /\.ts$/)

  /** What a file needs when it is run, as paths below the root. */
  function needs(source: string): string[] {
    const statements = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'(\.[^']+)'/gm
    const directory = resolve(root, source, '..')
    return matches(read(source), statements).map((to) =>
      relative(root, resolve(directory, `${to}.ts`)),
    )
  }

  test('loads the raw addon in addon.ts only', () => {
    const users = sources.filter((source) => needs(source).includes('lib/load.ts'))
    expect(users).toStrictEqual(['lib/addon.ts'])
    const requiring = sources.filter((source) => /\brequire\(|\.node\b/.test(read(source)))
    expect(requiring).toStrictEqual(['lib/load.ts'])
  })

  test('initializes the addon in runtime.ts only', () => {
    const initializing = sources.filter((source) => read(source).includes('addon.initialize('))
    expect(initializing).toStrictEqual(['lib/runtime.ts'])
  })

  test.each(['lib/errors.ts', 'lib/bitfield.ts', 'lib/promises.ts'])(
    '%s depends on nothing',
    (source) => {
      expect(needs(source)).toStrictEqual([])
    },
  )

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

// The types of lib/generated are those that the compiler deduced, and they cover libtorrent.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as lt from '../../../lib'
import { addon } from '../../../lib/native/binding'
import { factories } from '../../../lib/generated/factories'
import { PINNED_VERSION, SCHEMA_HASH } from '../../../lib/generated/tables'
import { factoriesFromSchema, parseSchema } from '../../../lib/native/version-compat'
import { thrownBy } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { openSession } from '../../helpers/sessions'

interface Method {
  readonly name: string
}
interface Schema {
  readonly alerts: Record<string, { id: number; category: number; cpp: string; fields: Method[] }>
  readonly settings: Record<string, { type: string; default: unknown }>
  readonly methods: Record<string, Method[]>
  readonly metrics: string[]
}

const root = resolve(__dirname, '..', '..', '..')
const schema = JSON.parse(addon.schema()) as Schema
const isPinned = addon.version() === PINNED_VERSION

interface Generated {
  readonly files: Record<string, string>
  /** Files of types that this addon would change. */
  readonly staleTypes: string[]
  /** Members of this addon's libtorrent that no table accounts for. */
  readonly missing: string[]
  /** Lines of the tables about members that libtorrent hasn't got. */
  readonly stale: string[]
}

/** The generator is made of ES modules, which tests are not. */
function runGenerator(): Generated {
  const url = (path: string): string => pathToFileURL(join(root, 'scripts', path)).href
  const program = `
    import { generate, staleTypes } from '${url('generate.mjs')}'
    import { withNewer } from '${url('generate/newer.mjs')}'
    import { missingMembers, staleLines } from '${url('generate/coverage.mjs')}'
    import { json } from 'node:stream/consumers'
    // Prettier opens process.stdin, which makes its descriptor non-blocking: readFileSync(0) could give EAGAIN.
    const own = await json(process.stdin)
    process.stdout.write(JSON.stringify({
      files: await generate(own),
      staleTypes: await staleTypes(own),
      missing: missingMembers(own),
      stale: staleLines(withNewer(own)),
    }))`
  const identity = { hash: addon.schemaHash, version: addon.version() }
  const input = JSON.stringify({ ...(JSON.parse(addon.schema()) as object), ...identity })
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    { encoding: 'utf8', input, timeout: 60_000, maxBuffer: 2 ** 26 },
  )
  if (stderr !== '') throw new Error(stderr)
  return JSON.parse(stdout) as Generated
}

const generated = runGenerator()

describe('what is generated', () => {
  test('generated files are those that the tables make', () => {
    const { files } = generated
    const here = readdirSync(join(root, 'lib', 'generated')).map((name) => `lib/generated/${name}`)
    expect(Object.keys(files)).toEqual(expect.arrayContaining(here))
    if (!isPinned) return // defaults and the order of fields depend on the version
    const stale = Object.keys(files).filter(
      (path) => readFileSync(join(root, path), 'utf8') !== files[path],
    )
    expect(stale).toStrictEqual([]) // otherwise: npm run generate
  })

  test('types are the same for every libtorrent that is supported', () => {
    expect(generated.staleTypes).toStrictEqual([]) // otherwise: docs/architecture.md, newer versions of libtorrent
  })

  test('carries the hash of the tables of the addon', () => {
    expect(addon.schemaHash).toMatch(/^[0-9a-f]{40}$/)
    if (isPinned) expect(SCHEMA_HASH).toBe(addon.schemaHash)
  })

  test('can be replaced by factories that are made at run time', () => {
    const made = factoriesFromSchema(parseSchema(addon.schema()))
    if (!isPinned)
      return expect(Object.keys(made)).toEqual(expect.arrayContaining(Object.keys(factories)))
    expect(Object.keys(made).sort()).toStrictEqual(Object.keys(factories).sort())
    for (const [name, factory] of Object.entries(factories)) {
      const values = Array.from({ length: 400 }, (_, i) => i)
      expect([name, made[name]!.width]).toStrictEqual([name, factory.width])
      expect([name, made[name]!.make(values, 2)]).toStrictEqual([name, factory.make(values, 2)])
    }
  })
})

// Numbers of alerts that libtorrent keeps for programs of the 1.x days, and of none at all.
const gone: Record<number, string> = {
  0: 'the base class torrent_alert',
  1: 'the base class peer_alert',
  2: 'the base class tracker_alert',
  3: 'torrent_added: add_torrent says the same',
  57: 'stats: state_update and session_stats have taken its place',
  59: 'anonymous_mode: no longer posted',
  63: 'rss: removed',
  69: 'mmap_cache: no longer posted',
  71: 'torrent_update: no longer posted',
  72: 'rss_item: removed',
}

describe('coverage of libtorrent', () => {
  test('every public member is bound, or left out for a reason', () => {
    expect(generated.missing).toStrictEqual([])
  })

  test('no line of the tables is about a member that libtorrent has not got', () => {
    expect(generated.stale).toStrictEqual([])
  })

  test('every alert that libtorrent can post is bound', () => {
    const session = openSession()
    const native = session as unknown as { _listenTo: (id: number, on: boolean) => void }
    const { message } = thrownBy(() => native._listenTo(1e6, true)) as Error
    const highest = Number(/from 0 to (\d+)/.exec(message)?.[1])
    expect(highest).toBeGreaterThanOrEqual(99)
    const bound = new Set(Object.values(schema.alerts).map(({ id }) => id))
    const ids = Array.from({ length: highest + 1 }, (_, id) => id)
    expect(ids.filter((id) => !bound.has(id) && !(id in gone))).toStrictEqual([])
    expect(ids.filter((id) => bound.has(id) && id in gone)).toStrictEqual([])
  })

  test('every alert of the tables has a type', () => {
    expect(Object.keys(lt.alertTypes).sort()).toStrictEqual(Object.keys(schema.alerts).sort())
    for (const [name, { id, category }] of Object.entries(schema.alerts)) {
      expect(lt.alertTypes[name as lt.AlertType]).toMatchObject({ id, category })
    }
  })

  test('every setting that libtorrent has is typed or was given up', () => {
    expect(Object.keys(lt.settingsMetadata).sort()).toStrictEqual(
      Object.keys(schema.settings).sort(),
    )
    const table = readFileSync(join(root, 'native', 'tables', 'unbound.inc'), 'utf8')
    const deprecated = [...table.matchAll(/^SETTING\((\w+)\)$/gm)].map(([, name]) => name!)
    expect(deprecated.filter((name) => name in lt.settingsMetadata)).toStrictEqual([])
    expect(new Set(deprecated).size).toBe(deprecated.length)
    // Debian's 2.0.8 counts 249 names, old ones included
    if (addon.version().startsWith('2.0.8.')) {
      expect(deprecated.length + Object.keys(lt.settingsMetadata).length).toBe(249)
    }
  })

  test('every metric is one of the session statistics', () => {
    const names = lt.sessionStatsMetrics().map(({ name }) => name)
    expect(names.sort()).toStrictEqual([...schema.metrics].sort())
    for (const { name, valueIndex, type } of lt.sessionStatsMetrics()) {
      expect(lt.findMetricIdx(name)).toBe(valueIndex)
      expect(['counter', 'gauge']).toContain(type)
    }
    expect(lt.findMetricIdx('no.such_metric')).toBe(-1)
  })
})

describe('the methods of the tables', () => {
  const classes = Object.keys(schema.methods).filter((name) => name !== 'Functions')

  // What classes have besides: written by hand in native/objects.
  const byHand: Record<string, string[]> = {
    Session: ['_close', '_continue', 'closed', 'ref', 'unref', '_listenTo'],
    TorrentHandle: ['_clearStreamDeadlines', '_readBytes', '_setStreamDeadlines', '_summary'],
    TorrentInfo: ['files', 'origFiles'],
    CreateTorrent: ['files', '_setPieceHashes'],
  }

  test('are those of the prototypes of the classes', async () => {
    const failures = await failuresOf(classes, (name) => {
      const native = addon[name as 'TorrentHandle'].prototype
      const expected = [
        'constructor',
        ...schema.methods[name]!.map((method) => method.name),
        ...(byHand[name] ?? []),
      ]
      expect(Object.getOwnPropertyNames(native).sort()).toStrictEqual(expected.sort())
    })
    expect(failures).toStrictEqual([])
  })

  test('reach users through the classes of lib', () => {
    const missing = classes.flatMap((name) => {
      const { prototype } = lt[name as 'TorrentHandle']
      return schema.methods[name]!.filter(
        (method) => typeof prototype[method.name as 'pause'] !== 'function',
      ).map((method) => `${name}.${method.name}`)
    })
    expect(missing).toStrictEqual([])
  })

  test('reach users as functions, but for those that only lib/ calls', () => {
    const internal = ['lockFile']
    const exported = lt as unknown as Record<string, unknown>
    const missing = schema.methods
      .Functions!.map(({ name }) => name)
      .filter((name) => !(name in exported) && !name.endsWith('Sync'))
    expect(missing).toStrictEqual(internal)
  })
})

// Names and numbers: settings, errors, categories, metrics, flags, alerts.
import * as lt from '../../lib'
import { addon } from '../../lib/native/binding'
import { ask, askPython, camelCase, describeParity, plain } from './reference'
import { failuresOf } from '../helpers/failures'

interface Schema {
  readonly errors: Record<string, { name: string; value: number; message: string }[]>
  readonly enums: Record<string, { values: string[] }>
}
const schema = JSON.parse(addon.schema()) as Schema

type Plain = Record<string, number>

const presets = {
  default_settings: lt.defaultSettings,
  min_memory_usage: lt.minMemoryUsage,
  high_performance_seed: lt.highPerformanceSeed,
}

// These have no default in C++, so Python leaves them out.
const withoutValue = { announce_ip: '', handshake_client_version: '' }

describeParity('settings', () => {
  test('the defaults and the presets are the same', async () => {
    const failures = await failuresOf(Object.entries(presets), async ([name, preset]) => {
      const theirs = (await ask('settings', name)) as Record<string, unknown>
      // Python has deprecated ones, too.
      const isOurs = (key: string): boolean => key in lt.settingsMetadata && key !== 'alert_mask'
      const known = Object.entries(theirs).filter(([key]) => isOurs(key))
      const missing = name === 'default_settings' ? withoutValue : {}
      expect(preset()).toStrictEqual({ ...missing, ...Object.fromEntries(known) })
    })
    expect(failures).toStrictEqual([])
  })

  test('the metadata has the same defaults', async () => {
    const theirs = (await ask('settings', 'default_settings')) as Record<string, unknown>
    for (const [name, { default: value }] of Object.entries(lt.settingsMetadata)) {
      expect([name, value]).toStrictEqual([name, { ...withoutValue, ...theirs }[name]])
    }
  })
})

/** Our names of the categories that Python knows. */
const categories: Record<string, string> = {
  libtorrent: 'libtorrent',
  upnp: 'upnp',
  http: 'http',
  socks: 'socks',
  bdecode: 'bdecode',
  i2p: 'i2p',
}

describeParity('error codes', () => {
  test('the messages of each category are the same', async () => {
    const failures = await failuresOf(Object.entries(categories), async ([theirs, ours]) => {
      const known = Object.entries(schema.errors).find(([name]) => name.startsWith(ours))
      const [category, codes] = known!
      const values = codes.map(({ value }) => value)
      const messages = codes.map(({ message }) => message)
      expect(await ask('messages', theirs, values)).toStrictEqual({ name: category, messages })
      expect(codes.length).toBeGreaterThan(3)
    })
    expect(failures).toStrictEqual([])
  })

  test('the names are those of the constants', () => {
    const named = Object.entries(schema.errors).map(([category, codes]) => [
      category,
      Object.fromEntries(codes.map(({ name, value }) => [name, value])),
    ])
    // besides those of newer versions
    expect(lt.errorCodes).toMatchObject(Object.fromEntries(named))
  })
})

/** Our constants, and the scope of Python's module that has the same. */
const scopes: readonly (readonly [string, Plain, string])[] = [
  ['torrentFlags', lt.torrentFlags, 'torrent_flags'],
  ['alertCategory', lt.alertCategory, 'alert_category'],
  ['statusFlags', lt.statusFlags, 'status_flags_t'],
  ['addPieceFlags', lt.addPieceFlags, 'add_piece_flags_t'],
  ['deadlineFlags', lt.deadlineFlags, 'deadline_flags_t'],
  ['fileProgressFlags', lt.fileProgressFlags, 'file_progress_flags_t'],
  ['pauseFlags', lt.pauseFlags, 'pause_flags_t'],
  ['resumeDataFlags', lt.resumeDataFlags, 'save_resume_flags_t'],
  ['reannounceFlags', lt.reannounceFlags, 'reannounce_flags_t'],
  ['fileFlags', lt.fileFlags, 'file_flags_t'],
  ['createFlags', lt.createFlags, 'create_torrent'],
  ['writeFlags', lt.writeFlags, 'write_flags'],
  ['fileOpenMode', lt.fileOpenMode, 'file_open_mode'],
  ['peerFlags', lt.peerFlags, 'peer_info'],
  ['peerSourceFlags', lt.peerSourceFlags, 'peer_info'],
  ['bandwidthState', lt.bandwidthState, 'peer_info'],
  ['removeFlags', lt.removeFlags, 'session'],
  ['peerClass', lt.peerClass, 'session'],
  ['reopenNetworkFlags', lt.reopenNetworkFlags, 'session'],
  ['proxyType', lt.proxyType, 'proxy_type_t'],
  ['encLevel', lt.encLevel, 'enc_level'],
  ['encPolicy', lt.encPolicy, 'enc_policy'],
  ['chokingAlgorithm', lt.chokingAlgorithm, 'choking_algorithm_t'],
  ['seedChokingAlgorithm', lt.seedChokingAlgorithm, 'seed_choking_algorithm_t'],
  ['suggestMode', lt.suggestMode, 'suggest_mode_t'],
  ['ioBufferMode', lt.ioBufferMode, 'io_buffer_mode_t'],
  ['bandwidthMixedAlgo', lt.bandwidthMixedAlgo, 'bandwidth_mixed_algo_t'],
  ['mmapWriteMode', lt.mmapWriteMode, 'mmap_write_mode_t'],
]

describeParity('constants', () => {
  test('the numbers of each scope are the same', async () => {
    const answers = await askPython(scopes.map(([, , scope]) => ['constants', scope]))
    const rows = scopes.map(([name, ours], i) => [name, ours, answers[i] as Plain] as const)
    const failures = await failuresOf(rows, ([, ours, theirs]) => {
      const named = Object.entries(theirs).map(([name, value]) => [camelCase(name), value] as const)
      const common = named.filter(([name]) => name in ours)
      expect(ours).toMatchObject(Object.fromEntries(common))
      expect(common.length).toBeGreaterThan(0)
    })
    expect(failures).toStrictEqual([])
  })

  test('the names of operations are the same', async () => {
    const names = (await ask('operations')) as string[]
    const ours = schema.enums.Operation!.values.slice(0, names.length) as lt.Operation[]
    expect(ours.map((operation) => lt.operationName(operation))).toStrictEqual(names)
    expect(names.length).toBeGreaterThan(40)
  })
})

describeParity('metrics', () => {
  test('their names, indices and types are the same', async () => {
    const ours = lt
      .sessionStatsMetrics()
      .map(({ name, valueIndex, type }) => [name, valueIndex, type])
    expect(ours).toStrictEqual(await ask('metrics'))
    expect(ours.length).toBeGreaterThan(250)
  })

  test('findMetricIdx() returns the same indices', async () => {
    const names = [...lt.sessionStatsMetrics().map(({ name }) => name), 'no.such_metric', '']
    const ours = names.map((name) => lt.findMetricIdx(name))
    expect(ours).toStrictEqual(await ask('metric_indices', names))
  })
})

// Python's classes of alerts that are only bases, or deprecated.
const notOurs = ['anonymous_mode', 'peer', 'stats', 'torrent', 'torrent_added', 'tracker']

describeParity('alerts', () => {
  test('every alert of Python that is not deprecated exists', async () => {
    const theirs = (await ask('alert_classes')) as string[]
    const unknown = theirs.filter((name) => !Object.hasOwn(lt.alertTypes, name))
    expect(unknown.sort()).toStrictEqual(notOurs)
    expect(plain(theirs)).toContain('torrent_finished')
  })
})

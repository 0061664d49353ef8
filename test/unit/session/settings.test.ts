import * as lt from '../../../lib'
import { afterThisTest } from '../../helpers/cleanup'
import { thrownBy, within } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { tempDir } from '../../helpers/files'
import { isolated, openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

type Name = keyof lt.Settings
const names = Object.keys(lt.settingsMetadata) as Name[]

// What libtorrent does not keep as it is given, or what would change what a test session does.
const leftAlone: ReadonlySet<Name> = new Set<Name>([
  'alert_mask',
  ...(Object.keys(isolated) as Name[]),
  // not any text
  'outgoing_interfaces',
  'dht_bootstrap_nodes',
  // libtorrent replaces them in the pack
  'user_agent',
  'peer_fingerprint',
  'unchoke_slots_limit',
  'connections_limit',
])

/** Another value than `value`, which a session takes. */
function changed(
  name: Name,
  value: string | number | boolean | undefined,
): string | number | boolean {
  if (typeof value === 'boolean') return !value
  const info: lt.SettingInfo | undefined = lt.settingsMetadata[name]
  if (typeof value === 'number') return value < (info?.most ?? 0) ? value + 1 : value - 1
  return `${value}x`
}

describe('settings of a session', () => {
  test('are the defaults unless they are set', async () => {
    const session = openSession()
    const settings = await session.getSettings()
    for (const name of names) {
      if (name in isolated || name === 'alert_mask') continue
      expect([name, settings[name]]).toStrictEqual([name, lt.settingsMetadata[name]?.default])
    }
    expect(settings).toMatchObject(isolated)
    expect(Object.keys(settings).sort()).toStrictEqual([...names].sort())
  })

  test('are what the constructor was given', async () => {
    const session = openSession({
      upload_rate_limit: 12_345,
      user_agent: 'test/1',
      anonymous_mode: true,
    })
    expect(await session.getSettings()).toMatchObject({
      upload_rate_limit: 12_345,
      user_agent: 'test/1',
      anonymous_mode: true,
    })
  })

  test('are what was applied, each of them', async () => {
    const session = openSession()
    const before = await session.getSettings()
    const wanted = Object.fromEntries(
      names
        .filter((name) => !leftAlone.has(name))
        .map((name) => [name, changed(name, before[name])]),
    )
    session.applySettings({ ...wanted, proxy_type: lt.proxyType.none, ...isolated })
    const after = await session.getSettings()
    const kept = Object.entries(wanted).filter(([name]) => name !== 'proxy_type')
    expect(after).toMatchObject(Object.fromEntries(kept))
    expect(kept.length).toBeGreaterThan(180)
  })

  test('stay when others are applied', async () => {
    const session = openSession({ upload_rate_limit: 1000 })
    session.applySettings({ download_rate_limit: 2000 })
    session.applySettings({})
    session.applySettings({ upload_rate_limit: undefined })
    expect(await session.getSettings()).toMatchObject({
      upload_rate_limit: 1000,
      download_rate_limit: 2000,
    })
  })

  test('can be had on this thread', () => {
    const session = openSession({ upload_rate_limit: 7000 })
    expect(session.getSettingsSync().upload_rate_limit).toBe(7000)
  })
})

/** The next alert that a listener gets. */
function once<K extends lt.AlertType>(session: lt.Session, type: K): Promise<lt.AlertMap[K]> {
  const received = new Promise<lt.AlertMap[K]>((resolve) => {
    session.once(type, (alert) => resolve(alert))
  })
  return within(received, type)
}

/** What the constructor throws. A session that is made all the same is closed. */
function refusalOf(options: lt.SessionOptions): unknown {
  return thrownBy(() => {
    const session = new lt.Session(options)
    afterThisTest(() => session.close())
  })
}

describe('settings that are refused', () => {
  const cases: [string, unknown, Error][] = [
    [
      'an unknown name',
      { upload_rate_limi: 1 },
      new TypeError(
        'settings has the unknown key "upload_rate_limi", did you mean "upload_rate_limit"?',
      ),
    ],
    [
      'a number as text',
      { upload_rate_limit: '1' },
      new TypeError(
        'settings.upload_rate_limit must be an integer from -2147483648 to 2147483647, got "1"',
      ),
    ],
    [
      'a number that is too large',
      { upload_rate_limit: 2 ** 31 },
      new RangeError(
        'settings.upload_rate_limit must be an integer from -2147483648 to 2147483647, got 2147483648',
      ),
    ],
    [
      'a text that is a number',
      { user_agent: 5 },
      new TypeError('settings.user_agent must be a string, got 5'),
    ],
    [
      'a switch that is a number',
      { enable_dht: 0 },
      new TypeError('settings.enable_dht must be a boolean, got 0'),
    ],
    [
      'null',
      { enable_dht: null },
      new TypeError('settings.enable_dht must be a boolean, got null'),
    ],
    ['no object', 5, new TypeError('settings must be an object, got 5')],
  ]

  test.each(cases)('by applySettings: %s', async (_, settings, error) => {
    const session = openSession()
    const before = await session.getSettings()
    expect(() => session.applySettings(settings as lt.SettingsInit)).toThrow(error)
    expect(await session.getSettings()).toStrictEqual(before)
  })

  test.each(cases)('by the constructor: %s', (_, settings, error) => {
    const refusal = refusalOf({ settings: settings as lt.SettingsInit })
    expect(refusal).toBeInstanceOf(error.constructor)
    expect(refusal).toMatchObject({ message: `options.${error.message}` })
  })

  test.each<[string, unknown, RegExp]>([
    ['an unknown option', { setting: {} }, /^options has the unknown key "setting", did you mean/],
    ['options that are none', 5, /must be an object, got 5$/],
    [
      'a switch that is a number',
      { alertMessages: 1 },
      /^options\.alertMessages must be a boolean/,
    ],
    ['an unknown disk back end', { diskBackend: 'floppy' }, /^options\.diskBackend must be one of/],
  ])('by the constructor: %s', (_, options, message) => {
    const refusal = refusalOf(options as lt.SessionOptions)
    expect(refusal).toBeInstanceOf(TypeError)
    expect(refusal).toHaveProperty('message', expect.stringMatching(message))
  })

  test('by name although libtorrent still knows it from earlier days', () => {
    const session = openSession()
    const settings = { cache_size: 5 } as lt.SettingsInit
    expect(() => session.applySettings(settings)).toThrow(/unknown key "cache_size"/)
  })
})

// The third is the number of settings. One of libtorrent's 26 for little memory is deprecated.
const presets: readonly (readonly [string, () => lt.SettingsInit, number])[] = [
  ['minMemoryUsage', lt.minMemoryUsage, 25],
  ['highPerformanceSeed', lt.highPerformanceSeed, 31],
  ['fastLocalTransfer', () => ({ ...lt.fastLocalTransfer().settings }), 6],
]

describe.each(presets)('%s()', (_, preset, count) => {
  test('has the settings of its purpose only', () => {
    const settings = preset()
    expect(Object.keys(settings)).toHaveLength(count)
    expect(names).toEqual(expect.arrayContaining(Object.keys(settings)))
    expect(settings).not.toHaveProperty('alert_mask')
    expect(settings).not.toHaveProperty('listen_interfaces')
    expect(settings).not.toHaveProperty('enable_dht')
  })

  test('leaves listeners their alerts when a session is opened with it', async () => {
    const session = new lt.Session({ settings: { ...isolated, ...preset() } })
    afterThisTest(() => session.close())
    const received = once(session, 'listen_succeeded')
    expect((await received).address).toBe('127.0.0.1')
    expect(await session.getSettings()).toMatchObject(preset())
  })

  test('leaves listeners and other settings alone when it is applied', async () => {
    const session = openSession({ user_agent: 'mine/1' })
    const before = await session.getSettings()
    const paused = once(session, 'torrent_paused')
    session.applySettings(preset())
    const { alert_mask, ...rest } = await session.getSettings()
    expect(rest).toMatchObject({ ...isolated, user_agent: 'mine/1', ...preset() })
    expect(rest.listen_interfaces).toBe(before.listen_interfaces)
    const ti = new lt.TorrentInfo(bareTorrent())
    const torrent = await session.addTorrent({ ti, savePath: await tempDir(), flags: ownFlags })
    torrent.pause()
    expect((await paused).handle).toBe(torrent)
  })
})

describe('defaultSettings()', () => {
  test('has every setting but alert_mask', () => {
    const metadata: Readonly<Record<string, lt.SettingInfo>> = lt.settingsMetadata
    const { alert_mask, ...rest } = metadata
    const defaults = Object.entries(rest).map(([name, info]) => [name, info.default])
    expect(lt.defaultSettings()).toStrictEqual(Object.fromEntries(defaults))
  })

  test('leaves listeners their alerts when a session is opened with it', async () => {
    const session = openSession({ ...lt.defaultSettings(), ...isolated })
    expect((await once(session, 'listen_succeeded')).address).toBe('127.0.0.1')
  })
})

describe('the range of a setting', () => {
  const bounded = Object.entries<lt.SettingInfo>(lt.settingsMetadata).flatMap(
    ([name, { type, least = NaN, most = NaN }]) =>
      type === 'number' ? [[name, least, most] as const] : [],
  )

  test('applySettings() and the constructor refuse a number outside the range of its setting', async () => {
    const session = openSession()
    const failures = await failuresOf(bounded, ([name, least, most]) => {
      for (const value of [least - 1, most + 1, Infinity, 0.5, NaN]) {
        const range = `.${name} must be an integer from ${least} to ${most}, got ${value}`
        const settings = { [name]: value }
        expect(() => session.applySettings(settings)).toThrow(new RangeError(`settings${range}`))
        expect(refusalOf({ settings })).toStrictEqual(new RangeError(`options.settings${range}`))
      }
    })
    expect(failures).toStrictEqual([])
  })

  test('the default settings and the presets are within the ranges', () => {
    const all = [lt.defaultSettings, ...presets.map(([, preset]) => preset)]
    for (const settings of all.map((preset): lt.SettingsInit => preset())) {
      for (const [name, least, most] of bounded) {
        const value = Number(settings[name as Name] ?? least)
        expect([name, value >= least && value <= most]).toStrictEqual([name, true])
      }
    }
  })

  test('applySettings() reads a getter once', () => {
    const session = openSession()
    let asked = 0
    const settings = {
      get tick_interval(): number {
        return asked++ === 0 ? 100 : 0
      },
    }
    session.applySettings(settings)
    expect(asked).toBe(1)
  })
})

test('metadata tells the type of every setting', () => {
  for (const [name, { type, default: value }] of Object.entries(lt.settingsMetadata)) {
    expect([name, typeof value]).toStrictEqual([name, type])
  }
})

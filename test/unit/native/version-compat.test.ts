// Constants that were generated for another libtorrent than that of the addon.
import { alertTypes } from '../../../lib/generated/alerts'
import { torrentFlags } from '../../../lib/generated/enums'
import { settingsMetadata } from '../../../lib/generated/settings'
import { addon } from '../../../lib/native/binding'
import { matchConstants, parseSchema } from '../../../lib/native/version-compat'

const schema = parseSchema(addon.schema())

/** The names that each of the objects has. */
const names = (): string[][] =>
  [alertTypes, torrentFlags, settingsMetadata].map((constants) => Object.keys(constants).sort())

beforeEach(() => matchConstants(schema))
afterEach(() => matchConstants(schema))

test('get the names that only this libtorrent has, and lose those that it lacks', () => {
  const before = names()
  const { torrent_log: older, ...alerts } = schema.alerts
  const { user_agent: agent, ...settings } = schema.settings
  const [first, ...others] = schema.flags.torrentFlags!
  const newer = { ...schema.flags, torrentFlags: [...others, { name: 'newFlag', value: 2 ** 40 }] }
  matchConstants({
    ...schema,
    alerts: { ...alerts, new_alert: { ...older!, id: 1000 } },
    flags: newer,
    settings: { ...settings, new_setting: agent },
  })
  expect(alertTypes).not.toHaveProperty('torrent_log')
  expect(alertTypes).toHaveProperty('new_alert.id', 1000)
  expect(torrentFlags).not.toHaveProperty(first!.name)
  expect(torrentFlags).toHaveProperty('newFlag', 2 ** 40)
  expect(settingsMetadata).not.toHaveProperty('user_agent')
  expect(settingsMetadata).toHaveProperty('new_setting', agent)

  matchConstants(schema)
  expect(names()).toStrictEqual(before)
})

// Points in time: a Date is one of the calendar, a number one of performance.now().
import * as lt from '../../../lib'
import { addon } from '../../../lib/native/binding'
import { thrownBy } from '../../helpers/deadline'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

interface Field {
  readonly name: string
  readonly type: string
}

const { records, alerts } = JSON.parse(addon.schema()) as Record<
  'records' | 'alerts',
  Record<string, { readonly fields: readonly Field[] }>
>

test('a name that a point in time has is one of a single kind in all structs and alerts', () => {
  const kinds = new Map<string, Set<string>>()
  for (const { fields } of [...Object.values(records), ...Object.values(alerts)]) {
    for (const { name, type } of fields) {
      kinds.set(name, (kinds.get(name) ?? new Set()).add(type.replace(' | null', '')))
    }
  }
  const timed = [...kinds].filter(([name, types]) => types.has('Date') || /^(next|last)/.test(name))
  expect(timed.length).toBeGreaterThan(8)
  expect(timed.filter(([, types]) => types.size > 1)).toStrictEqual([])
})

describe('the status of a torrent', () => {
  async function statusWith(params: Partial<lt.AddTorrentParamsInit>): Promise<lt.TorrentStatus> {
    const session = openSession()
    const ti = new lt.TorrentInfo(bareTorrent())
    const torrent = await session.addTorrent({ flags: ownFlags, ...params, ti, savePath: '/none' })
    return torrent.status()
  }

  test('has the last upload and download as they were given', async () => {
    const lastUpload = new Date(1_600_000_400_000)
    const lastDownload = new Date(1_600_000_300_000)
    const status = await statusWith({ lastUpload, lastDownload })
    expect(status).toMatchObject({ lastUpload, lastDownload })
  })

  test('has null when there was none', async () => {
    const status = await statusWith({})
    expect([status.lastUpload, status.lastDownload]).toStrictEqual([null, null])
  })

  test('has null for the next announce of a torrent that is paused', async () => {
    const status = await statusWith({ flags: ownFlags | lt.torrentFlags.paused })
    expect(status.nextAnnounce).toBeNull()
  })
})

describe('the state of a session', () => {
  test('is the same after it was written and read, as an object and as bytes', async () => {
    const session = openSession({ user_agent: 'mine', enable_dht: false })
    const state = await session.sessionState()
    const entry = lt.writeSessionParams(state) as Record<string, lt.EntryInit>
    const fromObject = lt.readSessionParams(entry)
    const fromBytes = lt.readSessionParams(lt.writeSessionParamsBuf(state))
    expect(fromObject.settings).toStrictEqual(fromBytes.settings)
    expect(fromObject.settings.user_agent).toBe('mine')
    expect(fromObject.dhtState).toStrictEqual(fromBytes.dhtState)
    expect(lt.bencode(entry)).toStrictEqual(lt.writeSessionParamsBuf(state))
  })

  test('has the alert_mask that was set, and none otherwise', async () => {
    const mask = lt.alertCategory.error
    const entry = async (session: lt.Session): Promise<Record<string, lt.EntryInit>> =>
      lt.writeSessionParams(await session.sessionState()) as Record<string, lt.EntryInit>
    expect(
      lt.readSessionParams(await entry(openSession({ alert_mask: mask }))).settings.alert_mask,
    ).toBe(mask)
    expect(lt.readSessionParams(await entry(openSession())).settings.alert_mask).toBeUndefined()
  })

  test('throws what is wrong with the object', () => {
    expect(thrownBy(() => lt.readSessionParams({ settings: true } as never))).toMatchObject({
      message: expect.stringMatching(/^encoded\.settings must be an integer/),
    })
  })
})

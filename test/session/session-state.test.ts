// What a session hands to the next one.
import * as lt from '../../lib'
import { loopbackDht, nodeIdOf, openNode } from '../alerts/helpers/dht'
import { waitLimit } from '../helpers/deadline'
import { endpointOf, openSession } from '../helpers/sessions'

const { saveSettings, saveDhtState, saveExtensionState, saveIpFilter } = lt.saveStateFlags

/** A state whose filters can be compared. */
function comparable({ ipFilter, ...rest }: lt.SessionState): unknown {
  return { ...rest, ipFilter: ipFilter.exportFilter() }
}

function blockingFilter(): lt.IpFilter {
  const filter = new lt.IpFilter()
  filter.addRule('10.0.0.0', '10.255.255.255', lt.ipFilterFlags.blocked)
  filter.addRule('2001:db8::', '2001:db8::ff', lt.ipFilterFlags.blocked)
  return filter
}

/** A session with something of everything in its state. */
async function lived(): Promise<lt.Session> {
  const first = await openNode()
  const session = await openNode([first], { upload_rate_limit: 1234, user_agent: 'größe/1' })
  session.setIpFilter(blockingFilter())
  return session
}

describe('the state of a session', () => {
  test('is the same after it was written and read', async () => {
    const state = await (await lived()).sessionState()
    const bytes = lt.writeSessionParamsBuf(state)
    const again = lt.readSessionParams(bytes)
    expect(comparable(again)).toStrictEqual(comparable(state))
    expect(lt.writeSessionParamsBuf(again)).toStrictEqual(bytes)
  })

  test('has settings, filter and DHT of the session', async () => {
    const session = await lived()
    const { settings, ipFilter, dhtState } = await session.sessionState()
    const { alert_mask, ...rest } = await session.getSettings()
    expect({ ...lt.defaultSettings(), ...settings }).toStrictEqual(rest)
    expect(settings).toMatchObject({ upload_rate_limit: 1234, user_agent: 'größe/1' })
    expect(settings).not.toHaveProperty('alert_mask')
    expect(ipFilter.exportFilter()).toStrictEqual(blockingFilter().exportFilter())
    expect(dhtState.nids.map(([, id]) => id)).toStrictEqual([await nodeIdOf(session)])
    expect(dhtState.nodes).toHaveLength(1)
    expect(dhtState.nodes6).toStrictEqual([])
  })

  test('is as an object what it is as bytes', async () => {
    const state = await (await lived()).sessionState()
    const entry = lt.writeSessionParams(state)
    expect(entry).toEqual(lt.bdecode(lt.writeSessionParamsBuf(state)))
    const parts = ['dht state', 'ip_filter4', 'ip_filter6', 'settings']
    expect(Object.keys(entry as object)).toEqual(expect.arrayContaining(parts))
  })

  test('keeps what extensions have said', () => {
    const extState = new Map([
      ['one', 'its state'],
      ['two', ''],
    ])
    const bytes = lt.writeSessionParamsBuf({ extState })
    expect(lt.readSessionParams(bytes).extState).toStrictEqual(extState)
  })

  test('opens another session that is like the first', async () => {
    const first = await lived()
    const state = lt.readSessionParams(lt.writeSessionParamsBuf(await first.sessionState()))
    const id = await nodeIdOf(first)
    await first.close()
    const { settings, ...rest } = state
    const second = openSession({ ...settings, enable_dht: false }, rest)
    await second.listenPort()
    second.applySettings({ enable_dht: true })
    expect(await second.getSettings()).toMatchObject({
      upload_rate_limit: 1234,
      user_agent: 'größe/1',
    })
    expect((await second.getIpFilter()).access('10.1.2.3')).toBe(lt.ipFilterFlags.blocked)
    expect(await second.isDhtRunning()).toBe(true)
    expect(await nodeIdOf(second)).toBe(id)
  })
})

describe('a part of the state', () => {
  test.each([
    ['settings', saveSettings, ['settings']],
    ['the DHT', saveDhtState, ['dht state']],
    ['the filter', saveIpFilter, ['ip_filter4', 'ip_filter6']],
    ['extensions', saveExtensionState, ['extensions']],
    ['two parts', saveSettings | saveDhtState, ['dht state', 'settings']],
    ['nothing', 0, []],
  ])('can be written alone: %s', async (_, flags, keys) => {
    const state = await (await lived()).sessionState()
    expect(Object.keys(lt.writeSessionParams(state, flags))).toStrictEqual(keys)
  })

  test('has no settings unless they are asked for', async () => {
    const session = openSession({ alert_mask: lt.alertCategory.status, upload_rate_limit: 5 })
    const bytes = lt.writeSessionParamsBuf(await session.sessionState())
    expect((await session.sessionState(saveIpFilter)).settings).toStrictEqual({})
    expect(lt.readSessionParams(bytes, saveIpFilter).settings).toStrictEqual({})
    expect(lt.readSessionParams(bytes).settings).toMatchObject({
      alert_mask: lt.alertCategory.status,
      upload_rate_limit: 5,
    })
  })

  test('can be asked for alone', async () => {
    const session = await lived()
    const { ipFilter, dhtState } = await session.sessionState(saveIpFilter)
    expect(ipFilter.empty()).toBe(false)
    expect(dhtState).toStrictEqual({ nids: [], nodes: [], nodes6: [] })
    expect(session.sessionStateSync(saveDhtState).ipFilter.empty()).toBe(true)
  })

  test('can be read alone', async () => {
    const bytes = lt.writeSessionParamsBuf(await (await lived()).sessionState())
    const { dhtState, ipFilter } = lt.readSessionParams(bytes, saveDhtState)
    expect(dhtState.nids).toHaveLength(1)
    expect(ipFilter.empty()).toBe(true)
  })
})

test('nodes that a session is told of are asked by its DHT', async () => {
  const known = await openNode()
  const session = openSession({ ...loopbackDht, enable_dht: false })
  await session.listenPort()
  const nodeId = '0123456789abcdef0123456789abcdef01234567'
  session.setDhtState({ nids: [['127.0.0.1', nodeId]], nodes: [await endpointOf(known)] })
  const ready = session.waitFor('dht_bootstrap', { timeout: waitLimit })
  session.applySettings({ enable_dht: true })
  await ready
  const nodes = await session.dhtLiveNodes(nodeId, { timeout: waitLimit })
  expect(nodes).toStrictEqual([[await nodeIdOf(known), await endpointOf(known)]])
})

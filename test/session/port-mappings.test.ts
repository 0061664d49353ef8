// Ports that a router forwards.
import { startRouter } from '../alerts/helpers/router'
import { waitLimit, thrownBy } from '../helpers/deadline'
import { openSession } from '../helpers/sessions'

const soon = { timeout: waitLimit }

describe('port mappings', () => {
  test('are made and removed at the calls of a session', async () => {
    const router = await startRouter('203.0.113.9')
    const session = openSession({ enable_upnp: true })
    const port = await session.listenPort()
    await Promise.all([router.until(`TCP ${port}`, true), router.until(`UDP ${port}`, true)])

    const mapped = session.waitFor('portmap', { ...soon, filter: (a) => a.externalPort === 5001 })
    const [mapping] = await session.addPortMapping('udp', 5001, 5002)
    const alert = await mapped
    expect(alert).toMatchObject({ mapping, mapProtocol: 'udp', mapTransport: 'upnp' })
    await router.until('UDP 5001', true)
    session.deletePortMapping(mapping!)
    await router.until('UDP 5001', false)
    expect(thrownBy(() => session.deletePortMapping(mapping!))).toBeInstanceOf(RangeError)
  })

  test('are not made for loopback addresses', async () => {
    const session = openSession()
    expect(await session.addPortMapping('tcp', 5001, 5002)).toStrictEqual([])
    expect(session.addPortMappingSync('udp', 5001, 5002)).toStrictEqual([])
    await expect(async () => session.addPortMapping('sctp' as never, 1, 2)).rejects.toThrow(
      /^protocol must be one of/,
    )
    await expect(async () => session.addPortMapping('tcp', 70_000, 2)).rejects.toThrow(RangeError)
  })
})

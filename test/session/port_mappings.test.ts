// Ports that a router forwards.
import * as lt from '../../lib'
import { startRouter } from '../alerts/helpers/router'
import { runChild } from '../helpers/child'
import { patience } from '../helpers/deadline'
import { openSession } from '../helpers/sessions'

const soon = { timeout: patience }

describe('port mappings', () => {
  test('are made and taken back as a session is told', async () => {
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
  })

  test('are not made where nobody could', async () => {
    const session = openSession()
    expect(await session.addPortMapping('tcp', 5001, 5002)).toStrictEqual([])
    expect(session.addPortMappingSync('udp', 5001, 5002)).toStrictEqual([])
    session.deletePortMapping(0)
    session.deletePortMapping(lt.limits.defaultBlockSize)
    await expect(async () => session.addPortMapping('sctp' as never, 1, 2)).rejects.toThrow(
      /^protocol must be one of/,
    )
    await expect(async () => session.addPortMapping('tcp', 70_000, 2)).rejects.toThrow(RangeError)
  })

  // in a process of its own: 2.0.8 takes any number for that of a mapping
  test('that there are not are a RangeError, never a crash', async () => {
    const { code, stdout } = await runChild(`
      const settings = { listen_interfaces: '127.0.0.1:0', enable_upnp: true, enable_natpmp: false,
        enable_dht: false, enable_lsd: false }
      const session = new lt.Session({ settings })
      session.listenPort().then(async () => {
        const kinds = new Set()
        for (const mapping of [-1, -2, -1000, -(2 ** 31)]) {
          try {
            session.deletePortMapping(mapping)
            kinds.add('nothing')
          } catch (error) {
            kinds.add(error.name)
          }
          await session.isPaused()
        }
        session.deletePortMapping(1000)
        await session.close()
        console.log([...kinds].join())
      })`)
    expect({ code, stdout: stdout.trim() }).toStrictEqual({ code: 0, stdout: 'RangeError' })
  })
})

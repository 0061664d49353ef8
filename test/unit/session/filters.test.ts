import * as lt from '../../../lib'
import { rejectionOf } from '../../helpers/deadline'
import { openSession } from '../../helpers/sessions'

const { blocked } = lt.ipFilterFlags

describe('IpFilter', () => {
  test('allows everything until a rule says otherwise', () => {
    const filter = new lt.IpFilter()
    expect(filter.empty()).toBe(true)
    expect(filter.access('10.0.0.1')).toBe(0)
    filter.addRule('10.0.0.0', '10.0.0.255', blocked)
    filter.addRule('2001:db8::', '2001:db8::ffff', blocked)
    expect(filter.empty()).toBe(false)
    expect(['10.0.0.0', '10.0.0.255', '2001:db8::1'].map((a) => filter.access(a))).toStrictEqual([
      blocked,
      blocked,
      blocked,
    ])
    expect(['9.255.255.255', '10.0.1.0', '::1'].map((a) => filter.access(a))).toStrictEqual([
      0, 0, 0,
    ])
    filter.addRule('10.0.0.7', '10.0.0.7', 0)
    expect(filter.access('10.0.0.7')).toBe(0)
  })

  test('ofAllAddresses() has the flags for every address', () => {
    const { ipv4, ipv6 } = lt.IpFilter.ofAllAddresses(6).exportFilter()
    expect(ipv4).toStrictEqual([{ first: '0.0.0.0', last: '255.255.255.255', flags: 6 }])
    const last = 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'
    expect(ipv6).toStrictEqual([{ first: '::', last, flags: 6 }])
  })

  test('exports its ranges', () => {
    const filter = new lt.IpFilter()
    filter.addRule('10.0.0.0', '10.0.0.255', blocked)
    const { ipv4, ipv6 } = filter.exportFilter()
    expect(ipv4).toStrictEqual([
      { first: '0.0.0.0', last: '9.255.255.255', flags: 0 },
      { first: '10.0.0.0', last: '10.0.0.255', flags: blocked },
      { first: '10.0.1.0', last: '255.255.255.255', flags: 0 },
    ])
    expect(ipv6).toHaveLength(1)
  })

  test('refuses ranges that are none', () => {
    const filter = new lt.IpFilter()
    expect(() => filter.addRule('10.0.0.2', '10.0.0.1', blocked)).toThrow(RangeError)
    expect(() => filter.addRule('10.0.0.2', '::1', blocked)).toThrow(RangeError)
    expect(() => filter.addRule('x', '10.0.0.1', blocked)).toThrow('first must be an IP address')
    expect(() => filter.access(5 as never)).toThrow('address must be a string, got 5')
    expect(filter.empty()).toBe(true)
  })

  test('is copied by the session that it is given to', async () => {
    const session = openSession()
    expect((await session.getIpFilter()).empty()).toBe(true)
    const filter = new lt.IpFilter()
    filter.addRule('10.0.0.0', '10.0.0.255', blocked)
    session.setIpFilter(filter)
    filter.addRule('10.0.0.0', '10.0.0.255', 0)
    const used = await session.getIpFilter()
    expect(used).toBeInstanceOf(lt.IpFilter)
    expect(used.access('10.0.0.1')).toBe(blocked)
    expect(() => session.setIpFilter({} as never)).toThrow(TypeError)
  })
})

describe('PortFilter', () => {
  test('has flags for ports', () => {
    const filter = new lt.PortFilter()
    filter.addRule(0, 1023, lt.portFilterFlags.blocked)
    expect([0, 1023, 1024].map((port) => filter.access(port))).toStrictEqual([1, 1, 0])
    expect(() => filter.addRule(2, 1, 1)).toThrow(RangeError)
    expect(() => filter.addRule(0, 70_000, 1)).toThrow(/^last must be an integer from 0 to 65535/)
    expect(() => openSession().setPortFilter(filter)).not.toThrow()
  })
})

describe('peer classes', () => {
  test('can be made, changed and deleted', async () => {
    const session = openSession()
    const id = await session.createPeerClass('slow')
    const info = await session.getPeerClass(id)
    expect(info).toMatchObject({ label: 'slow', uploadLimit: 0, downloadLimit: 0 })
    session.setPeerClass(id, { ...info, uploadLimit: 5000 })
    expect(await session.getPeerClass(id)).toMatchObject({ label: 'slow', uploadLimit: 5000 })
    expect(await session.getPeerClass(lt.peerClass.globalPeerClassId)).toMatchObject({
      label: 'global',
    })
    session.deletePeerClass(id)
  })

  test('are given by type of socket', async () => {
    const session = openSession()
    const filter = new lt.PeerClassTypeFilter()
    filter.add('tcp_socket', 5)
    expect(filter.apply('tcp_socket', 0)).toBe(1 << 5)
    expect(filter.apply('utp_socket', 0)).toBe(0)
    filter.remove('tcp_socket', 5)
    filter.disallow('utp_socket', 3)
    expect(filter.apply('utp_socket', 0b1111)).toBe(0b0111)
    filter.allow('utp_socket', 3)
    expect(filter.apply('utp_socket', 0b1111)).toBe(0b1111)
    session.setPeerClassTypeFilter(filter)
    expect(await session.getPeerClassTypeFilter()).toBeInstanceOf(lt.PeerClassTypeFilter)
    expect(() => filter.add('tcp' as never, 5)).toThrow(/^socketType must be one of/)
    expect(() => filter.add('tcp_socket', 32)).toThrow(RangeError)
    expect(() => filter.add('tcp_socket', -1)).toThrow(RangeError)
  })

  test('numbers of classes that do not exist give errors or nothing, never a crash', async () => {
    const session = openSession()
    expect(await rejectionOf(session.getPeerClass(31))).toBeInstanceOf(RangeError)
    expect(
      await rejectionOf(Promise.resolve().then(() => session.getPeerClass(-1))),
    ).toBeInstanceOf(RangeError)
    await expect(session.createPeerClass(5 as never)).rejects.toThrow(
      'name must be a string, got 5',
    )
  })
})

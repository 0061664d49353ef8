import {
  formatEndpoint,
  isLoopback,
  parseEndpoint,
  parseListen,
  parseTrackerUrl,
} from '../src/util/endpoint'
import { localAddressTowards, reachableAddress } from '../src/host/addresses'
import { freePort } from '../../test/helpers/servers'

describe('parseEndpoint', () => {
  test.each([
    ['host:80', 'host', 80],
    ['127.0.0.1:1', '127.0.0.1', 1],
    ['[::1]:6881', '::1', 6881],
    ['host', 'host', 7700],
    ['::1', '::1', 7700],
  ])('reads %s', (text, host, port) => {
    expect(parseEndpoint(text, '--seeder', 7700)).toEqual({ host, port })
  })

  test.each(['', ':80', 'host:', 'host:http', 'host:1:2', '[host]:1', 'a b:1', 'http://host:1'])(
    'refuses %s',
    (text) => {
      expect(() => parseEndpoint(text, '--seeder', 7700)).toThrow(`bad --seeder '${text}'`)
    },
  )

  test('refuses ports that do not exist, and a missing one that nothing stands for', () => {
    expect(() => parseEndpoint('host:65536', '--peer')).toThrow('ports end at 65535')
    expect(() => parseEndpoint('host', '--peer')).toThrow('expected HOST:PORT')
  })

  test('writes what it reads', () => {
    expect(formatEndpoint({ host: '::1', port: 5 })).toBe('[::1]:5')
    expect(formatEndpoint({ host: '10.0.0.1', port: 5 })).toBe('10.0.0.1:5')
  })
})

describe('parseListen', () => {
  test('takes addresses, with a port or without', () => {
    expect(parseListen('192.0.2.7')).toEqual({ host: '192.0.2.7', port: 0 })
    expect(parseListen('localhost:6881')).toEqual({ host: '127.0.0.1', port: 6881 })
  })

  test('takes no names', () => {
    expect(() => parseListen('example.org')).toThrow('expected an IP address')
  })

  test('takes no address that belongs to one link', () => {
    expect(() => parseListen('[fe80::1%eth0]:6881')).toThrow("can't dial a link-local address")
  })
})

describe('parseTrackerUrl', () => {
  test('takes what libtorrent can announce to', () => {
    expect(parseTrackerUrl('udp://host:1/announce')).toBe('udp://host:1/announce')
  })

  test.each(['host:1', 'ftp://host', 'https', ''])('refuses %s', (text) => {
    expect(() => parseTrackerUrl(text)).toThrow(`bad --tracker '${text}'`)
  })
})

describe('addresses of this machine', () => {
  test('replaces a wildcard by an address that can be dialled', () => {
    expect(reachableAddress('0.0.0.0')).not.toBe('0.0.0.0')
    expect(reachableAddress('127.0.0.1')).toBe('127.0.0.1')
  })

  test('knows what is reached from where', async () => {
    await expect(localAddressTowards('127.0.0.1')).resolves.toBe('127.0.0.1')
    await expect(localAddressTowards('::1')).resolves.toBe('::1')
    await expect(localAddressTowards('localhost')).resolves.toMatch(/^(127\.0\.0\.1|::1)$/)
    await expect(localAddressTowards('no.such.host.invalid')).resolves.toBe('0.0.0.0')
  })

  test('finds a free port', async () => {
    expect(await freePort()).toBeGreaterThan(0)
  })

  test('distinguishes loopback from other addresses', () => {
    expect(['127.0.0.1', '::1', 'localhost', '10.0.0.1', '0.0.0.0'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

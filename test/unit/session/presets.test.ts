import { availableParallelism } from 'node:os'
import * as lt from '../../../lib'
import { openSession } from '../../helpers/sessions'

const preset = {
  aio_threads: availableParallelism(),
  hashing_threads: availableParallelism(),
  enable_incoming_utp: false,
  enable_outgoing_utp: false,
  send_buffer_low_watermark: 2 ** 20,
  send_buffer_watermark: 2 ** 22,
}

test('fastLocalTransfer() is what a session can be opened with', async () => {
  const { settings, ...options } = lt.fastLocalTransfer()
  const session = openSession(settings, options)
  expect(await session.getSettings()).toMatchObject(preset)
  expect(options).toEqual({ tcpNoDelay: true })
})

test('fastLocalTransfer() adds its settings to those of the caller, and replaces none', () => {
  const given = { settings: { aio_threads: 3, user_agent: 'a client' }, alertMessages: false }
  expect(lt.fastLocalTransfer(given)).toEqual({
    alertMessages: false,
    tcpNoDelay: true,
    settings: { ...preset, aio_threads: 3, user_agent: 'a client' },
  })
  expect(lt.fastLocalTransfer({ tcpNoDelay: false }).tcpNoDelay).toBe(false)
})

test('fastLocalTransfer() refuses an option that a session does not have', () => {
  const misplaced = { aio_threads: 3 } as lt.SessionOptions
  expect(() => lt.fastLocalTransfer(misplaced)).toThrow(/aio_threads/)
})

describe('throughProxy()', () => {
  const { proxyType } = lt
  test.each([
    ['socks5://127.0.0.1:9050', proxyType.socks5, '127.0.0.1', 9050, true],
    ['socks5://me:p%40ss@proxy.example', proxyType.socks5Pw, 'proxy.example', 1080, true],
    ['socks4://[::1]:1', proxyType.socks4, '::1', 1, false],
    ['http://proxy.example', proxyType.http, 'proxy.example', 80, false],
    ['http://me:p%40ss@proxy.example:3128', proxyType.httpPw, 'proxy.example', 3128, false],
  ])('sets the proxy %s', async (url, type, hostname, port, hasUdp) => {
    const { settings } = lt.throughProxy(url)
    const hasName = url.includes('@')
    const expected = {
      proxy_type: type,
      proxy_hostname: hostname,
      proxy_port: port,
      proxy_username: hasName ? 'me' : '',
      proxy_password: hasName ? 'p@ss' : '',
      proxy_peer_connections: true,
      proxy_tracker_connections: true,
      proxy_hostnames: true,
      enable_outgoing_utp: hasUdp,
      enable_incoming_utp: hasUdp,
      enable_dht: hasUdp,
      enable_lsd: false,
      enable_upnp: false,
      enable_natpmp: false,
    }
    expect(settings).toEqual(expected)
    expect(await openSession({ ...settings, enable_dht: false }).getSettings()).toMatchObject({
      ...expected,
      enable_dht: false,
    })
  })

  test('adds its settings to those of the caller, and replaces none', () => {
    const given = { settings: { enable_dht: false, user_agent: 'a client' }, alertMessages: false }
    expect(lt.throughProxy(new URL('socks5://127.0.0.1'), given)).toMatchObject({
      ...given,
      settings: { ...given.settings, proxy_hostname: '127.0.0.1' },
    })
  })

  test.each(['https://me:secret@127.0.0.1', 'socks5:', 'direct://'])('refuses %s', (url) => {
    const expected = 'proxy must be a URL with socks4:, socks5:, http: and a host, got one with'
    expect(() => lt.throughProxy(url)).toThrow(`${expected} ${new URL(url).protocol}`)
  })

  test('refuses an option that a session does not have', () => {
    const misplaced = { enable_dht: false } as lt.SessionOptions
    expect(() => lt.throughProxy('socks5://127.0.0.1', misplaced)).toThrow(/enable_dht/)
  })
})

test('privateDht() adds its settings to those of the caller, and replaces none', () => {
  const given = { settings: { enable_upnp: true }, alertMessages: false }
  expect(lt.privateDht('127.0.0.1:6881', given)).toEqual({
    alertMessages: false,
    settings: {
      enable_dht: true,
      dht_bootstrap_nodes: '127.0.0.1:6881',
      dht_restrict_routing_ips: false,
      dht_restrict_search_ips: false,
      dht_prefer_verified_node_ids: false,
      dht_ignore_dark_internet: false,
      enable_upnp: true,
      enable_natpmp: false,
    },
  })
})

test('privateDht() refuses an option that a session does not have', () => {
  const misplaced = { enable_dht: true } as lt.SessionOptions
  expect(() => lt.privateDht('', misplaced)).toThrow(/enable_dht/)
})

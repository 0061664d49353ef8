// Entries of lists that libtorrent would leave out without a word are refused.
import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'
import { isolated, openSession } from '../../helpers/sessions'

const listen = 'listen_interfaces must list ADDRESS:PORT or DEVICE:PORT, got'
const outgoing = 'outgoing_interfaces must list an IP address or a device, got'
const bootstrap = 'dht_bootstrap_nodes must list HOST:PORT, got'
const host =
  'it is neither an IP address nor the name of a device, and names of hosts are not looked up'
const suffix = 'after the port only the letters s and l may stand'

const refused: readonly [lt.SettingsInit, string][] = [
  [{ listen_interfaces: 'nonsense' }, `${listen} "nonsense": it has no port, as in 0.0.0.0:6881`],
  [{ listen_interfaces: '0.0.0.0' }, `${listen} "0.0.0.0": it has no port, as in 0.0.0.0:6881`],
  [
    { listen_interfaces: '127.0.0.1:x' },
    `${listen} "127.0.0.1:x": it has no port, as in 0.0.0.0:6881`,
  ],
  [
    { listen_interfaces: '127.0.0.1:99999' },
    `${listen} "127.0.0.1:99999": a port is at most 65535`,
  ],
  [{ listen_interfaces: '127.0.0.1:1x' }, `${listen} "127.0.0.1:1x": ${suffix}`],
  [
    { listen_interfaces: '::1:0' },
    `${listen} "::1:0": an IPv6 address needs brackets, as in [::]:6881`,
  ],
  [{ listen_interfaces: '[::g]:0' }, `${listen} "[::g]:0": it is no IP address`],
  [
    { listen_interfaces: '127.0.0.1:0, 300.0.0.1:0' },
    `${listen} "300.0.0.1:0": it is no IP address`,
  ],
  [{ listen_interfaces: ':0' }, `${listen} ":0": it names neither an address nor a device`],
  [{ listen_interfaces: 'localhost:0' }, `${listen} "localhost:0": ${host}`],
  [{ listen_interfaces: 'peer.example.org:0' }, `${listen} "peer.example.org:0": ${host}`],
  [{ outgoing_interfaces: 'localhost' }, `${outgoing} "localhost": ${host}`],
  [{ outgoing_interfaces: '127.0.0.1:0' }, `${outgoing} "127.0.0.1:0": it is no IP address`],
  [
    { outgoing_interfaces: '127.0.0.1,' },
    `${outgoing} "": it names neither an address nor a device`,
  ],
  [{ dht_bootstrap_nodes: 'a.example:1,b.example' }, `${bootstrap} "b.example": it has no port`],
  [
    { dht_bootstrap_nodes: 'a.example:70000' },
    `${bootstrap} "a.example:70000": a port is at most 65535`,
  ],
  [{ dht_bootstrap_nodes: ',' }, `${bootstrap} "": it has no port`],
]

test.each(refused)('%j is refused', (settings, message) => {
  const opened = thrownBy(() => new lt.Session({ settings: { ...isolated, ...settings } }))
  expect(opened).toStrictEqual(new RangeError(`options.settings.${message}`))
  const session = openSession()
  const applied = thrownBy(() => session.applySettings(settings))
  expect(applied).toStrictEqual(new RangeError(`settings.${message}`))
})

test.each<lt.SettingsInit>([
  { listen_interfaces: '' },
  { listen_interfaces: ' 127.0.0.1 : 0 , [::1]:0sl, "127.0.0.2:0" ,' },
  { listen_interfaces: '[127.0.0.1]:0,[fe80::1%lo]:0,no-such-device:65535,eth0.100:1' },
  { outgoing_interfaces: '127.0.0.1, ::1, no-such-device' },
  { dht_bootstrap_nodes: '' },
  { dht_bootstrap_nodes: 'router.example:6881, [::1]:6881,' },
])('%j is taken', async (settings) => {
  const session = openSession({ listen_interfaces: '' })
  session.applySettings(settings)
  expect(await session.getSettings()).toMatchObject(settings)
})

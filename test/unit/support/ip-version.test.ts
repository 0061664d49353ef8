import { isIP } from 'node:net'
import fc from 'fast-check'
import { ipVersion } from '../../../lib/support/ip-version'

test('ipVersion() tells addresses as isIP() of node:net does', () => {
  const parts = fc.constantFrom('0', '00', '1', '255', '256', 'f', 'ffff', 'fffff', '.', ':', '::')
  const likely = fc.array(parts, { maxLength: 16 }).map((all) => all.join(''))
  const zones = fc.constantFrom('', '%', '%eth0', '%1.a', '% ', ']/', '\n')
  const addresses = fc.oneof(fc.ipV4(), fc.ipV6(), likely, fc.string())
  fc.assert(
    fc.property(addresses, zones, (address, zone) => {
      expect(ipVersion(address + zone)).toBe(isIP(address + zone))
    }),
    { numRuns: 20_000 },
  )
})

// Whom libtorrent believes: the authorities that OpenSSL knows, of which SSL_CERT_FILE may name one.
import { createServer } from 'node:https'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { certify } from '../helpers/certificates'
import { runScript } from '../helpers/child'
import { afterThisTest } from '../helpers/cleanup'
import { tempDir } from '../helpers/files'
import { bareTorrent } from '../helpers/torrents'
import type { Certified } from '../helpers/certificates'

const authority = certify('an authority')

/** A tracker whose certificate the authority has signed. @returns where to announce */
async function secureTracker(): Promise<string> {
  const { certificate: cert, key } = certify('localhost', authority)
  const server = createServer({ cert, key }, (_, response) => {
    response.end('d8:intervali1800e5:peers0:e')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterThisTest(() => {
    server.close()
    server.closeAllConnections()
  })
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/announce`
}

/** What a session that believes `trusted` hears from a tracker. */
async function received(url: string, trusted: Certified): Promise<string> {
  const directory = await tempDir()
  const file = join(directory, 'authority.pem')
  await writeFile(file, trusted.certificate)
  const { stdout, stderr } = await runScript(`
    process.env.SSL_CERT_FILE = ${JSON.stringify(file)}
    const session = new lt.Session({ settings: {
      listen_interfaces: '127.0.0.1:0', enable_dht: false, enable_lsd: false, enable_upnp: false,
      enable_natpmp: false, stop_tracker_timeout: 0, validate_https_trackers: true,
    } })
    const ti = new lt.TorrentInfo(Buffer.from('${bareTorrent().toString('base64')}', 'base64'))
    const types = ['tracker_reply', 'tracker_error']
    const answer = session.waitFor(types, { timeout: 15_000 })
    session.addTorrent({ ti, savePath: ${JSON.stringify(directory)}, flags: 0,
      trackers: [${JSON.stringify(url)}] })
    answer.then(async ({ type }) => {
      console.log(type)
      await session.close()
    })`)
  return stdout.trim() || stderr
}

describe('a tracker over https', () => {
  test('is believed when an authority that is trusted vouches for it', async () => {
    expect(await received(await secureTracker(), authority)).toBe('tracker_reply')
  })

  test('is not believed when another authority is trusted', async () => {
    const stranger = certify('another authority')
    expect(await received(await secureTracker(), stranger)).toBe('tracker_error')
  })
})

import { join } from 'node:path'
import type * as lt from '../../lib'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { MiB, kiB, oneFile, versions } from '../helpers/torrents'

const transports = {
  tcp: { enable_outgoing_utp: false, enable_incoming_utp: false },
  utp: { enable_outgoing_tcp: false, enable_incoming_tcp: false },
} as const satisfies Record<string, lt.SettingsInit>

const table = versions.flatMap((version) =>
  (['tcp', 'utp'] as const).map((transport) => ({ version, transport })),
)

describe('a file goes from a seeder to a peer', () => {
  test.each(table)('as a $version torrent over $transport', async ({ version, transport }) => {
    const content = await oneFile(2 * MiB + 12_345, { version, pieceSize: 64 * kiB })
    const seeder = openSession(transports[transport])
    const peer = openSession(transports[transport])
    await seed(seeder, content)
    const savePath = await tempDir()

    const connects: lt.PeerConnectAlert[] = []
    peer.on('peer_connect', (alert) => connects.push(alert))
    const torrent = await leech(peer, { ti: content.info, savePath }, [await endpointOf(seeder)])
    await finished(torrent)

    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
    const status = await torrent.status()
    expect(status).toMatchObject({ state: 'seeding', isSeeding: true, progress: 1, errc: null })
    expect(status.totalPayloadDownload).toBeGreaterThanOrEqual(2 * MiB + 12_345)
    expect(connects.map(({ socketType }) => socketType)).toContain(transport)
    expect(torrent.infoHashes()).toStrictEqual(content.info.infoHashes())
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256, tempDir } from '../helpers/files'
import { addChecked, endpointOf, finished, openSession } from '../helpers/sessions'
import { kiB, oneFile, versions } from '../helpers/torrents'

const pieceSize = 16 * kiB
const peers = 4
const pieces = 64

test.each(versions)(
  'four peers that have a quarter of a %s torrent each complete each other',
  async (version) => {
    const content = await oneFile(pieces * pieceSize, { version, pieceSize })
    const bytes = await readFile(content.path)
    const sessions = Array.from({ length: peers }, () => openSession())
    const swarm = await Promise.all(
      sessions.map(async (session) => {
        const savePath = await tempDir()
        return { savePath, torrent: await addChecked(session, { ti: content.info, savePath }) }
      }),
    )
    await Promise.all(
      swarm.map(async ({ torrent }, peer) => {
        const added: Promise<unknown>[] = []
        for (let piece = peer; piece < pieces; piece += peers) {
          added.push(
            torrent.waitFor('piece_finished', { filter: ({ pieceIndex }) => pieceIndex === piece }),
            torrent.addPiece(piece, bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize)),
          )
        }
        await Promise.all(added)
      }),
    )

    const done = swarm.map(({ torrent }) => finished(torrent))
    const endpoints = await Promise.all(sessions.map(endpointOf))
    for (const [i, { torrent }] of swarm.entries()) {
      for (const endpoint of endpoints.slice(i + 1)) torrent.connectPeer(endpoint)
    }
    await Promise.all(done)

    const expected = await sha256(content.path)
    for (const { savePath, torrent } of swarm) {
      expect(await sha256(join(savePath, 'content.bin'))).toBe(expected)
      const { totalPayloadUpload } = await torrent.status()
      expect(totalPayloadUpload).toBeGreaterThan(0)
    }
  },
)

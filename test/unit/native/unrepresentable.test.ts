// Alerts that have no counterpart in JavaScript do not delay others, and leave no promise pending.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import * as lt from '../../../lib'
import { loopbackDht } from '../../alerts/helpers/dht'
import { afterThisTest } from '../../helpers/cleanup'
import { waitLimit, until } from '../../helpers/deadline'
import { addChecked, endpointOf, finished, leech, openSession, seed } from '../../helpers/sessions'
import { kiB, oneFile } from '../../helpers/torrents'

test('a status beyond 2^53 counts as dropped', async () => {
  const content = await oneFile(64 * kiB)
  const [seeder, leecher] = [openSession(), openSession()]
  await addChecked(seeder, {
    ti: content.info,
    savePath: content.savePath,
    flags: lt.torrentFlags.seedMode | lt.torrentFlags.updateSubscribe,
    totalUploaded: Number.MAX_SAFE_INTEGER,
  })
  const savePath = `${content.savePath}/download`
  const torrent = await leech(leecher, { ti: content.info, savePath }, [await endpointOf(seeder)])
  await finished(torrent)

  const events: lt.AlertType[] = []
  seeder.on('alert', ({ type }) => events.push(type))
  const dropped = seeder.waitFor('alerts_dropped', { timeout: waitLimit })
  // What was uploaded is counted at the next tick.
  const ask = (): Promise<unknown> => seeder.torrentUpdates().catch((error: unknown) => error)
  const refusal = await until(ask, (answer) => answer instanceof Error)
  expect(refusal).toMatchObject({ code: 'alerts_dropped' })
  expect(await dropped).toMatchObject({
    droppedAlerts: ['state_update'],
    message: expect.stringMatching(/^dropped alerts: state_update \(RangeError: \d+ is no safe integer/),
  })
  await seeder.sessionStats()
  expect(events).toEqual(expect.arrayContaining(['alerts_dropped', 'session_stats']))
})

test('a node of the DHT may answer with any number', async () => {
  const socket = createSocket('udp4', (message, { port, address }) => {
    const { t } = lt.bdecode(message) as { t: Buffer }
    const head = 'd1:rd2:id20:aaaaaaaaaaaaaaaaaaaa1:vi99999999999999999999ee1:t'
    const answer = `${head}${t.length}:${t.toString('latin1')}1:y1:re`
    socket.send(Buffer.from(answer, 'latin1'), port, address)
  })
  afterThisTest(() => socket.close())
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const session = openSession(loopbackDht)
  await session.listenPort()
  const endpoint = { address: '127.0.0.1', port: socket.address().port }
  const response = await session.dhtDirectRequest(endpoint, { y: 'q', q: 'ping', a: {} })
  expect(response).toMatchObject({ r: { v: 99_999_999_999_999_999_999n } })
})

test('a decoded value can be encoded again, without a cast', async () => {
  const { buffer } = await seedable()
  expect(lt.bencode(lt.bdecode(buffer))).toStrictEqual(buffer)
  const session = openSession()
  await seed(session, await seedable())
  const state = lt.writeSessionParams(await session.sessionState())
  expect(lt.readSessionParams(lt.bencode(state))).toBeDefined()
})

const seedable = (): ReturnType<typeof oneFile> => oneFile(40 * kiB)

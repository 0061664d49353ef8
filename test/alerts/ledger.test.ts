import { readdirSync } from 'node:fs'
import * as lt from '../../lib'
import { families, notProducible } from './helpers/ledger'

const tested = Object.values(families).flat()

/** What libtorrent 2.0.9 brought is tested in test/session/newer-libtorrent.test.ts. */
const newer = ['file_progress', 'peer_info', 'piece_availability', 'piece_info', 'tracker_list']

describe('the ledger of alerts', () => {
  test('every alert is delivered by a live session, or there is a reason why not', () => {
    const there = newer.filter((type) => type in lt.alertTypes)
    const accounted = [...tested, ...Object.keys(notProducible), ...there]
    expect(accounted.sort()).toStrictEqual(Object.keys(lt.alertTypes).sort())
  })

  test('each is tested once', () => {
    expect(new Set(tested).size).toBe(tested.length)
  })

  test('every family has its tests', () => {
    const files = readdirSync(__dirname)
    const wanted = Object.keys(families).map((family) => `${family}.test.ts`)
    expect(files).toEqual(expect.arrayContaining(wanted))
  })

  test('two alerts cannot be produced', () => {
    expect(Object.keys(notProducible)).toStrictEqual(['request_dropped', 'udp_error'])
  })
})

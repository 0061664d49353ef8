// Magnet links, bencoding, and the names of clients.
import * as lt from '../../lib'
import { thrownBy } from '../helpers/deadline'
import { failuresOf } from '../helpers/failures'
import { bareTorrent } from '../helpers/torrents'
import { describeParity, ask, askPython, plain } from './reference'
import { initOf, paramsOf } from './params'
import type { PlainParams } from './params'

const v1 = '0123456789abcdef0123456789abcdef01234567'
const v2 = 'caf1e1c30e81cb361b9ee167c4aa64228a7fa4fa9f6105232b28ad099f3a302e'

const uris = [
  `magnet:?xt=urn:btih:${v1}`,
  `magnet:?xt=urn:btmh:1220${v2}`,
  `magnet:?xt=urn:btih:${v1}&xt=urn:btmh:1220${v2}&dn=a%20name+plus&tr=http%3A%2F%2Ft.example%2Fa`,
  `magnet:?xt=urn:btih:${v1}&tr.0=udp://a.example:1&tr.1=udp://b.example:2&ws=http%3A%2F%2Fw.example%2F`,
  `magnet:?xt=urn:btih:${v1}&x.pe=10.0.0.1:6881&x.pe=[::1]:6882&x.pe=nonsense&so=0,2-3,7`,
  `magnet:?xt=urn:btih:${v1}&dht=r.example:6881&dht=10.0.0.1:1&dn=%E4%BD%A0%E5%A5%BD`,
  'magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH',
  'magnet:?dn=nothing',
  'magnet:?xt=urn:btih:zz',
  'http://t.example/',
  '',
]

const params: Record<string, PlainParams> = {
  'an info-hash alone': { info_hashes: { v1, v2: '00'.repeat(32) } },
  'both info-hashes': { info_hashes: { v1, v2 } },
  'a name, trackers, web seeds and peers': {
    info_hashes: { v1, v2: '00'.repeat(32) },
    name: 'a & b = ü',
    trackers: ['http://t.example/?a=1&b=2', 'udp://u.example:1'],
    tracker_tiers: [0, 1],
    url_seeds: ['http://w.example/'],
    peers: [
      ['10.0.0.1', 6881],
      ['::1', 6882],
    ],
    dht_nodes: [['r.example', 6881]],
    file_priorities: [4, 0, 0, 4, 4],
  },
}

describeParity('magnet links', () => {
  test('each URI is read as the same params, or refused with the same message', async () => {
    const failures = await failuresOf(uris, async (uri) => {
      const answer = await ask('parse_magnet', uri)
      if (typeof answer === 'object' && answer && 'raises' in answer) {
        const error = thrownBy(() => lt.parseMagnetUri(uri))
        expect(error).toMatchObject({
          category: 'libtorrent',
          message: expect.stringMatching(`^\\w+: ${String(answer.raises)}$`),
        })
      } else {
        expect(paramsOf(lt.parseMagnetUri(uri))).toStrictEqual(answer)
      }
    })
    expect(failures).toStrictEqual([])
  })

  test('params make the same links', async () => {
    const failures = await failuresOf(Object.entries(params), async ([, values]) => {
      expect(lt.makeMagnetUri(initOf(values))).toBe(await ask('make_magnet', values))
    })
    expect(failures).toStrictEqual([])
  })

  test('a torrent makes the same link', async () => {
    const bytes = bareTorrent({ name: 'bare name' })
    const theirs = await ask('make_magnet_of_info', bytes)
    expect(lt.makeMagnetUri(new lt.TorrentInfo(bytes))).toBe(theirs)
  })
})

const values: Record<string, lt.EntryInit> = {
  'small integers': [0, 1, -1, 2 ** 31, -(2 ** 53) + 1],
  'strings, of any bytes': [Buffer.from([0, 255, 10]), Buffer.from('ü'), Buffer.alloc(0)],
  'dictionaries in order': { b: 1, a: [], aa: {}, B: Buffer.from('x') },
  'nested lists': [[[[[]]], []]],
}

const encoded = [
  'i42e',
  'i-0e',
  'i9007199254740993e',
  'd1:ai1e1:b2:xye',
  'l4:spame',
  '5:short',
  'd1:b0:1:a0:e',
  'i1',
  'x',
  'd1:ae',
  '',
]

describeParity('bencoding', () => {
  test('values are written byte for byte the same', async () => {
    const failures = await failuresOf(Object.entries(values), async ([, value]) => {
      expect(plain(lt.bencode(value))).toStrictEqual(await ask('bencode', value))
    })
    expect(failures).toStrictEqual([])
  })

  test('texts are read as the same values, or refused with the same message', async () => {
    const failures = await failuresOf(encoded, async (text) => {
      const bytes = Buffer.from(text)
      const answer = await ask('bdecode', bytes)
      if (typeof answer === 'object' && answer && 'raises' in answer) {
        const error = thrownBy(() => lt.bdecode(bytes)) as lt.LibtorrentError
        expect(error).toBeInstanceOf(lt.LibtorrentError)
        expect(answer.raises).toContain(error.message.replace(`${error.code}: `, ''))
      } else {
        expect(plain(lt.bdecode(bytes))).toStrictEqual(answer)
      }
    })
    expect(failures).toStrictEqual([])
  })
})

describeParity('fingerprints', () => {
  const fingerprints: [string, number, number, number, number][] = [
    ['LT', 2, 0, 8, 0],
    ['AZ', 35, 10, 9, 1],
    ['xy', 0, 0, 0, 0],
  ]

  test('are the same for each name and version', async () => {
    const failures = await failuresOf(fingerprints, async (version) => {
      expect(lt.generateFingerprint(...version)).toBe(await ask('fingerprint', version))
    })
    expect(failures).toStrictEqual([])
  })

  test('the version is the same', async () => {
    const [version] = await askPython([['version']])
    expect(lt.version).toBe(version)
  })
})

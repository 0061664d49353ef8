import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'
import { bareTorrent } from '../../helpers/torrents'

const v1 = '0123456789abcdef0123456789abcdef01234567'
const v2 = 'caf1e1c30e81cb361b9ee167c4aa64228a7fa4fa9f6105232b28ad099f3a302e'

describe('parseMagnetUri', () => {
  test('reads everything that a magnet link says', () => {
    const params = lt.parseMagnetUri(
      `magnet:?xt=urn:btih:${v1}&xt=urn:btmh:1220${v2}&dn=a%20name` +
        '&tr=http%3A%2F%2Ft.example%2Fannounce&tr=udp%3A%2F%2Fu.example%3A6969' +
        '&ws=http%3A%2F%2Fw.example%2F&x.pe=10.0.0.1:6881&x.pe=[::1]:6882&so=0,2-3&dht=r.example:6881',
    )
    expect(params).toMatchObject({
      infoHashes: { v1, v2 },
      name: 'a name',
      trackers: ['http://t.example/announce', 'udp://u.example:6969'],
      trackerTiers: [0, 1],
      urlSeeds: ['http://w.example/'],
      peers: [
        { address: '10.0.0.1', port: 6881 },
        { address: '::1', port: 6882 },
      ],
      filePriorities: [4, 0, 4, 4],
      dhtNodes: [['r.example', 6881]],
    })
    expect(params.flags & lt.torrentFlags.defaultDontDownload).not.toBe(0)
  })

  test('reads links of one version only', () => {
    expect(lt.parseMagnetUri(`magnet:?xt=urn:btih:${v1}`).infoHashes).toStrictEqual({
      v1,
      v2: null,
    })
    expect(lt.parseMagnetUri(`magnet:?xt=urn:btmh:1220${v2}`).infoHashes).toStrictEqual({
      v1: null,
      v2,
    })
  })

  test('reads info-hashes in base32', () => {
    const uri = 'magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH'
    expect(lt.parseMagnetUri(uri).infoHashes.v1).toBe(v1)
  })

  test.each([
    ['white space around', `\n  magnet:?xt=urn:btih:${v1}\t\n`],
    ['a scheme in upper case', `MAGNET:?xt=urn:btih:${v1}`],
    ['the name of the hash in upper case', `magnet:?dn=a&xt.1=URN:BTIH:${v1.toUpperCase()}`],
    ['40 hexadecimal digits', v1],
    ['40 hexadecimal digits in upper case, with white space around', ` ${v1.toUpperCase()}\n`],
    ['32 characters of base32', 'AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH'],
    ['32 characters of base32 in lower case', 'aerukz4jvpg66ajdivtytk6n54asgrlh'],
  ])('takes %s', (_of, text) => {
    expect(lt.parseMagnetUri(text).infoHashes).toStrictEqual({ v1, v2: null })
  })

  test.each([
    ['64 hexadecimal digits', v2],
    ['64 hexadecimal digits in upper case', v2.toUpperCase()],
    ['the name of the hash in upper case', `Magnet:?xt=URN:BTMH:1220${v2}`],
  ])('takes the info-hash of version 2 as %s', (_of, text) => {
    expect(lt.parseMagnetUri(text).infoHashes).toStrictEqual({ v1: null, v2 })
  })

  test('leaves the case and the white space of everything else alone', () => {
    const uri = `MAGNET:?xt=urn:btih:${v1}&dn=MAGNET%3A%20X%20&tr=http%3A%2F%2Ft.example%2FURN:BTIH:`
    expect(lt.parseMagnetUri(uri)).toMatchObject({
      name: 'MAGNET: X ',
      trackers: ['http://t.example/URN:BTIH:'],
    })
  })

  test.each([
    ['', 'unsupported_url_protocol'],
    [' ', 'unsupported_url_protocol'],
    [v1.slice(1), 'unsupported_url_protocol'],
    [`${v1}0`, 'unsupported_url_protocol'],
    [`magnet:?xt=urn:btih:${'z'.repeat(40)}`, 'invalid_info_hash'],
    [`magnet:?xt=urn:btmh:1220${'z'.repeat(64)}`, 'invalid_info_hash'],
    [`magnet:?xt=urn:btmh:1220${v1}`, 'invalid_info_hash'],
    ['http://t.example/', 'unsupported_url_protocol'],
    ['magnet:?dn=name', 'missing_info_hash_in_uri'],
    ['magnet:?xt=urn:btih:zz', 'invalid_info_hash'],
  ])('throws for %j the error %s', (uri, code) => {
    expect(thrownBy(() => lt.parseMagnetUri(uri))).toMatchObject({ code, category: 'libtorrent' })
  })

  test('throws a TypeError for anything but a string', () => {
    expect(() => lt.parseMagnetUri(5 as never)).toThrow('uri must be a string, got 5')
    expect(() => lt.parseMagnetUri(undefined as never)).toThrow(TypeError)
  })
})

describe('makeMagnetUri', () => {
  test('is undone by parseMagnetUri', () => {
    const params = {
      infoHashes: { v1, v2 },
      name: 'a & b',
      trackers: ['http://t.example/?a=1&b=2'],
      urlSeeds: ['http://w.example/'],
      peers: [{ address: '10.0.0.1', port: 6881 }],
    }
    expect(lt.parseMagnetUri(lt.makeMagnetUri(params))).toMatchObject(params)
  })

  test('takes a TorrentInfo', () => {
    const info = new lt.TorrentInfo(bareTorrent({ name: 'bare name' }))
    info.addTracker('http://t.example/', 3)
    info.addUrlSeed('http://w.example/')
    info.addHttpSeed('http://h.example/')
    const params = lt.parseMagnetUri(lt.makeMagnetUri(info))
    expect(params).toMatchObject({
      infoHashes: info.infoHashes(),
      name: 'bare name',
      trackers: ['http://t.example/'],
      urlSeeds: ['http://w.example/'],
    })
  })

  test('throws for what is no torrent', () => {
    expect(() => lt.makeMagnetUri(5 as never)).toThrow('params must be an object, got 5')
    expect(() => lt.makeMagnetUri({ infohashes: {} } as never)).toThrow(
      'params has the unknown key "infohashes", did you mean "infoHashes"?',
    )
  })
})

// Info dictionaries whose bytes are not what encoding their value makes of them.
import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'
import { kiB } from '../../helpers/torrents'

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Keys in the wrong order, and an integer with a zero in front. */
const info = bytes(
  `d4:name3:odd6:lengthi0100e12:piece lengthi${16 * kiB}e6:pieces20:${'x'.repeat(20)}e`,
)
const file = Buffer.concat([bytes('d4:info'), info, bytes('e')])
const odd = new lt.TorrentInfo(file)
const { v1 } = odd.infoHashes()

describe('a torrent whose info dictionary is not canonical', () => {
  test('is one whose hash changes when its value is encoded', () => {
    const again = lt.bencode(lt.bdecode(file))
    expect(new lt.TorrentInfo(again).infoHashes().v1).not.toBe(v1)
  })

  test.each<[string, () => lt.Entry]>([
    ['writeTorrentFile()', () => lt.writeTorrentFile(lt.loadTorrentBuffer(file))],
    ['writeResumeData()', () => lt.writeResumeData({ ti: odd, savePath: '/tmp' })],
  ])('keeps its bytes in the object of %s', (_, write) => {
    const entry = write() as { readonly info: lt.Preformatted }
    expect(entry.info).toBeInstanceOf(lt.Preformatted)
    expect(entry.info.bytes).toStrictEqual(info)
    expect(entry.info.value).toEqual(lt.bdecode(info))
    expect(lt.bencode(entry).includes(info)).toBe(true)
  })

  test('has the same hash after writeTorrentFile() and bencode()', () => {
    const entry = lt.writeTorrentFile(lt.loadTorrentBuffer(file)) as Record<string, lt.EntryInit>
    const written = lt.bencode({ ...entry, comment: 'added' })
    expect(new lt.TorrentInfo(written).infoHashes().v1).toBe(v1)
    expect(new lt.TorrentInfo(written).comment()).toBe('added')
  })

  test('has its metadata after writeResumeData() and bencode()', () => {
    const { ti } = lt.readResumeData(lt.bencode(lt.writeResumeData({ ti: odd, savePath: '/tmp' })))
    expect(ti?.infoHashes().v1).toBe(v1)
    expect(ti?.infoSection()).toStrictEqual(info)
  })

  test('is read from the objects, too', () => {
    const torrent = lt.writeTorrentFile(lt.loadTorrentBuffer(file)) as Record<string, lt.EntryInit>
    expect(lt.loadTorrentBuffer(torrent).ti?.infoHashes().v1).toBe(v1)
    const resumeData = lt.writeResumeData({ ti: odd, savePath: '/tmp' })
    const read = lt.readResumeData(resumeData as Record<string, lt.EntryInit>)
    expect(read.ti?.infoHashes().v1).toBe(v1)
    expect(read.savePath).toBe('/tmp')
  })

  test('keeps its hash when its section is put into a decoded file', () => {
    const decoded = lt.bdecode(file) as Record<string, lt.EntryInit>
    const edited = lt.bencode({ ...decoded, info: new lt.Preformatted(odd.infoSection()) })
    expect(new lt.TorrentInfo(edited).infoHashes().v1).toBe(v1)
  })
})

describe('Preformatted', () => {
  test('copies its bytes', () => {
    const source = bytes('i1e')
    const value = new lt.Preformatted(source)
    source.write('i2e')
    expect(lt.bencode([value])).toStrictEqual(bytes('li1ee'))
  })

  test.each(['', 'i1', 'i1ei2e', '5:abc', 'd1:ae'])('refuses %j, which is no value', (text) => {
    const call = () => lt.bencode({ a: new lt.Preformatted(bytes(text)) })
    expect(call).toThrow(RangeError)
    expect(call).toThrow(`value.a must be one bencoded value, got ${text.length} bytes`)
  })

  test('takes bytes only', () => {
    expect(() => new lt.Preformatted('i1e' as never)).toThrow(
      /^bytes must be a Uint8Array, got "i1e"$/,
    )
  })

  test('has no value when its bytes are none', () => {
    expect(thrownBy(() => new lt.Preformatted(bytes('i1')).value)).toMatchObject({
      category: 'bdecode',
    })
  })
})

test('readResumeData(), loadTorrentBuffer() and readSessionParams() refuse what is neither bytes nor an object', () => {
  for (const read of [lt.readResumeData, lt.loadTorrentBuffer, lt.readSessionParams]) {
    expect(() => read('de' as never)).toThrow(
      /^encoded must be a Uint8Array or a bencodable object, got "de"$/,
    )
    expect(() => read({ a: null } as never)).toThrow(/^encoded\.a must be an integer/)
  }
})

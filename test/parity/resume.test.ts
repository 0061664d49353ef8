// Resume data and session state, byte for byte, and what is read out of them.
import * as lt from '../../lib'
import { failuresOf } from '../helpers/failures'
import { bareTorrent } from '../helpers/torrents'
import { ask, describeParity, plain } from './reference'
import { initOf, paramsOf, withoutNone } from './params'
import type { PlainParams } from './params'

const hashes = { v1: '0123456789abcdef0123456789abcdef01234567', v2: '00'.repeat(32) }
const bits = (length: number): boolean[] => Array.from({ length }, (_, i) => i % 3 === 0)

const samples: Record<string, PlainParams> = {
  'hardly anything': { info_hashes: hashes },
  'both info-hashes': { info_hashes: { ...hashes, v2: 'ab'.repeat(32) } },
  'texts and lists': {
    info_hashes: hashes,
    name: 'größe',
    save_path: '/some/where',
    trackers: ['http://a.example/', 'udp://b.example:1', 'http://c.example/'],
    tracker_tiers: [0, 0, 3],
    url_seeds: ['http://w.example/'],
    http_seeds: ['http://h.example/'],
    trackerid: 'an id',
    renamed_files: { 0: 'new name', 7: 'another' },
  },
  'peers and nodes': {
    info_hashes: hashes,
    peers: [
      ['10.0.0.1', 6881],
      ['2001:db8::1', 6882],
    ],
    banned_peers: [
      ['10.0.0.2', 1],
      ['::1', 65_535],
    ],
    dht_nodes: [['router.example', 6881]],
  },
  'numbers and times': {
    info_hashes: hashes,
    max_uploads: 3,
    max_connections: 4,
    upload_limit: 1000,
    download_limit: 2000,
    total_uploaded: 2 ** 40,
    total_downloaded: 2 ** 41,
    active_time: 100,
    finished_time: 50,
    seeding_time: 25,
    added_time: 1_600_000_000,
    completed_time: 1_600_000_100,
    last_seen_complete: 1_600_000_200,
    last_download: 1_600_000_300,
    last_upload: 1_600_000_400,
    num_complete: 5,
    num_incomplete: 6,
    num_downloaded: 7,
  },
  flags: {
    info_hashes: hashes,
    flags: lt.torrentFlags.paused | lt.torrentFlags.sequentialDownload,
  },
  'pieces and priorities': {
    info_hashes: hashes,
    have_pieces: bits(21),
    verified_pieces: bits(21),
    piece_priorities: [0, 1, 4, 7, 7],
    file_priorities: [4, 0, 7],
    unfinished_pieces: { 3: bits(16), 9: bits(4) },
  },
  'the torrent itself': { ti: bareTorrent(), info_hashes: hashes, save_path: '.' },
}

describeParity('resume data', () => {
  test('each sample is written byte for byte the same', async () => {
    const failures = await failuresOf(Object.entries(samples), async ([, values]) => {
      const ours = lt.writeResumeDataBuf(initOf(values))
      expect(plain(ours)).toStrictEqual(await ask('write_resume', values))
    })
    expect(failures).toStrictEqual([])
  })

  test('each sample is read as the same params', async () => {
    const failures = await failuresOf(Object.entries(samples), async ([, values]) => {
      const bytes = lt.writeResumeDataBuf(initOf(values))
      const theirs = withoutNone(await ask('read_resume', bytes))
      expect(paramsOf(lt.readResumeData(bytes))).toStrictEqual(theirs)
    })
    expect(failures).toStrictEqual([])
  })
})

describeParity('session state', () => {
  test('is written byte for byte the same', async () => {
    const settings = { user_agent: 'test/1', upload_rate_limit: 1234, enable_dht: false }
    const ours = lt.writeSessionParamsBuf({ settings })
    expect(plain(ours)).toStrictEqual(await ask('write_session', settings))
  })
})

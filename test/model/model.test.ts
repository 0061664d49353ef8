// The rules of the model, with results that break them.
import { LibtorrentError } from 'libtorrent-napi'
import { openContent } from './content'
import { SessionModel, TorrentModel, situationOf, wrongFailure, wrongSuccess } from './model'

const situation = situationOf(new SessionModel())
const error = new RangeError('piece must be from 0 to 4, got 5')

test('a RangeError about an argument that is in range is a problem', () => {
  expect(wrongFailure(error, situation, {})).toContain('RangeError')
  expect(wrongFailure(error, situation, { range: 'may' })).toBeNull()
  expect(wrongFailure(error, situation, { range: 'must' })).toBeNull()
})

test('a success with an argument that is out of range is a problem', () => {
  expect(wrongSuccess(situation, { range: 'must' })).toContain('out of range')
  expect(wrongSuccess(situation, { range: 'may' })).toBeNull()
  expect(wrongSuccess(situation, {})).toBeNull()
})

test('a wait for the removal that the removal ends is a problem', () => {
  const session = new SessionModel()
  const blind = { name: 'blind', torrent: null, files: {} }
  const torrent = new TorrentModel(session, openContent(blind), false)
  const waiting = situationOf(session, torrent)
  torrent.isRemoved = true
  const removed = new LibtorrentError('removed', 'torrent_removed', 'libtorrent', 80)
  expect(wrongFailure(removed, waiting, {})).toBeNull()
  expect(wrongFailure(removed, waiting, { outlivesTorrent: true })).toContain('torrent_removed')
})

test('a file of another torrent in the way is no problem of a call that uses the disk', () => {
  const collision = new LibtorrentError('collides', 'file_collision', 'libtorrent', 1)
  expect(wrongFailure(collision, situation, { disk: true })).toBeNull()
  expect(wrongFailure(collision, situation, {})).toContain('file_collision')
})

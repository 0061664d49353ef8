// Which sequences fast-check makes.
import fc from 'fast-check'
import { numberLimit } from './command'
import { lifeCommands } from './life-calls'
import { sessionCalls } from './session-calls'
import { torrentCalls } from './torrent-calls'
import { pauses } from './world'
import type { Command } from './command'

/** How often a command comes; the others count 1. */
const weights: Readonly<Record<string, number>> = {
  addTorrent: 16,
  removeTorrent: 8,
  streamFile: 6,
  connectPeer: 6,
  forceRecheck: 5,
  renameFile: 4,
  moveStorage: 4,
  saveResumeData: 4,
  addSaved: 3,
  readPiece: 4,
  setFilePriority: 3,
  resume: 3,
  waitFor: 2,
  getTorrents: 2,
  turn: 10,
  tick: 8,
  settle: 3,
}

const names = [
  ...[...Object.keys(torrentCalls), ...Object.keys(sessionCalls), ...lifeCommands],
  ...['streamFile', ...pauses],
]

/** Small numbers mean the latest torrents, so they come more often. */
const number = fc.oneof(
  { weight: 2, arbitrary: fc.nat(2) },
  { weight: 3, arbitrary: fc.nat(numberLimit - 1) },
)

const [first, ...others] = names.map((name) => ({
  weight: weights[name] ?? 1,
  arbitrary: fc.constant(name),
}))

export const command: fc.Arbitrary<Command> = fc.record({
  actor: fc.nat(1),
  name: fc.oneof(first!, ...others),
  numbers: fc.tuple(number, number, number),
})

/** What a sequence begins with, so that there are torrents. */
export const preparation: fc.Arbitrary<Command> = fc.record({
  actor: fc.nat(1),
  name: fc.constant('addTorrent'),
  numbers: fc.tuple(fc.nat(numberLimit - 1), number, number),
})

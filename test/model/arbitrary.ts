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

/** These come in each sequence. */
const always = ['addTorrent', ...pauses]

function nameOf(names: readonly string[]): fc.Arbitrary<string> {
  const weighted = names.map((name) => ({
    weight: weights[name] ?? 1,
    arbitrary: fc.constant(name),
  }))
  return fc.oneof(...weighted)
}

function commandOf(names: readonly string[]): fc.Arbitrary<Command> {
  return fc.record({
    actor: fc.nat(1),
    name: nameOf(names),
    numbers: fc.tuple(number, number, number),
  })
}

/**
 * The commands of one sequence. Half of the sequences have few kinds of commands, each of which therefore comes
 * often: so two kinds meet more often than if all kinds came everywhere.
 */
export const someCommand: fc.Arbitrary<fc.Arbitrary<Command>> = fc
  .oneof(
    fc.constant(names),
    fc.subarray(names, { minLength: 3, maxLength: 12 }).map((some) => [...some, ...always]),
  )
  .map(commandOf)

/** What a sequence begins with, so that there are torrents. */
export const preparation: fc.Arbitrary<Command> = fc.record({
  actor: fc.nat(1),
  name: fc.constant('addTorrent'),
  numbers: fc.tuple(fc.nat(numberLimit - 1), number, number),
})

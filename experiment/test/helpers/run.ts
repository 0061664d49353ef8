// A seeder and its peers as processes, and what the run leaves.
import { hostname } from 'node:os'
import { join } from 'node:path'
import { readRun, type Run } from '../../src/results/run-directory'
import { tempDir } from '../../../test/helpers/files'
import { Command } from './command'
import { freePort } from '../../../test/helpers/servers'

/** What messages call the first peer. */
export const peerName = `peer 1 (${hostname()})`

export interface RunCommands {
  readonly seeder: Command
  readonly peers: Command[]
  /** Where the results go. */
  readonly results: string
  readonly port: number
  /** One more peer. */
  startPeer(...args: string[]): Command
  /** One more seeder at the same place. */
  startSeeder(...args: string[]): Command
}

/**
 * Starts peers, then a seeder with these options that waits for them; without any, for one that comes later. No warm-ups
 * but those that are asked for.
 */
export async function startRun(
  peers: number,
  seederArgs: readonly string[],
  peerArgs: readonly string[] = [],
): Promise<RunCommands> {
  const port = await freePort()
  const temporary = await tempDir()
  const results = join(await tempDir(), 'run')
  const startPeer = (...args: string[]): Command =>
    new Command('peer.js', ['--seeder', `127.0.0.1:${port}`, ...args], temporary)
  const startSeeder = (...args: string[]): Command =>
    new Command('seed.js', ['--port', `${port}`, ...args], temporary)
  return {
    peers: Array.from({ length: peers }, () => startPeer(...peerArgs)),
    seeder: startSeeder(
      '--peers',
      `${Math.max(1, peers)}`,
      '--results',
      results,
      '--timeline',
      'none',
      ...seederArgs,
    ),
    results,
    port,
    startPeer,
    startSeeder,
  }
}

/** The results of a run: every finished iteration, each once and in order, whatever happened to the run. */
export async function resultsOf({ results }: RunCommands): Promise<Run['results']> {
  const found = (await readRun(results)).results
  expect(found.map(({ iteration }) => iteration)).toEqual(found.map((_, index) => index + 1))
  return found
}

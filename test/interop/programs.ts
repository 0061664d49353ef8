// Clients and a tracker that we didn't write, and how they are started.
import { existsSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Program } from '../helpers/child'
import { afterThisTest } from '../helpers/cleanup'
import { until, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'
import { freePort, serve } from '../helpers/servers'

/**
 * Milliseconds for what others do when it is their time: transmission looks every 10 s what it wants and whom it
 * serves, and may miss a peer that comes late in one round.
 */
export const roundsOfOthers = 60_000

const directories = process.env.PATH?.split(delimiter) ?? []

/** Tests of a program, which are skipped, with the reason in their title, where it is not installed. */
export function describeIfInstalled(program: string, tests: () => void): void {
  const there = directories.some((directory) => existsSync(join(directory, program)))
  describeUnless(there ? null : 'it is not installed', program, tests)
}

/** Starts a program that ends with the test. */
export function start(command: string, args: readonly string[]): Program {
  const program = new Program([command, ...args])
  afterThisTest(() => end(program))
  return program
}

/** Ends a program with SIGTERM, or with SIGKILL when that has no effect. */
export async function end(program: Program): Promise<void> {
  program.kill('SIGTERM')
  await program.ended().catch(() => {})
}

export interface Announce {
  readonly port: number
  readonly left: number
}

export interface Notebook {
  readonly url: string
  /** The next announce of that event, as it comes. */
  readonly announced: (event: 'started' | 'completed') => Promise<Announce>
}

/** A tracker without peers, which reports when a client begins and completes. */
export async function startNotebook(): Promise<Notebook> {
  const events = new EventTarget()
  const root = await serve((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams
    const detail = { port: Number(query.get('port')), left: Number(query.get('left')) }
    events.dispatchEvent(new CustomEvent(query.get('event') ?? 'again', { detail }))
    response.end('d8:intervali1800e5:peers0:e')
  })
  const announced = async (event: string): Promise<Announce> => {
    const told = new Promise<Announce>((resolve) => {
      const listener = (note: Event): void => resolve((note as CustomEvent<Announce>).detail)
      events.addEventListener(event, listener, { once: true })
    })
    return within(told, `the announce of "${event}"`, roundsOfOthers)
  }
  return { url: `${root}announce`, announced }
}

/** Where opentracker is, over http and udp. It serves torrents by their 20-byte hashes once `serves()` resolves. */
export interface Opentracker {
  readonly http: string
  readonly udp: string
  readonly serves: (...infoHashes: string[]) => Promise<void>
}

/** Starts opentracker, which Debian builds such that it serves only what is on a list. */
export async function startOpentracker(): Promise<Opentracker> {
  const [port, place] = [await freePort(), await tempDir()]
  await chmod(place, 0o755) // it gives up root's rights
  const http = `http://127.0.0.1:${port}/announce`
  const serves = async (...infoHashes: string[]): Promise<void> => {
    await writeFile(join(place, 'list'), infoHashes.map((hash) => `${hash}\n`).join(''))
    const sockets = ['-p', String(port), '-P', String(port)]
    start('opentracker', ['-i', '127.0.0.1', ...sockets, '-d', place, '-w', 'list'])
    const query = `info_hash=${infoHashes[0]?.replace(/../g, '%$&')}&peer_id=${'x'.repeat(20)}&port=1&left=1&event=stopped`
    const ask = (): Promise<string> =>
      fetch(`${http}?${query}`).then(
        (answer) => answer.text(),
        () => 'no listener yet',
      )
    await until(ask, (answer) => answer.startsWith('d8:'))
  }
  return { http, udp: http.replace('http', 'udp'), serves }
}

// Executes the commands of one session, on the thread that it was made on.
import { torrentFlags } from 'libtorrent-napi'
import { Calls } from './calls'
import { chosenTorrent, openSession, runLifeCommand } from './life-calls'
import { SessionModel } from './model'
import { sessionCalls } from './session-calls'
import { streamFile } from './streams'
import { torrentCalls } from './torrent-calls'
import type { Session } from 'libtorrent-napi'
import type { Command } from './command'
import type { Content } from './content'
import type { Tally } from './tally'
import type { Call, Place, Scene, TorrentScene } from './scene'

/** What a sequence showed of one session. */
export interface Report {
  readonly problems: readonly string[]
  readonly tally: Tally
}

export interface ActorOptions {
  readonly actor: number
  readonly place: Place
  readonly contents: readonly Content[]
  /** Milliseconds for a promise to be settled. */
  readonly deadline: number
  /** Number of the disk back end. */
  readonly backend: number
}

export class Actor {
  readonly #calls: Calls
  readonly #scene: Scene

  constructor({ actor, place, contents, deadline, backend }: ActorOptions) {
    this.#calls = new Calls(deadline)
    const closed = { session: null as unknown as Session, model: new SessionModel() }
    const made = { torrents: [], saved: [], sessionState: null }
    this.#scene = { actor, place, contents, calls: this.#calls, ...closed, ...made }
    openSession(this.#scene, backend, 0)
  }

  execute({ name, numbers }: Command): void {
    const scene = this.#scene
    const [first, second, third] = numbers
    try {
      if (name === 'streamFile') return streamFile(scene, ...numbers)
      if (runLifeCommand(scene, name, numbers)) return
      const ofSession = sessionCalls[name]
      if (ofSession) return this.#make(name, ofSession, scene, [first, second, third])
      this.#callTorrent(name, [first, second, third])
    } catch (error) {
      // The commands catch what calls throw, so this is a fault of the test.
      const text = error instanceof Error ? error.stack : String(error)
      this.#calls.problem(`${name}: ${String(text)}`)
    }
  }

  #callTorrent(name: string, numbers: Command['numbers']): void {
    const call = torrentCalls[name]
    if (!call) throw new Error('there is no such command')
    const torrent = chosenTorrent(this.#scene, numbers[0])
    const handle = torrent?.handle
    if (!torrent || !handle) return this.#calls.count('left out')
    const scene: TorrentScene = { ...this.#scene, model: torrent.session, torrent, handle }
    this.#make(name, call, scene, numbers)
  }

  #make<S extends Scene>(name: string, call: Call<S>, scene: S, numbers: Command['numbers']): void {
    const [first, second, third] = numbers
    const torrent = 'torrent' in scene ? (scene as unknown as TorrentScene).torrent : undefined
    const check = call.expect?.(scene, ...numbers) ?? ((): null => null)
    const { settles = 'by itself' } = call
    const allowed = { ...call, range: call.range?.(scene, second) ?? 'never' }
    const subject = { name, session: scene.model, torrent, allowed, settles, check }
    this.#calls.make(subject, () => call.call(scene, second, third, first))
  }

  /** Waits for what must be settled by now. */
  async settle(): Promise<Report> {
    await this.#calls.settle('by itself')
    return this.#report()
  }

  /**
   * Ends the sequence, gracefully or with everything in flight.
   *
   * @returns what was wrong, of the whole sequence
   */
  async finish(isGraceful: boolean): Promise<Report> {
    if (isGraceful) {
      await this.#calls.settle('by itself')
      this.execute({ actor: this.#scene.actor, name: 'getTorrents', numbers: [0, 0, 0] })
      this.#resumeAll()
      await this.#calls.settle('by itself', 'when resumed')
    }
    this.execute({ actor: this.#scene.actor, name: 'close', numbers: [0, 0, 0] })
    await this.#calls.settle('by itself', 'when resumed', 'when ended')
    return this.#report()
  }

  /** Lets every check of files begin that waits for its torrent or session to be resumed. */
  #resumeAll(): void {
    const { session, model } = this.#scene
    if (model.isClosed) return
    session.resume()
    session.applySettings({ active_checking: 20 })
    for (const { handle } of model.present.values()) {
      handle?.unsetFlags(torrentFlags.autoManaged)
      handle?.clearError()
      handle?.resume()
    }
  }

  #report(): Report {
    const { problems, tally } = this.#calls
    return { problems: problems.splice(0), tally }
  }
}

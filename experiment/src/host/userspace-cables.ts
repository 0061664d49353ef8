import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pause, within } from '../util/cancel'
import { UserError } from '../util/errors'
import { type Child, type ChildStarter, childStarter } from './child'

/** Programs of VDE: a switch with an interface in a namespace, and a filter between two switches. */
const programs = ['vde_switch', 'wirefilter'] as const

/** Milliseconds; making an interface takes a few of them. */
const deadline = 10_000

/** One end of a cable: the interface that it has in a namespace. */
interface End {
  readonly namespace: string
  readonly device: string
  /** Fails until the interface exists. */
  readonly probe: () => Promise<unknown>
}

/** What happens to frames in one direction; null: nothing. */
interface Effects {
  /** Milliseconds. */
  readonly delay: number | null
  /** Percent. */
  readonly loss: number | null
}

/** Cables that delay and lose packets where the kernel can't: programs carry every frame. */
export class UserspaceCables implements AsyncDisposable {
  readonly #children: Child[] = []
  /** Of the switches, which make and remove them. So none is left when this process is killed. */
  readonly #directories: string[] = []
  /** Random: no other user can make such a directory first. */
  readonly #prefix = join(tmpdir(), `cables-${randomBytes(8).toString('hex')}`)

  private constructor(readonly start: ChildStarter) {}

  /** Whether the programs are installed. */
  static get exist(): boolean {
    const directories = (process.env.PATH ?? '').split(delimiter)
    return programs.every((name) => directories.some((path) => existsSync(join(path, name))))
  }

  static async open(): Promise<UserspaceCables> {
    return new UserspaceCables(await childStarter())
  }

  /** Makes a cable with its two interfaces. Frames that enter at the first end are delayed and lost. */
  async connect(ends: readonly [End, End], { delay, loss }: Effects): Promise<void> {
    const number = this.#directories.length
    const sockets = ends.map((_, index) => `${this.#prefix}-${number + index}`)
    this.#directories.push(...sockets)
    const switches = ends.map(async ({ namespace, device, probe }, index) => {
      const socket = sockets[index] ?? ''
      const inside = ['ip', 'netns', 'exec', namespace]
      await this.#start([...inside, 'vde_switch', '-s', socket, '-tap', device], async () => {
        await probe()
        return existsSync(join(socket, 'ctl'))
      })
    })
    await Promise.all(switches)
    const effects = [...effect('-d', delay), ...effect('-l', loss)]
    await this.#start(['wirefilter', '-v', sockets.join(':'), ...effects])
  }

  /** Starts a program that ends when its input does, and waits until it is ready. */
  async #start(
    command: readonly string[],
    isReady = (): Promise<boolean> => Promise.resolve(true),
  ): Promise<void> {
    const lines: string[] = []
    const child = this.start({ command, firstLine: '', onLine: (line) => lines.push(line) })
    this.#children.push(child)
    let isEnded = false
    child.exited.finally(() => (isEnded = true)).catch(() => {})
    await within(deadline, `starting ${command.join(' ')}`, undefined, async (signal) => {
      while (!(await isReady().catch(() => false))) {
        if (isEnded) throw new UserError(`${command.join(' ')} ended: ${lines.join('; ')}`)
        await pause(5, signal)
      }
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#children.map((child) => child.stop()))
    // those of switches that were killed
    for (const directory of this.#directories) await rm(directory, { recursive: true, force: true })
  }
}

/** From the left end to the right one. */
function effect(option: string, value: number | null): string[] {
  return value === null ? [] : [option, `LR${value}`]
}

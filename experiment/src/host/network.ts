import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { UserError } from '../util/errors'
import { batch, call, checkMachine } from './ip-tools'
import { queueing, type Shape } from './link-shape'

/** The interface of every node that carries the swarm and nothing else: its bytes can be compared with libtorrent's. */
export const dataInterface = 'data'
/** The one over which the seeder directs its peers; it is never slowed down. */
const controlInterface = 'control'

/** A node's place in a network of its own. */
export interface NetworkNode {
  readonly namespace: string
  /** Its addresses for the swarm and for being directed. */
  readonly data: string
  readonly control: string
}

/**
 * Hosts as network namespaces of this machine, each with an address of its own, over bridges in one more namespace.
 * Nothing in them is connected to the machine's own network. The addresses are those that RFC 2544 sets aside for
 * measurements: no host has them, and to libtorrent they are no local network, which it exempts from rate limits and
 * choking.
 */
export class Network implements AsyncDisposable {
  readonly #prefix = namePrefix(process.pid)
  readonly #hub = `${this.#prefix}hub`
  readonly #namespaces: string[] = []
  #nodes = 0
  /** The latest change, which may be under way; null once the network is to go. */
  #change: Promise<unknown> | null = Promise.resolve()

  readonly #shape: Shape

  private constructor(shape: Shape) {
    this.#shape = shape

    process.once('exit', this.#removeAtOnce)
  }

  /** Makes a network without nodes, and removes what killed processes have left of theirs. */
  static async open(shape: Shape): Promise<Network> {
    checkMachine()
    await removeLeftovers()
    const network = new Network(shape)
    try {
      await network.#addNamespace(network.#hub)
      const bridges = [dataInterface, controlInterface].flatMap((bridge) => [
        // Without multicast snooping it sends nothing by itself.
        `link add ${bridge} type bridge forward_delay 0 mcast_snooping 0`,
        `link set ${bridge} addrgenmode none up`,
      ])
      await batch('ip', bridges, network.#hub)
      return network
    } catch (error) {
      await network[Symbol.asyncDispose]()
      throw error
    }
  }

  /** Adds a host, one at a time. A bridge has ports for a thousand. */
  async add(name: string): Promise<NetworkNode> {
    if (!this.#change) throw new UserError('the network is being removed')
    const added = this.#addHost(name)
    this.#change = added
    return added
  }

  async #addHost(name: string): Promise<NetworkNode> {
    this.#nodes += 1
    const port = `port${this.#nodes}`
    const namespace = `${this.#prefix}${name}`
    const host = `${this.#nodes >> 8}.${this.#nodes & 255}`
    const node = { namespace, data: `198.18.${host}`, control: `198.19.${host}` }
    await this.#addNamespace(namespace)
    await this.#connect(namespace, dataInterface, node.data, port)
    await this.#connect(namespace, controlInterface, node.control, `${port}c`)
    const { rate } = this.#shape
    await shapeLink(namespace, dataInterface, this.#shape)
    await shapeLink(this.#hub, port, { rate, delay: null })
    return node
  }

  async #addNamespace(name: string): Promise<void> {
    this.#namespaces.push(name)
    await call('ip', ['netns', 'add', name])
    await batch('ip', ['link set lo up'], name)
  }

  /** A cable from a host to the bridge of the same name. */
  async #connect(namespace: string, name: string, address: string, port: string): Promise<void> {
    const ends = `name ${name} netns ${namespace} type veth peer name ${port} netns ${this.#hub}`
    await batch('ip', [`link add ${ends}`])
    const lines = [
      // one segment a packet, as on a wire: the kernel's counters then have all headers
      `link set ${name} addrgenmode none gso_max_segs 1 up`,
      `address add ${address}/16 dev ${name}`,
    ]
    await batch('ip', lines, namespace)
    await batch('ip', [`link set ${port} addrgenmode none master ${name} up`], this.#hub)
  }

  /** Removes it; processes that are still in it lose their connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    const change = this.#change
    this.#change = null
    await change?.catch(() => {})
    const gone = this.#namespaces.map((name) => call('ip', ['netns', 'delete', name]))
    // one that could not be made can't be removed either
    await Promise.allSettled(gone)
    this.#namespaces.length = 0
    process.off('exit', this.#removeAtOnce)
  }

  /** For when the process ends before it could be disposed of. */
  readonly #removeAtOnce = () =>
    this.#namespaces.forEach((name) => spawnSync('ip', ['netns', 'delete', name]))
}

async function shapeLink(namespace: string, device: string, shape: Shape): Promise<void> {
  const lines = queueing(device, shape)
  if (lines.length > 0) await batch('tc', lines, namespace)
}

/** What the names of all our namespaces begin with; ours alone by the process id and the time of its start. */
export function namePrefix(pid: number): string {
  return `lt-experiment-${pid}-${startOf(pid) ?? 0}-`
}

const pattern = /^(lt-experiment-(\d+)-\d+-)\S+/

/** Removes the namespaces that processes left which were killed. */
export async function removeLeftovers(): Promise<void> {
  for (const line of (await call('ip', ['netns', 'list'])).split('\n')) {
    const [name, prefix, pid] = pattern.exec(line) ?? []
    if (name === undefined || prefix === namePrefix(Number(pid))) continue
    // Another process may be removing it, too.
    await call('ip', ['netns', 'delete', name]).catch(() => {})
  }
}

/** When a process began, in ticks since the machine did: process ids come again, this does not; null: it is gone. */
function startOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name of the program, in parentheses, may contain anything; the start is field 22 of the whole line
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
  } catch {
    return null
  }
}

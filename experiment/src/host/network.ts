import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { explain, UserError, usageError } from '../util/errors'
import { nodesWithinLimits, raiseNeighbourLimits, restoreNeighbourLimits } from './neighbours'
import { queueing, type Shape } from './shape'
import { UserspaceCables } from './userspace-cables'

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

/** A line for `ip` about the namespace it is given. */
const loopbackUp = 'link set lo up'

/** From a host to a bridge. */
interface Cable {
  /** Of the bridge, and of the host's interface. */
  readonly name: string
  /** Of the host's interface. */
  readonly address: string
  /** Of the bridge. */
  readonly port: string
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
  /** Null where the kernel delays and loses packets, or none are to be. */
  #cables: UserspaceCables | null = null

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
      if (await needsUserspace(shape, network.#hub)) network.#cables = await UserspaceCables.open()
      const bridges = [dataInterface, controlInterface].flatMap((bridge) => [
        // Without multicast snooping it sends nothing by itself.
        `link add ${bridge} type bridge forward_delay 0 mcast_snooping 0`,
        `link set ${bridge} addrgenmode none up`,
      ])
      await batch('ip', [loopbackUp, ...bridges], network.#hub)
      return network
    } catch (error) {
      await network[Symbol.asyncDispose]()
      throw error
    }
  }

  /** Whether programs delay and lose packets, because the kernel can't. */
  get isUserspace(): boolean {
    return this.#cables !== null
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
    if (this.#nodes === nodesWithinLimits + 1) raiseNeighbourLimits()
    const port = `port${this.#nodes}`
    const namespace = `${this.#prefix}${name}`
    const host = `${this.#nodes >> 8}.${this.#nodes & 255}`
    const node = { namespace, data: `198.18.${host}`, control: `198.19.${host}` }
    await this.#addNamespace(namespace)
    await this.#connect(namespace, [
      { name: dataInterface, address: node.data, port },
      { name: controlInterface, address: node.control, port: `${port}c` },
    ])
    const onlyRate = { rate: this.#shape.rate, delay: null, loss: null }
    await shapeLink(namespace, dataInterface, this.#cables ? onlyRate : this.#shape)
    await shapeLink(this.#hub, port, onlyRate)
    return node
  }

  async #addNamespace(name: string): Promise<void> {
    this.#namespaces.push(name)
    await call('ip', ['netns', 'add', name])
  }

  /** Cables from a host to the bridges of the same names. Few calls of `ip`: each takes longer than what it does. */
  async #connect(namespace: string, cables: readonly Cable[]): Promise<void> {
    const [hub, shape] = [this.#hub, this.#shape]
    const isVeth = ({ name }: Cable) => name !== dataInterface || !this.#cables
    const veths = cables.filter(isVeth).map(({ name, port }) => {
      const ends = `name ${name} netns ${namespace} type veth peer name ${port} netns ${hub}`
      return `link add ${ends}`
    })
    await batch('ip', veths)
    for (const { name, port } of cables.filter((cable) => !isVeth(cable)))
      await this.#cables?.connect([endOf(namespace, name), endOf(hub, port)], shape)
    const lines = cables.flatMap(({ name, address }) => [
      // one segment a packet, as on a wire: the kernel's counters then have all headers
      `link set ${name} addrgenmode none gso_max_segs 1 up`,
      `address add ${address}/16 dev ${name}`,
      // milliseconds: ARP would verify known addresses every half minute, and that counts as traffic of the node
      `ntable change name arp_cache dev ${name} base_reachable 3600000`,
    ])
    await batch('ip', [loopbackUp, ...lines], namespace)
    const ports = cables.map(({ name, port }) => {
      return `link set ${port} addrgenmode none master ${name} up`
    })
    await batch('ip', ports, hub)
  }

  /** Removes it; processes that are still in it lose their connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    const change = this.#change
    this.#change = null
    await change?.catch(() => {})
    await this.#cables?.[Symbol.asyncDispose]()
    const gone = this.#namespaces.map((name) => call('ip', ['netns', 'delete', name]))
    // one that could not be made can't be removed either
    await Promise.allSettled(gone)
    this.#namespaces.length = 0
    restoreAfterLastRun()
    process.off('exit', this.#removeAtOnce)
  }

  /** For when the process ends before it could be disposed of. */
  readonly #removeAtOnce = () => {
    this.#namespaces.forEach((name) => spawnSync('ip', ['netns', 'delete', name]))
    restoreAfterLastRun()
  }
}

/** Whether packets are to be delayed or lost, and the kernel can't do that. Fails where programs can't either. */
async function needsUserspace({ delay, loss }: Shape, namespace: string): Promise<boolean> {
  if (delay === null && loss === null) return false
  try {
    await batch('tc', queueing('lo', { rate: null, delay: 1, loss: null }), namespace)
    return false
  } catch (error) {
    if (UserspaceCables.exist) return true
    throw usageError(
      '--delay and --loss need netem, which this kernel lacks (its module sch_netem), ' +
        `or VDE (Debian: apt install vde2): ${explain(error)}`,
    )
  }
}

/** @returns an end of a cable; `ip` fails as long as the interface does not exist */
function endOf(namespace: string, device: string): Parameters<UserspaceCables['connect']>[0][0] {
  const probe = () => call('ip', ['-n', namespace, 'link', 'show', 'dev', device])
  return { namespace, device, probe }
}

async function shapeLink(namespace: string, device: string, shape: Shape): Promise<void> {
  const lines = queueing(device, shape)
  if (lines.length > 0) await batch('tc', lines, namespace)
}

/** What the names of all our namespaces begin with; ours alone by the process id and the time of its start. */
function namePrefix(pid: number): string {
  return `lt-experiment-${pid}-${startOf(pid) ?? 0}-`
}

/** Where iproute2 has them. */
const namespaceDirectory = '/run/netns'

const pattern = /^(lt-experiment-(\d+)-\d+-)\S+/

/** Removes the namespaces that processes left which were killed. */
async function removeLeftovers(): Promise<void> {
  for (const line of (await call('ip', ['netns', 'list'])).split('\n')) {
    const [name, prefix, pid] = pattern.exec(line) ?? []
    if (name === undefined || prefix === namePrefix(Number(pid))) continue
    // Another process may be removing it, too.
    await call('ip', ['netns', 'delete', name]).catch(() => {})
  }
}

/** Other runs have namespaces as long as they may need the raised limits. */
function restoreAfterLastRun(): void {
  const names = existsSync(namespaceDirectory) ? readdirSync(namespaceDirectory) : []
  if (!names.some((name) => pattern.test(name))) restoreNeighbourLimits()
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

/** iproute2 answers in milliseconds; the kernel may take longer to free a namespace. */
const deadline = 30_000

/** Fails unless this process could make network namespaces at all. */
function checkMachine(): void {
  if (process.platform !== 'linux')
    throw usageError(`--netns needs Linux's network namespaces: this is ${process.platform}`)
  if (process.geteuid?.() !== 0) throw usageError('--netns needs root, to make network namespaces')
}

/** Runs `ip` or `tc` on lines of their batch language, all or, after the first one that fails, no more of them. */
export async function batch(
  tool: 'ip' | 'tc',
  lines: readonly string[],
  namespace?: string,
): Promise<void> {
  const inside = namespace === undefined ? [] : ['-netns', namespace]
  await call(tool, [...inside, '-batch', '-'], lines.map((line) => `${line}\n`).join(''))
}

/**
 * Runs a tool of iproute2.
 * @returns what it prints
 */
export async function call(tool: string, args: readonly string[], input = ''): Promise<string> {
  const { execa } = await import('execa')
  const options = { input, timeout: deadline, killSignal: 'SIGKILL', reject: false } as const
  const { failed, stdout, stderr, code, shortMessage } = await execa(tool, args, options)
  if (!failed) return stdout
  if (code === 'ENOENT') throw usageError(`--netns needs the command '${tool}', from iproute2`)
  throw usageError(`--netns: ${tool}: ${stderr.trim() || shortMessage}`)
}

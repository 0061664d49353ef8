import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Plan } from '../directed/plan'
import { runPlan, type RunOptions, type RunReport } from '../directed/seeder'
import { UserError } from '../errors'
import { RecordFile } from '../measure/record'
import type { IterationResult } from '../measure/results'
import { type Endpoint, formatEndpoint, isLoopback } from '../net/endpoint'
import { listenOf, reachableAddress } from '../net/local'
import { type Awaiting, tellAwaiting } from '../netns/run'
import { ensureDirectory } from '../paths'
import { type LocalPeersOptions, sessionsPerProcess, withLocalPeers } from '../processes/localPeers'
import { formatTable } from '../report/table'
import { summarize } from '../report/summary'
import type { Display } from '../ui/display'
import { namedFile } from './content'
import { demonstration, planOf } from './plan'
import { RunView } from './runView'
import { loopback, type SeedArguments } from './seedOptions'
import { openTracker } from './tracker'

/** The directed form: tells peers what to fetch and when, and prints a table of how long it took. */
export async function seedDirected(
  args: SeedArguments,
  display: Display,
  signal: AbortSignal,
): Promise<number> {
  const file = await namedFile(args)
  const size = file?.size ?? null
  const plan = planOf(size === null ? args.fileSize : [size], args.iterations) ?? demonstration
  const results: IterationResult[] = []
  const view = new RunView(display, plan)
  using record = args.results === undefined ? null : new RecordFile(args.results)
  await using tracker = await openTracker(args, { signal })
  const options: Omit<RunOptions, 'onListening'> = {
    ...(await runOptions(args, plan, display)),
    file: size === null ? null : (file?.path ?? null),
    name: file?.name ?? 'random.bin',
    trackers: tracker.urls,
    onResult(result) {
      results.push(result)
      view.add(result)
      record?.add(result)
    },
  }
  try {
    const report = await withLocalPeers(signal, (start, signal) => {
      const onListening = (control: Endpoint) =>
        awaitPeers({ ...options, seeder: control }, args, display, start)
      return runPlan({ ...options, onListening }, signal)
    })
    conclude(report)
    return 0
  } finally {
    display.close()
    // also after Ctrl-C: what has been measured is shown
    if (results.length > 0) display.say(formatTable(summarize(plan, results), process.stdout.isTTY))
  }
}

async function runOptions(
  args: SeedArguments,
  plan: Plan,
  display: Display,
): Promise<Omit<RunOptions, 'file' | 'name' | 'trackers' | 'onResult' | 'onListening'>> {
  const { host, port } = args.listen ?? loopback
  const { localPeers, peers = typeof localPeers === 'number' ? localPeers : 3 } = args
  const token =
    args.token ?? (isLoopback(args.control ?? host) ? null : randomBytes(8).toString('hex'))
  return {
    plan,
    token,
    peers,
    control: { host: args.control ?? host, port: args.port },
    listen: listenOf({ host, port }),
    transport: args.transport,
    discovery: args.discovery,
    version: args.torrentVersion,
    pieceSize: args.pieceSize ?? 0,
    timeout: (size) => args.timeout ?? 60_000 + size / 1000,
    workDirectory: await ensureDirectory(args.savePath ?? tmpdir()),
    onMessage: (message) => display.say(message),
  }
}

/** The seeder waits for its peers: starts them, lets them be started, or says how to. */
function awaitPeers(
  { seeder, token, peers }: Awaiting,
  { localPeers, inNamespace }: SeedArguments,
  display: Display,
  start: (options: LocalPeersOptions) => void,
): void {
  const host = reachableAddress(seeder.host)
  const awaiting = { seeder: { host, port: seeder.port }, token, peers }
  if (inNamespace) return tellAwaiting(awaiting)
  const onMessage = (message: string) => display.say(message)
  const sessions = sessionsPerProcess(peers)
  if (localPeers) return start({ ...awaiting, sessions, onMessage })
  const shared = token === null ? '' : ` --token ${token}`
  const command = `node peer.js --seeder ${formatEndpoint(awaiting.seeder)}${shared}`
  display.say(`waiting for ${peers} peers, each started by: ${command}`)
}

/** Fails unless everything arrived everywhere. */
function conclude({ results, stopped, notRun }: RunReport): void {
  const failed = results.filter(({ ok }) => !ok).length
  const problems: string[] = []
  if (failed > 0) problems.push(`${failed} of ${results.length} iterations failed`)
  if (stopped !== null) {
    problems.push(`the run was stopped: ${stopped} (iterations not run: ${notRun})`)
  }
  if (problems.length > 0) throw new UserError(problems.join('; '))
}

import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runPlan, type RunOptions, type RunReport } from '../coordinator/run'
import { allowanceFor } from '../util/cancel'
import { explain, usageError, UserError } from '../util/errors'
import { discardRun, openRecord, readRun, writeNotes } from '../results/run-directory'
import { type Endpoint, isLoopback } from '../util/endpoint'
import { type Binding, bindingOf, reachableAddress } from '../host/addresses'
import { type Awaiting, sendAwaiting } from '../host/namespaces'
import { ensureDirectory } from '../util/files'
import { type Plan, peersNeeded, failuresOf, tallyOf } from '../plan/plan'
import { joinDeadline, launchedProcesses } from '../host/launch'
import {
  accessOptions,
  localProcesses,
  type PeerStarter,
  withPeerProcesses,
} from '../host/peer-processes'
import { makeIdentity } from '../protocol/tls'
import { summaryOf, toJson, writeReports } from '../report/write'
import { summarizeSteps } from '../report/steps'
import { layoutOf } from '../report/table'
import { formatRun } from '../report/terminal'
import { endClosingDeadline } from './command'
import type { Display } from './display'
import { type OpenedRun, openRun } from './open-run'
import { RunView } from './run-view'
import { defaultPort, loopback, type SeedArguments, trackerPlace } from './seed-options'
import { openTrackers } from '../coordinator/tracker'

/** The directed form: coordinates peers, and writes results and a report. */
export async function seedDirected(
  given: SeedArguments,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  const opened = await openRun(given)
  const { directory, plan } = opened.run
  const { json = false } = given
  if (plan.shuffle !== null) display.print(`the order is drawn with --shuffle ${plan.shuffle}`)
  try {
    const { results } = opened.run
    if (opened.schedule.length === 0) {
      display.print('all iterations of this run are done already')
      conclude(plan, { results, stopped: null })
    } else {
      const { results: more, stopped } = await carryOut(opened, display, signal)
      conclude(plan, { results: [...results, ...more], stopped })
    }
  } catch (error) {
    display.close()
    endClosingDeadline()
    // what went wrong first is what the command ends with
    await report(directory, json, display).catch((error: unknown) => display.print(explain(error)))
    throw error
  }
  display.close()
  await report(directory, json, display)
}

async function carryOut(
  { run, schedule, args }: OpenedRun,
  display: Display,
  signal: AbortSignal,
): Promise<RunReport> {
  const { directory, plan } = run
  checkDiscovery(plan, args)
  const names = plan.conditions.map(({ tracker, discovery }) =>
    discovery === 'tracker' ? [tracker] : [],
  )
  using record = openRecord(directory)
  await using trackers = await openTrackers(names.flat(), { ...trackerPlace(args), signal })
  const together = joinDeadline * 1000 + allowanceFor(peersNeeded(plan))
  const options: Omit<RunOptions, 'onListening' | 'events'> = {
    ...(await placesOf(args)),
    plan,
    schedule,
    joinDeadline: args.launch ? together : null,
    strict: args.strict ?? false,
    trackersOf: (name) => trackers.urlsOf(name),
    onNodes: (nodes) => writeNotes(directory, 'nodes', nodes),
    nodes: run.nodes,
    settings: run.settings ?? [],
    onSettings: (settings) => writeNotes(directory, 'settings', settings),
    record: (result) => record.add(result),
  }
  return await withPeerProcesses(signal, (starter, signal) => {
    const { token, identity } = options
    const fingerprint = identity?.fingerprint ?? null
    const onListening = (seeder: Endpoint) =>
      awaitPeers({ seeder, token, fingerprint, peers: peersNeeded(plan) }, args, display, starter)
    const events = new RunView(display, run.results, starter.allJoined)
    return runPlan({ ...options, events, onListening }, signal)
  })
}

/** Multicast on the IPv6 loopback address reaches no other session. */
function checkDiscovery({ conditions }: Plan, { listen }: SeedArguments): void {
  if (listen?.host !== '::1' || !conditions.some(({ discovery }) => discovery === 'lsd')) return
  throw usageError('discovery lsd finds no peers at ::1: listen at 127.0.0.1 or another address')
}

async function placesOf(
  args: SeedArguments,
): Promise<
  Pick<RunOptions, 'control' | 'token' | 'identity' | 'networkInterface' | 'link'> &
    Pick<RunOptions, 'workDirectory'> &
    Binding
> {
  const { listen: { host, port } = loopback, localPeers, launch } = args
  if (args.launchCommand !== undefined && !launch)
    throw usageError('--launch-command needs --launch')
  if (launch && !args.listen)
    throw usageError('--launch needs --listen, the address at which its hosts reach this machine')
  const anyPort = localPeers !== undefined || launch !== undefined
  const control = { host: args.control ?? host, port: args.port ?? (anyPort ? 0 : defaultPort) }
  const isOpen = !isLoopback(control.host)
  return {
    control,
    token: args.token ?? (isOpen ? randomBytes(8).toString('hex') : null),
    identity: args.tls ? await makeIdentity() : null,
    ...bindingOf({ host, port }),
    networkInterface: args.interface ?? null,
    link: args.link ?? args.rate ?? null,
    workDirectory: await ensureDirectory(args.savePath ?? tmpdir()),
  }
}

/** Called when the seeder waits for its peers: starts them, or prints the command that starts one. */
function awaitPeers(
  { seeder, peers, ...secrets }: Awaiting,
  { listen, localPeers, launch, launchCommand, inNamespace }: SeedArguments,
  display: Display,
  { start }: PeerStarter,
): void {
  const host = reachableAddress(seeder.host)
  const where = { ...secrets, seeder: { host, port: seeder.port } }
  if (inNamespace) return sendAwaiting({ ...where, peers })
  const onMessage = (message: string) => display.print(message)
  if (localPeers) {
    const processes = localProcesses(peers, listen?.host)
    return start({ ...where, processes, onMessage })
  }
  if (launch) {
    const processes = launchedProcesses(launch, peers, launchCommand)
    return start({ ...where, processes, onMessage })
  }
  const command = ['node peer.js', ...accessOptions(where)].join(' ')
  display.print(`waiting for ${peers} peers, each started by: ${command}`)
}

/** Shows and writes what there is, also after Ctrl-C. */
async function report(directory: string, json: boolean, display: Display): Promise<void> {
  const run = await readRun(directory)
  if (run.results.length === 0) return discardRun(directory)
  // Before the report, which takes seconds in a long run: a second Ctrl-C ends it.
  display.print(`results: ${directory}`)
  const { iterations, warmUps } = tallyOf(run.plan.steps, run.results)
  if (iterations.notRun + warmUps.notRun > 0)
    display.print(`go on with it by --resume ${directory}`)
  const summaries = summarizeSteps(run)
  if (json) process.stdout.write(`${toJson(summaryOf(run, summaries))}\n`)
  else display.printLines(formatRun(summaries, layoutOf(process.stdout), run.nodes))
  const missing = await writeReports(run, summaries)
  if (missing !== null) display.print(missing)
  display.print(`report: ${join(directory, 'report.html')}`)
}

/** Fails unless everything arrived everywhere, also in the part of the run before it was resumed. */
function conclude({ steps }: Plan, { results, stopped }: RunReport): void {
  const tallies = tallyOf(steps, results)
  const problems = failuresOf(tallies)
  if (stopped !== null) {
    const { notRun } = tallies.iterations
    problems.push(`the run was stopped: ${stopped} (iterations not run: ${notRun})`)
  }
  if (problems.length > 0) throw new UserError(problems.join('; '))
}

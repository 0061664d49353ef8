import { hostname, tmpdir } from 'node:os'
import { joinRun, type ShortPlan } from '../node/peer'
import { explain, usageError, UserError } from '../util/errors'
import type { TransferReport } from '../results/iteration-result'
import { bindingOf } from '../host/addresses'
import { attach } from '../host/attachment'
import { joinedMessage } from '../host/peer-processes'
import { ensureDirectory } from '../util/files'
import { TemporaryDirectory } from '../util/temporary-directory'
import { quoted, visible } from '../util/text'
import type { Display } from './display'
import { formatExactSize, formatRate, formatSize, formatTime } from '../util/units'
import { DownloadView } from './transfer-views'
import type { PeerArguments } from './peer-options'
import { defaultPort } from './seed-options'

/** The directed form: executes the orders of a seeder. Several sessions are as many peers. */
export async function peerDirected(
  args: PeerArguments,
  display: Display,
  signal: AbortSignal,
): Promise<void> {
  if (!args.attached) return directed(args, display, signal)
  using attachment = await attach()
  const token = attachment.token ?? undefined
  await directed({ ...args, token }, display, AbortSignal.any([signal, attachment.signal]))
}

async function directed(args: PeerArguments, display: Display, signal: AbortSignal): Promise<void> {
  const { sessions, savePath } = args
  if (sessions > 1 && (args.listen?.port ?? 0) > 0)
    throw usageError('--sessions can not share the port of --listen')
  if (sessions > 1 && args.interface !== undefined)
    throw usageError('--interface counts for one peer: leave out --sessions')
  await using temporary =
    savePath === undefined ? await TemporaryDirectory.in(tmpdir(), 'peer-') : null
  const directory = temporary?.path ?? (await ensureDirectory(savePath ?? ''))
  const taking = Array.from({ length: sessions }, (_, index) => {
    if (sessions === 1) return takePart(args, directory, display, signal)
    const onError = (error: unknown) => {
      const line = visible(`session ${index + 1}: ${explain(error)}`)
      if (!signal.aborted) process.stderr.write(`${line}\n`)
      throw error
    }
    return takePart(args, directory, oneOfMany(display, index + 1), signal, onError)
  })
  // what ends one of them leaves the others alone
  const outcomes = await Promise.allSettled(taking)
  signal.throwIfAborted()
  const errors = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  )
  if (errors.length > 0) throw combined(errors)
  display.print('the run is over')
}

/** The errors of several sessions as one: those of one text count once. */
function combined(errors: readonly unknown[]): unknown {
  const texts = new Set(errors.map(explain))
  return texts.size > 1 ? new UserError([...texts].join('; ')) : errors[0]
}

/** Display of one session of several, without bars, which would be too many. */
function oneOfMany(display: Display, number: number): Display {
  return {
    ...display,
    isLive: false,
    print: (line) => display.print(`session ${number}: ${line}`),
    progress: () => ({ update: () => {}, setTotal: () => {}, end: () => {} }),
  }
}

/**
 * One peer, from the wait for the seeder to the end of the run.
 * @param onError gets what ends it before the end of the run, and throws that
 */
async function takePart(
  args: PeerArguments,
  savePath: string,
  display: Display,
  signal: AbortSignal,
  onError?: (error: unknown) => never,
): Promise<void> {
  const view = new DownloadView(display)
  let failures = 0
  const stopped = await joinRun(
    args.seeder ?? { host: '127.0.0.1', port: defaultPort },
    {
      savePath,
      keep: args.keep,
      fileName: args.file,
      token: args.token ?? null,
      fingerprint: args.tls ?? null,
      name: args.name ?? hostname(),
      ...(args.listen ? bindingOf(args.listen) : { listen: null }),
      networkInterface: args.interface ?? null,
      timeout: args.wait,
      // to the process that started this one, if there is one
      onJoined: () => process.send?.(joinedMessage),
      checkPlan: (plan) => checkPlan(plan, args),
      onMessage: (message) => display.print(message),
      onProgress: (progress) => view.show(progress),
      onTransfer(iteration, size, result) {
        view.end()
        if ('failed' in result) failures += 1
        printTransfer(display, args.quiet, iteration, size, result)
      },
    },
    signal,
  ).catch(onError)
  if (stopped !== null) throw new UserError(stopped)
  if (failures > 0) throw new UserError(`the run is over; transfers that failed here: ${failures}`)
}

/** Refuses a run that is not the one that the options describe. */
function checkPlan(steps: ShortPlan, { fileSize: sizes, iterations = [1] }: PeerArguments): void {
  if (!sizes) return
  if (iterations.length !== 1 && iterations.length !== sizes.length) {
    const [files, counts] = [sizes.length, iterations.length]
    throw usageError(`${files} times --file-size and ${counts} times --iterations: give one each`)
  }
  const [first = 1] = iterations
  const expected = sizes.map((size, index) => ({ size, iterations: iterations[index] ?? first }))
  const shown = (plan: ShortPlan) =>
    plan.map(({ size, iterations }) => `${iterations} x ${formatExactSize(size)}`).join(', ')
  if (shown(expected) !== shown(steps))
    throw usageError(`the seeder's plan is ${quoted(shown(steps))}: expected ${shown(expected)}`)
}

function printTransfer(
  display: Display,
  quiet: boolean,
  iteration: number,
  size: number,
  result: { report: TransferReport } | { failed: string },
): void {
  // the seeder numbers its warm-ups as well, and counts iterations without them
  const what = `transfer ${iteration}, ${formatSize(size)}`
  if ('failed' in result) display.print(`${what}: failed, ${result.failed}`)
  else if (!quiet) {
    const { finish } = result.report.times
    display.print(`${what}: ${formatTime(finish)}, ${formatRate((size / finish) * 1000)}`)
  }
}

import { stringify } from 'csv-stringify/sync'
import { counters as schema } from '../results/iteration-result'
import type { Counters, IterationResult, PeerOutcome } from '../results/iteration-result'
import type { Run } from '../results/run-directory'
import { conditionOf, type Plan, type Step } from '../plan/plan'
import { visibleLines } from '../util/text'
import { comparedMeasures, type Comparison, type Ratio, tested } from './compare'
import { kbitPerMegabyte, type MeasureName, measureNames, measures } from './measures'
import type { Interaction } from './interactions'
import type { Interval, Statistics } from './statistics'
import type { StepSummary } from './steps'

type Cell = string | number | null
type Row = Readonly<Record<string, Cell>>

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function csv(rows: readonly Row[]): string {
  return stringify([...rows], {
    header: true,
    cast: { string: (text) => visibleLines(text) },
    columns: Object.keys(rows[0] ?? {}),
    escape_formulas: true,
  })
}

/**
 * One row per peer and iteration, every number with its unit in the name of its column. An iteration that failed before
 * any peer had its part has one row, without a peer.
 */
export function iterationsCsv({ plan, results }: Pick<Run, 'plan' | 'results'>): string {
  const rows = results.flatMap((result) => {
    const step = plan.steps[result.step]
    if (!step) return []
    const shared = iterationCells(result, step, plan)
    const peers = result.peers.length > 0 ? result.peers : [null]
    return peers.map((peer) => ({
      ...shared,
      ...peerCells(peer, result, step),
      ...countersCells('peer', peer ? result.counters?.[peer.peer] : undefined),
      ...countersCells('source', result.counters?.[step.source]),
    }))
  })
  return csv(rows)
}

function iterationCells(result: IterationResult, step: Step, plan: Plan): Row {
  const one = (name: MeasureName) =>
    result.ok ? (measures[name].of(result, step.source)[0] ?? null) : null
  const aggregate = one('aggregateThroughput')
  return {
    iteration: result.iteration,
    step: result.step,
    repetition: result.repetition,
    warm_up: Number(result.warmUp),
    size_bytes: result.size,
    condition: conditionOf(plan, step).name,
    source_node: step.source,
    started_at: result.startedAt,
    iteration_ok: Number(result.ok),
    iteration_reason: result.reason,
    info_hash_v1: result.infoHashes?.v1 ?? null,
    info_hash_v2: result.infoHashes?.v2 ?? null,
    swarm_time_ms: result.lastFinish,
    least_time_ms: result.leastTime,
    control_round_trip_ms: result.controlRoundTrip,
    aggregate_throughput_kbit_per_s: aggregate,
    aggregate_throughput_MB_per_s: aggregate === null ? null : aggregate / kbitPerMegabyte,
    counters_settled: Number(result.settled),
    overhead_ratio: one('overhead'),
    overhead_received_ratio: one('overheadReceived'),
    lost_ratio: one('lost'),
    lost_content_ratio: one('lostContent'),
    torrent_bytes: result.torrentSize,
    wire_overhead_ratio: one('wireOverhead'),
    link_overhead_ratio: one('linkOverhead'),
    source_share_ratio: one('sourceShare'),
  }
}

function peerCells(peer: PeerOutcome | null, { size }: IterationResult, { source }: Step): Row {
  const report = peer?.ok ? peer : null
  const times = report?.times ?? null
  const throughput = times && times.finish > 0 ? (8 * size) / times.finish : null
  const received = (isWanted: (node: number) => boolean) =>
    report?.received?.reduce((all, [node, bytes]) => all + (isWanted(node) ? bytes : 0), 0) ?? null
  return {
    peer: peer?.peer ?? null,
    ok: peer ? Number(peer.ok) : 0,
    reason: peer && !peer.ok ? peer.reason : null,
    connect_ms: times?.connect ?? null,
    first_block_ms: times?.firstBlock ?? null,
    transfer_time_ms: times?.finish ?? null,
    throughput_kbit_per_s: throughput,
    throughput_MB_per_s: throughput === null ? null : throughput / kbitPerMegabyte,
    received_from_source_bytes: received((node) => node === source),
    received_from_others_bytes: received((node) => node !== source),
  }
}

/** `sent_payload_bytes` for `sentPayload`; messages and connections are counts, without a unit. */
function columnOf(counter: keyof Counters): string {
  if (counter === 'accepted' || counter === 'ended') return `${counter}_connections`
  const isCount = /(Blocks|Requests|Haves|States|connections)$/.test(counter)
  const name = counter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return isCount ? name : `${name}_bytes`
}

function countersCells(prefix: string, counters: Counters | undefined): Row {
  const names = schema.keyof().options
  return Object.fromEntries(
    names.map((name) => [`${prefix}_${columnOf(name)}`, counters?.[name] ?? null]),
  )
}

/** One row per step and measure. */
export function summaryCsv(summaries: readonly StepSummary[]): string {
  return csv(summaries.flatMap(summaryRows))
}

function summaryRows(summary: StepSummary): Row[] {
  const { label, size, condition, source, iterations, ok, failed, notRun, warmUps } = summary
  const shared = {
    step: summary.step,
    label,
    size_bytes: size,
    condition,
    source_node: source,
    iterations,
    ok,
    failed,
    not_run: notRun,
    warm_ups: warmUps,
    unsettled: summary.unsettled,
  }
  const rows: (readonly [name: string, unit: string, statistics: Statistics])[] = [
    ...measureNames.map((name) => [name, measures[name].unit, summary.measures[name]] as const),
    ['throughput', 'MB/s', summary.megabytesPerSecond.throughput],
    ['aggregateThroughput', 'MB/s', summary.megabytesPerSecond.aggregate],
  ]
  return rows.map(([measure, unit, statistics]) => ({
    ...shared,
    measure,
    unit,
    ...statisticsCells(statistics),
  }))
}

function statisticsCells({ meanCi95, medianCi95, ...all }: Statistics): Row {
  const { n, mean, sd, median, p95, p99, min, max } = all
  const intervals = { ...endsOf('mean_ci95', meanCi95), ...endsOf('median_ci95', medianCi95) }
  return { n, mean, sd, median, p95, p99, min, max, ...intervals }
}

function endsOf(name: string, interval: Interval | null): Row {
  return { [`${name}_low`]: interval?.[0] ?? null, [`${name}_high`]: interval?.[1] ?? null }
}

/** One row per run, step and measure. */
export function comparisonCsv(
  comparisons: readonly Comparison[],
  what: 'run' | 'condition' = 'run',
): string {
  const rows = comparisons.flatMap(({ step, run, measures: all }) =>
    comparedMeasures.map((name) => {
      return {
        step,
        [what]: run,
        measure: name,
        unit: measures[name].unit,
        ...statisticsCells(all[name]),
        ...ratioCells('ratio_of_medians', all[name]),
      }
    }),
  )
  return csv(rows)
}

function ratioCells(name: string, { ratio, ratioCi95, excludesOne, p, pHolm }: Ratio): Row {
  return {
    [name]: ratio,
    ...endsOf('ratio_ci95', ratioCi95),
    ratio_ci95_excludes_1: excludesOne === null ? null : Number(excludesOne),
    p,
    p_holm: pHolm,
  }
}

/** One row per step, pair of factors and measure. */
export function interactionsCsv(interactions: readonly Interaction[]): string {
  const rows = interactions.flatMap(({ step, factors: [first, second], measures }) =>
    tested.map((measure) => {
      const [before, after] = measures[measure].effects
      return {
        step,
        first_factor: first,
        second_factor: second,
        measure,
        effect_of_first_before: before,
        effect_of_first_after: after,
        ...ratioCells('ratio_of_effects', measures[measure]),
      }
    }),
  )
  return csv(rows)
}

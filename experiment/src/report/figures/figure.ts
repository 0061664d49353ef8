import type { IterationResult } from '../../results/iteration-result'
import type { Run } from '../../results/run-directory'
import type { StepSummary } from '../steps'
import type { Renderer } from './renderer'

/** A plot with what has to be said about it. */
export interface Figure {
  /** Of letters and hyphens: also the name of its file. */
  readonly id: string
  readonly title: string
  /** What is shown, and of how many observations. */
  readonly caption: string
  /** An SVG element; null when there is nothing to show. */
  readonly svg: string | null
}

/** What a figure is made of. */
export interface Subject {
  readonly renderer: Renderer
  readonly run: Pick<Run, 'plan' | 'results'>
  readonly summaries: readonly StepSummary[]
}

/** The iterations of a step that went well, warm-ups left out. */
export function goodOf({ results }: Subject['run'], step: number): IterationResult[] {
  return results.filter((result) => result.step === step && result.ok && !result.warmUp)
}

/** Steps whose numbers have room in a caption. */
const mostCounted = 6

/** Sizes of samples, for a caption: `10 KiB: 99, 1 MiB: 3`, or only the range of many. */
export function counted(entries: readonly (readonly [label: string, n: number])[]): string {
  if (entries.length <= mostCounted) return entries.map(([label, n]) => `${label}: ${n}`).join(', ')
  const counts = entries.map(([, n]) => n)
  return `${Math.min(...counts)} to ${Math.max(...counts)} in each of ${counts.length} steps`
}

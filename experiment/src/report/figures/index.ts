import type { Run } from '../../results/run-directory'
import type { StepSummary } from '../steps'
import { arrivals } from './arrivals'
import type { Figure } from './figure'
import { overhead } from './overhead'
import type { Renderer } from './renderer'
import { shares } from './shares'
import { throughput } from './throughput'
import { timeSplit } from './time-split'
import { transferTimes } from './transfer-times'

const figures = [transferTimes, throughput, timeSplit, overhead, shares, arrivals]

export function figuresOf(
  renderer: Renderer,
  run: Pick<Run, 'plan' | 'results'>,
  summaries: readonly StepSummary[],
): Figure[] {
  return figures.map((figure) => figure({ renderer, run, summaries }))
}

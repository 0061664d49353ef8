import type { Run } from '../../results/run-directory'
import type { StepSummary } from '../steps'
import { arrivals } from './arrivals'
import type { Figure } from './figure'
import { overhead } from './overhead'
import type { Pen } from './pen'
import { shares } from './shares'
import { throughput } from './throughput'
import { timeSplit } from './time-split'
import { transferTimes } from './transfer-times'

const figures = [transferTimes, throughput, timeSplit, overhead, shares, arrivals]

export function figuresOf(
  pen: Pen,
  run: Pick<Run, 'plan' | 'results'>,
  summaries: readonly StepSummary[],
): Figure[] {
  return figures.map((figure) => figure({ pen, run, summaries }))
}

import type { Run } from '../../measure/runDirectory'
import type { StepSummary } from '../steps'
import { arrivals } from './arrivals'
import type { Figure } from './figure'
import { overhead } from './overhead'
import type { Pen } from './pen'
import { shares } from './shares'
import { throughput } from './throughput'
import { timeSplit } from './timeSplit'
import { transferTimes } from './transferTimes'

const figures = [transferTimes, throughput, timeSplit, overhead, shares, arrivals]

export function figuresOf(
  pen: Pen,
  run: Pick<Run, 'plan' | 'results'>,
  summaries: readonly StepSummary[],
): Figure[] {
  return figures.map((figure) => figure({ pen, run, summaries }))
}

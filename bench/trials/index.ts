// All trials, in the order in which they run.
import type { Trial } from '../harness/trial'
import { startup } from './startup'
import { transfer } from './transfer'

export const trials: readonly Trial[] = [transfer, startup]

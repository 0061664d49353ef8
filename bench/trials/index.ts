// All trials, in the order in which they run.
import type { Trial } from '../harness/trial'
import { settings } from './settings'
import { small } from './small'
import { startup } from './startup'
import { swarm } from './swarm'
import { transfer } from './transfer'

export const trials: readonly Trial[] = [transfer, swarm, small, startup, settings]

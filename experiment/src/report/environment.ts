import type { Run } from '../results/run-directory'

/** Where it was measured and under which circumstances: nothing but what was written while it was. */
export function environmentOf({ plan, startedAt, options, nodes, settings }: Run): object {
  return { format: 2, startedAt, seed: plan.shuffle, nodes, settings, options, plan }
}

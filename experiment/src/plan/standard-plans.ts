import type { PlanInput } from './input'

const repeatedly = (size: number, iterations: number, fileName: string) => ({
  size,
  iterations,
  fileName,
})

/** The experiment of the course: one seeder and three leechers. */
const csc573: PlanInput = {
  name: 'csc573',
  peers: 3,
  steps: [
    repeatedly(10_240, 333, 'A_10kB'),
    repeatedly(102_400, 33, 'A_100kB'),
    repeatedly(1_048_576, 3, 'A_1MB'),
    repeatedly(10_485_760, 1, 'A_10MB'),
  ],
}

/** The plan of a command line without content: some seconds on one machine. */
export const demonstration: PlanInput = {
  name: 'demonstration',
  steps: [
    { size: 10 * 1024, iterations: 20 },
    { size: 100 * 1024, iterations: 20 },
    { size: 1024 * 1024, iterations: 10 },
    { size: 10 * 1024 * 1024, iterations: 5 },
    { size: 100 * 1024 * 1024, iterations: 2 },
  ],
}

/** Plans that --plan takes by their names. */
export const namedPlans: readonly PlanInput[] = [csc573, demonstration]

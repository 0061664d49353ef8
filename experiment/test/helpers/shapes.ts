// Runs that reports must cope with.
import type { Shape } from './runs'

const kib = 1024
const mib = 1024 * kib

/** The classroom's experiment. */
export const classroom: Shape = {
  name: 'classroom',
  conditions: ['default'],
  peers: 3,
  steps: [
    { size: 10 * kib, iterations: 60, warmUps: 5 },
    { size: 100 * kib, iterations: 20 },
    { size: mib, iterations: 3 },
    { size: 10 * mib, iterations: 1 },
  ],
}

export const single: Shape = {
  name: 'single',
  conditions: ['default'],
  peers: 1,
  steps: [{ size: 10 * kib, iterations: 1 }],
}

export const fiftyPeers: Shape = {
  name: 'fifty',
  conditions: ['default'],
  peers: 50,
  steps: [
    { size: 10 * kib, iterations: 3 },
    { size: 4 * mib, iterations: 2 },
  ],
}

/** What peers and files might be called by an attacker. */
export const hostile = `<script>alert(1)</script> & "quoted", 'too'\n=1+1 ${'never-ending'.repeat(20)}`

export const allFailed: Shape = {
  name: 'all-failed',
  conditions: [hostile.slice(0, 190)],
  peers: 3,
  steps: [
    { size: 10 * kib, iterations: 12 },
    { size: mib, iterations: 5 },
  ],
  fails: (iteration) => `peer ${1 + (iteration % 3)}: ${hostile}`,
}

export const matrix: Shape = {
  name: 'matrix',
  peers: 3,
  conditions: [
    'tcp',
    'utp, under a name that is longer than the room for it',
    hostile.slice(0, 60),
  ],
  steps: [0, 1, 2].flatMap((condition) => [
    { size: 10 * kib, iterations: 20, condition },
    { size: 100 * kib, iterations: 10, condition },
    { size: mib, iterations: 5, condition, source: condition },
  ]),
  fails: (iteration) => (iteration % 20 === 7 ? 'the transfer took longer than 60 s' : null),
}

export const shapes = [classroom, single, fiftyPeers, allFailed, matrix]

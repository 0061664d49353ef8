import { runMain } from './cli/command'
import { seed } from './seed'

// The whole experiment on this machine, in processes of their own. Options are those of seed.js.
void runMain((argv, signal) => seed(['--local-peers', ...argv], signal))

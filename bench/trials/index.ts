// All trials, in the order in which they run.
import type { Trial } from '../harness/trial'
import { alerts, liveAlerts, transferAlerts } from './alerts'
import { calls, readPiece } from './calls'
import { createTorrent } from './create-torrent'
import { localPeers } from './local-peers'
import { loopDelay } from './loop-delay'
import { readStream } from './read-stream'
import { sessions } from './sessions'
import { settings } from './settings'
import { small } from './small'
import { startup } from './startup'
import { streaming } from './streaming'
import { swarm } from './swarm'
import { torrents } from './torrents'
import { transfer } from './transfer'
import { refusals, waits } from './waits'

export const trials: readonly Trial[] = [
  transfer,
  swarm,
  small,
  createTorrent,
  alerts,
  transferAlerts,
  liveAlerts,
  torrents,
  calls,
  readPiece,
  readStream,
  streaming,
  sessions,
  waits,
  refusals,
  startup,
  loopDelay,
  localPeers,
  settings,
]

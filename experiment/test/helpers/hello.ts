import { protocolVersion, type PeerMessage } from '../../src/protocol/orders'
import { thisMachine } from '../../src/results/environment'

/** With what a peer begins. */
export const hello = {
  type: 'hello',
  version: protocolVersion,
  token: null,
  key: '0'.repeat(32),
  machine: thisMachine(),
} as const satisfies PeerMessage

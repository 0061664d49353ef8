// What a Session inherits.
import { DhtSession } from '../dht/dht-session'

/** Methods that session.ts writes itself, and those that only lib/ calls. */
type Replaced =
  | 'applySettings'
  | 'addTorrent'
  | 'close'
  | 'getSettings'
  | 'getSettingsSync'
  | 'listenTo'
  | 'postSessionStats'
  | 'postTorrentUpdates'
  | 'ref'
  | 'removeTorrent'
  | 'sessionState'
  | 'sessionStateSync'
  | 'unref'

type Base = new (...args: ConstructorParameters<typeof DhtSession>) => Omit<DhtSession, Replaced>

/** The native session with requests of the DHT as promises. */
export const SessionBase = DhtSession as Base

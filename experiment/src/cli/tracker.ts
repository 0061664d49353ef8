import { parseTrackerUrl } from '../net/endpoint'
import { startTracker, type TrackerOptions } from '../tracker/embedded'
import { loopback, type SeedArguments } from './seedOptions'

export interface Trackers extends AsyncDisposable {
  readonly urls: readonly string[]
  /** Whether it runs here, and so knows who has completed a download. */
  readonly isEmbedded: boolean
}

/** The tracker that the options ask for: one inside this process, or somebody else's. */
export async function openTracker(
  args: Pick<SeedArguments, 'tracker' | 'trackerPort' | 'listen'>,
  options: Pick<TrackerOptions, 'signal' | 'onCompleted'>,
): Promise<Trackers> {
  const { tracker, trackerPort: port = 0, listen = loopback } = args
  if (tracker !== 'http' && tracker !== 'udp') {
    return {
      urls: [parseTrackerUrl(tracker)],
      isEmbedded: false,
      [Symbol.asyncDispose]: async () => {},
    }
  }
  const embedded = await startTracker({ ...options, host: listen.host, port, protocol: tracker })
  return { urls: [embedded.url], isEmbedded: true, [Symbol.asyncDispose]: () => embedded.close() }
}

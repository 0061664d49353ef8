import { parseTrackerUrl } from '../util/endpoint'
import { startTracker, type TrackerOptions, type TrackerProtocol } from './embedded-tracker'
import { loopback, type SeedArguments } from '../cli/seed-options'

type Place = Pick<SeedArguments, 'trackerPort' | 'listen'>
type Options = Pick<TrackerOptions, 'signal' | 'onCompleted'>

export interface Tracker extends AsyncDisposable {
  readonly url: string
  /** Whether it runs here, and so knows who has completed a download. */
  readonly isEmbedded: boolean
}

/** A tracker by name: `http` and `udp` are inside this process, an URL is somebody else's. */
export async function openTracker(name: string, place: Place, options: Options): Promise<Tracker> {
  const { trackerPort: port = 0, listen = loopback } = place
  if (!isEmbedded(name)) {
    const url = parseTrackerUrl(name)
    return { url, isEmbedded: false, [Symbol.asyncDispose]: async () => {} }
  }
  const embedded = await startTracker({ ...options, host: listen.host, port, protocol: name })
  const close = () => embedded.close()
  return { url: embedded.url, isEmbedded: true, [Symbol.asyncDispose]: close }
}

function isEmbedded(name: string): name is TrackerProtocol {
  return name === 'http' || name === 'udp'
}

/** All trackers of a run, by name. */
export class Trackers implements AsyncDisposable {
  private readonly all = new Map<string, Tracker>()

  static async open(names: Iterable<string>, place: Place, options: Options): Promise<Trackers> {
    const trackers = new Trackers()
    try {
      for (const name of new Set(names))
        trackers.all.set(name, await openTracker(name, place, options))
      return trackers
    } catch (error) {
      await trackers[Symbol.asyncDispose]()
      throw error
    }
  }

  urlsOf(name: string): string[] {
    const tracker = this.all.get(name)
    return tracker ? [tracker.url] : []
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const tracker of this.all.values()) await tracker[Symbol.asyncDispose]()
  }
}

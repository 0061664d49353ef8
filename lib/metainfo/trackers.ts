// Trackers and their tiers.
import type { SourceParams } from './source'

/** Trackers in the order in which they are tried; those in an inner array are of one tier. */
export type TrackerList = readonly (string | readonly string[])[]

/** Those that are added come after those of the source. */
export function trackersOf(
  { trackers = [], trackerTiers = [] }: SourceParams,
  more: TrackerList,
): { trackers: readonly string[]; trackerTiers: readonly number[] } {
  const tiers = tiersOf(more, 'options.trackers')
  const known = trackers.map((_, i) => trackerTiers[i] ?? trackerTiers.at(-1) ?? 0)
  const next = known.length === 0 ? 0 : Math.max(...known) + 1
  return {
    trackers: [...trackers, ...tiers.map(({ url }) => url)],
    trackerTiers: [...known, ...tiers.map(({ tier }) => next + tier)],
  }
}

/** Each tracker with the tier that it is in. */
export function tiersOf(
  trackers: TrackerList,
  name: string,
): readonly { readonly url: string; readonly tier: number }[] {
  if (!Array.isArray(trackers)) throw new TypeError(`${name} must be an array of URLs`)
  return trackers.flatMap((entry: unknown, tier) => {
    const urls: readonly unknown[] = Array.isArray(entry) ? entry : [entry]
    return urls.map((url) => {
      if (typeof url === 'string') return { url, tier }
      throw new TypeError(`${name}[${tier}] must be a URL or an array of URLs, got ${String(url)}`)
    })
  })
}

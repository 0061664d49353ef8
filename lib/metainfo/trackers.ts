// Trackers and their tiers.
import { shown } from '../support/options'
import type { SourceParams } from './source'

/** Trackers in the order in which they are tried; those in an inner array are of one tier. */
export type TrackerList = readonly (string | readonly string[])[]

/** Those that are added come after those of the source. */
export function trackersOf(
  { trackers = [], trackerTiers = [] }: SourceParams,
  more: TrackerList,
): { trackers: readonly string[]; trackerTiers: readonly number[] } {
  const tiers = tiersOf(more)
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
): readonly { readonly url: string; readonly tier: number }[] {
  return trackers.flatMap((entry, tier) =>
    (typeof entry === 'string' ? [entry] : entry).map((url) => ({ url, tier })),
  )
}

/** Throws a TypeError unless `trackers` is a list of them. */
export function checkTrackers(trackers: unknown, name: string): void {
  if (!Array.isArray(trackers)) throw new TypeError(`${name} must be an array of URLs`)
  for (const [tier, entry] of (trackers as readonly unknown[]).entries()) {
    for (const url of Array.isArray(entry) ? (entry as readonly unknown[]) : [entry]) {
      if (typeof url === 'string') continue
      throw new TypeError(`${name}[${tier}] must be a URL or an array of URLs, got ${shown(url)}`)
    }
  }
}

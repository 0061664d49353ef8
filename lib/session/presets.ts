// Settings for a purpose, besides libtorrent's own `minMemoryUsage()` and `highPerformanceSeed()`.
import { availableParallelism } from 'node:os'
import type { SessionOptions } from './options'
import type { SettingsInit } from '../generated/settings'

/**
 * Options for transfers between machines that are close, or within one. uTP is off, because it makes way
 * for other traffic; TCP_NODELAY is on; as many threads as there are cores write and hash; and a seeder
 * reads up to 4 MiB ahead for each peer, where libtorrent reads 0.5 MiB at most. A transfer over loopback
 * then takes about 0.75 of the time that it takes with libtorrent's defaults over TCP: figures are in
 * `docs/performance.md`.
 *
 * @param settings any of libtorrent's settings, over those of the preset
 * @returns options for `new Session()`, to which others may be added
 * @see https://libtorrent.org/reference-Settings.html
 */
export function fastLocalTransfer(
  settings: SettingsInit = {},
): Required<Pick<SessionOptions, 'settings' | 'tcpNoDelay'>> {
  const cores = availableParallelism()
  return {
    tcpNoDelay: true,
    settings: {
      aio_threads: cores,
      hashing_threads: cores,
      enable_incoming_utp: false,
      enable_outgoing_utp: false,
      send_buffer_low_watermark: 1 << 20,
      send_buffer_watermark: 4 << 20,
      ...settings,
    },
  }
}

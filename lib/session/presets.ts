// Settings for a purpose, besides libtorrent's own `minMemoryUsage()` and `highPerformanceSeed()`.
import { availableParallelism } from 'node:os'
import { checkOptions } from '../support/options'
import { optionNames } from './options'
import type { SessionOptions } from './options'

/**
 * Options for transfers between machines that are close, or within one, merged with those of the caller. uTP is off,
 * because it yields to other traffic. TCP_NODELAY is on. As many threads as there are cores write and hash. A seeder
 * reads up to 4 MiB ahead for each peer, where libtorrent's default is 0.5 MiB. A transfer over loopback then takes about
 * 0.75 of the time that it takes with libtorrent's defaults over TCP (`docs/performance.md`).
 *
 * @param options any options of a session. They replace those of the preset, and each of their `settings` replaces
 *   the one of that name
 * @returns options for `new Session()`. Throws a TypeError when an option is unknown.
 * @see https://libtorrent.org/reference-Settings.html
 */
export function fastLocalTransfer<Options extends SessionOptions>(
  options: Options = {} as Options,
): Options & Required<Pick<SessionOptions, 'settings' | 'tcpNoDelay'>> {
  checkOptions(options, optionNames)
  const cores = availableParallelism()
  return {
    ...options,
    tcpNoDelay: options.tcpNoDelay ?? true,
    settings: {
      aio_threads: cores,
      hashing_threads: cores,
      enable_incoming_utp: false,
      enable_outgoing_utp: false,
      send_buffer_low_watermark: 1 << 20,
      send_buffer_watermark: 4 << 20,
      ...options.settings,
    },
  }
}

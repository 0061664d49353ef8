// Settings for a purpose, besides libtorrent's own `minMemoryUsage()` and `highPerformanceSeed()`.
import { availableParallelism } from 'node:os'
import type { SessionOptions } from './session_options'
import type { SettingsInit } from './generated/settings'

/**
 * Options for transfers between machines that are close, or within one: uTP off, because it makes way
 * for other traffic; TCP_NODELAY; as many threads for the disk and for hashing as there are cores; and
 * libtorrent's posix disk back end, which needs little memory. `docs/performance.md` has the figures.
 *
 * @param settings any of libtorrent's settings, over those of the preset
 * @returns options for `new Session()`, to which others may be added
 * @see https://libtorrent.org/reference-Settings.html
 */
export function fastLocalTransfer(
  settings: SettingsInit = {},
): Required<Pick<SessionOptions, 'diskBackend' | 'settings' | 'tcpNoDelay'>> {
  const cores = availableParallelism()
  return {
    diskBackend: 'posix',
    tcpNoDelay: true,
    settings: {
      aio_threads: cores,
      hashing_threads: cores,
      enable_incoming_utp: false,
      enable_outgoing_utp: false,
      ...settings,
    },
  }
}

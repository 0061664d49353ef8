// With a proxy for peers libtorrent has no TCP socket to listen at. Up to 2.0.11 at least, it crashes when the sizes of that
// socket's buffers change.
import type { SettingsInit } from '../generated/settings'

const sizes = ['recv_socket_buffer_size', 'send_socket_buffer_size'] as const
const watched = [...sizes, 'proxy_type', 'proxy_peer_connections'] as const

type Watched = Pick<SettingsInit, (typeof watched)[number]>

export class SocketBuffers {
  #now: Watched = {
    recv_socket_buffer_size: 0,
    send_socket_buffer_size: 0,
    proxy_type: 0,
    proxy_peer_connections: true,
  }

  /** Throws a RangeError when these settings, on top of those noted, would crash libtorrent. */
  check(settings: SettingsInit): void {
    if (this.#now.proxy_type === 0 || this.#now.proxy_peer_connections === false) return
    for (const name of sizes) {
      const value = settings[name]
      if (value === undefined || value === this.#now[name]) continue
      throw new RangeError(
        `settings.${name} must stay ${this.#now[name]} while peers are reached through a proxy, got ${value}: set it before, or turn the proxy off first`,
      )
    }
  }

  /** Records settings that libtorrent took. */
  note(settings: SettingsInit): void {
    for (const name of watched) {
      if (settings[name] !== undefined) this.#now = { ...this.#now, [name]: settings[name] }
    }
  }
}

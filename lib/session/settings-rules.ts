// What this package holds settings to, beyond types and ranges, and says of them where libtorrent is silent.
import { absentDevices } from './absent-devices'
import { checkLists } from './setting-lists'
import { SocketBuffers } from './socket-buffers'
import type { Hub } from '../alerts/router'
import type { SettingsInit } from '../generated/settings'

export class SettingsRules {
  readonly #buffers = new SocketBuffers()
  readonly #hub: Hub
  readonly #withMessages: boolean

  constructor(hub: Hub, alertMessages = true) {
    this.#hub = hub
    this.#withMessages = alertMessages
  }

  /** Throws a RangeError when a session can't take these settings on top of those noted. */
  check(settings: SettingsInit): void {
    checkLists(settings, 'settings')
    this.#buffers.check(settings)
  }

  /** libtorrent has got these settings. */
  note(settings: SettingsInit): void {
    this.#buffers.note(settings)
    const { listen_interfaces: places = '' } = settings
    for (const alert of absentDevices(places, this.#withMessages)) this.#hub.post(alert)
  }
}

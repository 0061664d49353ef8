// Rules for settings beyond types and ranges, and alerts about settings where libtorrent posts none.
import { absentDevices } from './absent-devices'
import { checkLists } from './setting-lists'
import { SocketBuffers } from './socket-buffers'
import type { AlertRouter } from '../alerts/router'
import type { SettingsInit } from '../generated/settings'

export class SettingsRules {
  readonly #buffers = new SocketBuffers()
  readonly #router: AlertRouter
  readonly #withMessages: boolean

  constructor(router: AlertRouter, alertMessages = true) {
    this.#router = router
    this.#withMessages = alertMessages
  }

  /** Throws a RangeError when a session can't take these settings on top of those noted. */
  check(settings: SettingsInit): void {
    checkLists(settings, 'settings')
    this.#buffers.check(settings)
  }

  /** Records settings that libtorrent took. */
  note(settings: SettingsInit): void {
    this.#buffers.note(settings)
    const { listen_interfaces: places = '' } = settings
    for (const alert of absentDevices(places, this.#withMessages)) this.#router.post(alert)
  }
}

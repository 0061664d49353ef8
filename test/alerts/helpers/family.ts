// A table of tests: one per alert, which has a live session deliver it.
import type * as lt from '../../../lib'
import { families } from './ledger'
import { expectAlertOf } from './shape'
import type { Family } from './ledger'

type Member<F extends Family> = (typeof families)[F][number]

/** For every alert of a family, what makes a live session deliver it. */
export type Scenarios<F extends Family> = {
  readonly [K in Member<F>]: () => Promise<lt.AlertMap[K]>
}

/** Tests that each alert of a family is delivered, and looks as the generated types say. */
export function describeFamily<F extends Family>(family: F, scenarios: Scenarios<F>): void {
  const members: readonly Member<F>[] = families[family]
  describe(`alerts about ${family}`, () => {
    test.each(members)('%s', async (type) => {
      const alert: lt.Alert = await scenarios[type]()
      expectAlertOf(type, alert)
    })
  })
}

import type * as lt from '../../../lib'
import { waitLimit } from '../../helpers/deadline'

/**
 * Waits for an alert that others than this session cause. libtorrent learns on its own thread which
 * alerts are wanted: when this resolves, it knows.
 */
export async function armed<K extends lt.AlertType>(
  session: lt.Session,
  type: K,
  filter?: (alert: lt.AlertMap[K]) => boolean,
): Promise<{ readonly alert: Promise<lt.AlertMap[K]> }> {
  const alert = session.waitFor(type, { timeout: waitLimit, filter })
  await session.isPaused()
  return { alert }
}

import * as lt from 'libtorrent-napi'
import { within } from '../util/cancel'
import { reasonOf, UserError } from '../util/errors'
import { formatEndpoint } from '../util/endpoint'
import { nodeSettings, type NetworkOptions } from './session-settings'

/** Opening a socket takes microseconds; this is for a machine under heavy load. */
const listenDeadline = 10_000

/** A session that listens. */
export interface Node extends AsyncDisposable {
  readonly session: lt.Session
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

/** Opens a session and waits until it listens; fails when it can't. */
export async function openNode(
  options: NetworkOptions & { signal?: AbortSignal | undefined },
): Promise<Node> {
  const { stock = false, tcpNoDelay = !stock, disk = 'standard', exemptLocal = true } = options
  const settings = nodeSettings(options)
  const session = new lt.Session({
    settings,
    tcpNoDelay,
    diskBackend: disk,
    // nobody reads them, and they cost more than all other fields
    alertMessages: false,
  })
  try {
    if (!exemptLocal) session.setPeerClassFilter(everybodyAlike())
    const { address, port } = await listening(session, options)
    const close = () => session.close()
    return { session, address, port, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await session.close()
    throw error
  }
}

/** libtorrent puts peers at local addresses into a class of their own, which has no limits. */
function everybodyAlike(): lt.IpFilter {
  const filter = new lt.IpFilter()
  const flags = 1 << lt.peerClass.globalPeerClassId
  filter.addRule('0.0.0.0', '255.255.255.255', flags)
  filter.addRule('::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', flags)
  return filter
}

async function listening(
  session: lt.Session,
  { transport = 'tcp', signal }: NetworkOptions & { signal?: AbortSignal | undefined },
): Promise<lt.ListenSucceededAlert> {
  // libtorrent opens both sockets, this one first if it is TCP
  const needed = transport === 'tcp' ? 'tcp' : 'utp'
  const alert = await within(listenDeadline, 'opening the listening socket', signal, (signal) =>
    session.waitFor(['listen_succeeded', 'listen_failed'], {
      signal,
      filter: ({ type, socketType }) => type === 'listen_failed' || socketType === needed,
    }),
  )
  if (alert.type === 'listen_succeeded') return alert
  const where = formatEndpoint({ host: alert.address, port: alert.port })
  throw new UserError(`cannot listen at ${where}: ${reasonOf(alert.error)}`, { cause: alert.error })
}

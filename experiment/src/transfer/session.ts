import * as lt from 'libtorrent-napi'
import { within } from '../cancel'
import { explain, UserError } from '../errors'
import { bracketed } from '../net/endpoint'
import { nodeSettings, type NetworkOptions } from './settings'

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
  const settings = nodeSettings(options)
  const session = new lt.Session({ settings, tcpNoDelay: true })
  try {
    const { address, port } = await within(
      listenDeadline,
      'opening the listening socket',
      options.signal,
      (signal) =>
        Promise.race([
          session.waitFor('listen_succeeded', { signal }),
          listenFailure(session, signal),
        ]),
    )
    const close = () => session.close()
    return { session, address, port, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await session.close()
    throw error
  }
}

async function listenFailure(session: lt.Session, signal: AbortSignal): Promise<never> {
  const { address, port, error } = await session.waitFor('listen_failed', { signal })
  throw new UserError(`cannot listen at ${bracketed(address)}:${port}: ${explain(error)}`, {
    cause: error,
  })
}

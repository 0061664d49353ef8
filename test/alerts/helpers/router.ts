// A router that forwards ports for those who ask by UPnP, as it says.
import { createSocket } from 'node:dgram'
import { EventEmitter, once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterThisTest } from '../../helpers/cleanup'
import { waitLimit } from '../../helpers/deadline'
import { serve } from '../../helpers/servers'

const group = '239.255.255.250'
const port = 1900
const service = 'urn:schemas-upnp-org:service:WANIPConnection:1'

const description = `<?xml version="1.0"?><root><device><serviceList><service>
  <serviceType>${service}</serviceType><controlURL>/control</controlURL>
</service></serviceList></device></root>`

const envelope = (body: string): string =>
  `<?xml version="1.0"?><s:Envelope><s:Body>${body}</s:Body></s:Envelope>`

const fault = (code: number): string =>
  envelope(
    `<s:Fault><detail><UPnPError><errorCode>${code}</errorCode></UPnPError></detail></s:Fault>`,
  )

/** The external ports that are forwarded, each with its protocol: `'TCP 6881'`. */
class Router extends EventEmitter {
  readonly forwarded = new Set<string>()

  change(forward: string, isAdded: boolean): void {
    if (isAdded) this.forwarded.add(forward)
    else this.forwarded.delete(forward)
    this.emit('change')
  }

  /** Resolves when a port is forwarded, or no longer. */
  async until(forward: string, isForwarded: boolean): Promise<void> {
    const signal = AbortSignal.timeout(waitLimit)
    while (this.forwarded.has(forward) !== isForwarded) await once(this, 'change', { signal })
  }
}

/**
 * Other tests may have routers, too, and sessions use all that they find.
 *
 * @param externalAddress what it says ours is
 * @param refusal the code of the error that it answers every wish with, if any
 */
export async function startRouter(externalAddress: string, refusal?: number): Promise<Router> {
  const router = new Router()
  const control = async (request: IncomingMessage): Promise<string> => {
    const wish = await text(request)
    if (wish.includes('GetExternalIPAddress')) {
      return envelope(`<NewExternalIPAddress>${externalAddress}</NewExternalIPAddress>`)
    }
    if (refusal !== undefined) return fault(refusal)
    const field = (name: string): string => new RegExp(`<${name}>([^<]*)<`).exec(wish)?.[1] ?? ''
    const forward = `${field('NewProtocol')} ${field('NewExternalPort')}`
    router.change(forward, wish.includes('AddPortMapping'))
    return envelope('')
  }
  const url = await serve((request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Content-Type', 'text/xml').setHeader('Connection', 'close')
    const answer = request.method === 'POST' ? control(request) : Promise.resolve(description)
    void answer.then((body) => response.end(body))
  })
  await answerSearches(`${url}description.xml`)
  return router
}

/** Tells those who look for devices on the loopback network where the description is. */
async function answerSearches(location: string): Promise<void> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  socket.on('message', (search, { address, port: from }) => {
    if (!search.toString().startsWith('M-SEARCH')) return
    const lines = ['HTTP/1.1 200 OK', 'ST: upnp:rootdevice', `Location: ${location}`, '', '']
    socket.send(lines.join('\r\n'), from, address)
  })
  socket.bind(port)
  await once(socket, 'listening')
  socket.addMembership(group, '127.0.0.1')
  afterThisTest(() => socket.close())
}

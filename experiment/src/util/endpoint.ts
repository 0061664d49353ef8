import { isIP } from 'node:net'
import { usageError } from './errors'

export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** `host:port`, with brackets around an IPv6 address. */
export function formatEndpoint({ host, port }: Endpoint): string {
  return `${bracketed(host)}:${port}`
}

/** The host as it stands in an URL: an IPv6 address in brackets. */
export function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}

/**
 * Reads `host:port`, `[::1]:port`, or a host alone when there is a port to assume.
 * @param name the option that it belongs to, for the message
 */
export function parseEndpoint(text: string, name: string, assumedPort?: number): Endpoint {
  const [, bracket, plain, digits] = /^(?:\[([^\]]+)\]|([^\s:[\]/]+))(?::(\d+))?$/.exec(text) ?? []
  const host = bracket ?? plain ?? (isIP(text) === 6 ? text : undefined)
  const port = digits === undefined ? assumedPort : Number(digits)
  const expected = `expected HOST${assumedPort === undefined ? ':PORT' : '[:PORT]'}`
  if (host === undefined || (bracket !== undefined && isIP(bracket) !== 6) || port === undefined) {
    throw usageError(`bad ${name} '${text}': ${expected}`)
  }
  if (port > 65535) throw usageError(`bad ${name} '${text}': ports end at 65535`)
  return { host, port }
}

/** Reads an address to listen at: an IP address (or localhost), with a port or without (0: any free port). */
export function parseListen(text: string): Endpoint {
  const { host, port } = parseEndpoint(text, '--listen', 0)
  const address = host === 'localhost' ? '127.0.0.1' : host
  if (isIP(address) === 0)
    throw usageError(`bad --listen '${text}': expected an IP address, with a port or without`)
  // which interface it belongs to is in no list of peers
  if (/^fe[89ab]/i.test(address))
    throw usageError(`bad --listen '${text}': peers can't dial a link-local address`)
  return { host: address, port }
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return /^(localhost|::1|(::ffff:)?127\..*)$/.test(host)
}

/** Whether it stands for every address of the machine. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** The URL of a tracker as it was given; fails when libtorrent could not use it. */
export function parseTrackerUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  if (!['http:', 'https:', 'udp:'].includes(protocol)) {
    throw usageError(
      `bad --tracker '${text}': expected an URL that begins with http://, https:// or udp://`,
    )
  }
  return text
}

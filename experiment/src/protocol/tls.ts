// TLS of the control channel. The seeder makes a certificate for each run, and peers know it by its fingerprint: there
// are no names or authorities to check.
import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import { usageError, UserError } from '../util/errors'
import { formatEndpoint, type Endpoint } from '../util/endpoint'

const minVersion = 'TLSv1.3'

/** What a seeder identifies itself by. */
export interface Identity {
  readonly cert: string
  readonly key: string
  readonly minVersion: typeof minVersion
  /** SHA-256 of the certificate, as 64 hexadecimal digits. */
  readonly fingerprint: string
}

export async function makeIdentity(): Promise<Identity> {
  // It took three tenths of the time to load a peer, which has no use for it.
  const { generate } = await import('selfsigned')
  const name = [{ name: 'commonName', value: 'seeder' }]
  const { cert, private: key } = await generate(name, { keyType: 'ec', algorithm: 'sha256' })
  return { cert, key, minVersion, fingerprint: fingerprintOf(new X509Certificate(cert)) }
}

/** Reads a fingerprint, with or without the colons that other programs write. */
export function parseFingerprint(text: string): string {
  const digits = text.replaceAll(':', '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(digits)) return digits
  throw usageError(`bad --tls '${text}': expected the 64 hexadecimal digits that the seeder prints`)
}

/** The certificate is not the one that was expected: an attempt later would find the same. */
export class OtherSeeder extends UserError {}

/**
 * Connects to the seeder. With a fingerprint it does so over TLS, and fails before it has sent anything if the seeder
 * has another certificate.
 */
export async function connected(
  seeder: Endpoint,
  fingerprint: string | null,
  signal: AbortSignal,
): Promise<Socket> {
  const place = { ...seeder, noDelay: true }
  if (fingerprint === null) return ready(connectPlain(place), 'connect', signal)
  // no authority has signed the certificate
  const tls = connectTls({ ...place, minVersion, rejectUnauthorized: false })
  const socket = await ready(tls, 'secureConnect', signal)
  const certificate = socket.getPeerX509Certificate()
  if (certificate && fingerprintOf(certificate) === fingerprint) return socket
  socket.destroy()
  throw new OtherSeeder(
    `the seeder at ${formatEndpoint(seeder)} has another certificate than --tls names`,
  )
}

async function ready<S extends Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> {
  try {
    await once(socket, event, { signal })
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  }
}

function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase()
}

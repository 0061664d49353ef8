// Certificates for tests, made on the spot: X.509 by hand, because Node can read but not write it.
import { createDiffieHellmanGroup, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** A value of ASN.1 in DER. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const digits = length.subarray(length.findIndex((byte) => byte !== 0))
  return Buffer.concat([Buffer.from([tag, 0x80 | digits.length]), digits, body])
}

const sequence = (...content: Uint8Array[]): Buffer => der(0x30, ...content)
const set = (...content: Uint8Array[]): Buffer => der(0x31, ...content)
const text = (value: string): Buffer => der(0x0c, Buffer.from(value))
const positive = (value: Uint8Array): Buffer => der(0x02, Buffer.alloc((value[0] ?? 0) >> 7), value) // a first bit of 1 would make it negative
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const time = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const commonName = oid('550403')
const subjectAltName = oid('551d11')
const basicConstraints = oid('551d13')

const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`

export interface Certified {
  /** PEM. */
  readonly certificate: string
  /** PEM. */
  readonly key: string
  readonly name: string
  readonly privateKey: KeyObject
}

interface CertificateOptions {
  /** The IPv4 address that it is for. Default: 127.0.0.1. */
  readonly address?: string
  /** Days from now until it ends. Default: 1. */
  readonly days?: number
}

/** A certificate for `name`, signed by `issuer`, or by itself: then it may sign others. */
export function certify(
  name: string,
  issuer?: Certified,
  { address = '127.0.0.1', days = 1 }: CertificateOptions = {},
): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const nameOf = (value: string): Buffer => sequence(set(sequence(commonName, text(value))))
  const day = 86_400_000
  const validity = sequence(
    time(new Date(Date.now() - 2 * day)),
    time(new Date(Date.now() + days * day)),
  )
  const names = der(
    0x04,
    sequence(der(0x82, Buffer.from(name)), der(0x87, Buffer.from(address.split('.').map(Number)))),
  )
  const extensions = sequence(
    sequence(subjectAltName, names),
    ...(issuer
      ? []
      : [sequence(basicConstraints, der(0x04, sequence(der(0x01, Buffer.from([255])))))]),
  )
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    positive(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    validity,
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  const bytes = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  return {
    certificate: pem('CERTIFICATE', bytes),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    name,
    privateKey,
  }
}

/** Parameters of a well-known Diffie-Hellman group, in PEM. */
export function dhParameters(): string {
  const group = createDiffieHellmanGroup('modp14')
  const bytes = sequence(positive(group.getPrime()), positive(group.getGenerator()))
  return pem('DH PARAMETERS', bytes)
}

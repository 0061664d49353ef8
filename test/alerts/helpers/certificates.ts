// X.509 certificates for tests, so that none has to be kept, or to expire.
import { createPrivateKey, generateKeyPairSync, getDiffieHellman, randomBytes, sign } from 'node:crypto'

/** A certificate and its private key, as PEM. */
export interface Identity {
  readonly name: string
  readonly certificate: string
  readonly privateKey: string
}

// DER: a tag, a length, the content.
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content])
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  const significant = bytes.subarray(bytes.findIndex((byte) => byte > 0))
  return Buffer.concat([Buffer.from([tag, 0x80 | significant.length]), significant, content])
}

/** The shortest bytes of a number whose first bit, that of the sign, is 0. */
function positive(value: bigint): Buffer {
  const hex = value.toString(16)
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(padded >= '8' ? `00${padded}` : padded, 'hex')
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const integer = (value: bigint): Buffer => der(0x02, positive(value))
const octets = (content: Uint8Array): Buffer => der(0x04, content)
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content)
const yes = der(0x01, Buffer.from([0xff]))
const text = (tag: number, value: string): Buffer => der(tag, Buffer.from(value))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const commonName = oid('550403')
const basicConstraints = oid('551d13')
const subjectAltName = oid('551d11')

const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(commonName, text(0x0c, name))))

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '')
  return text(0x17, `${digits.slice(2, 14)}Z`)
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** Whom the certificate is for; clients compare these with whom they talk to. */
function alternatives(names: readonly string[]): Buffer {
  const entries = names.map((name) =>
    /^[\d.]+$/.test(name)
      ? der(0x87, Buffer.from(name.split('.').map(Number)))
      : text(0x82, name),
  )
  return sequence(subjectAltName, octets(sequence(...entries)))
}

const day = 24 * 60 * 60 * 1000

/**
 * A new identity.
 *
 * @param name also one of those that it is for
 * @param issuer whose certificate it is signed with; without one it signs itself, as an authority
 */
export function issue(name: string, issuer?: Identity): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const key = issuer ? createPrivateKey(issuer.privateKey) : privateKey
  const extensions = [alternatives([name])]
  if (!issuer) extensions.push(sequence(basicConstraints, yes, octets(sequence(yes))))
  const content = sequence(
    der(0xa0, integer(2n)),
    integer(BigInt(`0x${randomBytes(8).toString('hex')}`)),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const signature = sign('sha256', content, key)
  return {
    name,
    certificate: pem('CERTIFICATE', sequence(content, ecdsaWithSha256, bits(signature))),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Diffie-Hellman parameters of a well-known group: making new ones takes minutes. */
export function diffieHellmanParameters(): string {
  const group = getDiffieHellman('modp14')
  const numbers = [group.getPrime('hex'), group.getGenerator('hex')].map((n) => BigInt(`0x${n}`))
  return pem('DH PARAMETERS', sequence(...numbers.map(integer)))
}

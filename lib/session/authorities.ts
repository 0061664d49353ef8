// Certificate authorities that HTTPS trackers, HTTPS web seeds and SSL torrents are checked with.
import { addon } from '../native/binding'

/**
 * The authorities that a session trusts besides those that its OpenSSL finds, as PEM: those of the caller. A system without
 * any, such as a slim container, gets the list of the runtime as well.
 *
 * @throws an Error when authorities are given to an addon that uses the system's libtorrent: SSL_CERT_FILE works there
 */
export function trustedAuthorities(given: string | undefined): string {
  if (!addon.takesAuthorities) {
    if (given === undefined) return ''
    throw new Error(
      "options.certificateAuthorities: this addon uses the system's libtorrent, which takes authorities from " +
        'the file that the environment variable SSL_CERT_FILE names only',
    )
  }
  return addon.hasSystemAuthorities() ? (given ?? '') : [given, ...runtimeAuthorities()].join('\n')
}

/** Loading node:tls takes 10 ms, and most systems have authorities. */
function runtimeAuthorities(): readonly string[] {
  return process.getBuiltinModule('node:tls').rootCertificates
}

// OpenSSL as static libraries. Node's own copy serves Node only: Bun and Deno don't export its symbols.
import { debianSource, runInside, step } from './chroot.mjs'

export const prefixOf = ({ name }) => `/build/${name}/prefix`

/** Left out is what libtorrent never calls; --openssldir is where most systems keep their certificates. */
const options = [
  ...['--libdir=lib', '--openssldir=/etc/ssl', 'no-shared', 'no-tests', 'no-apps', 'no-docs'],
  ...[
    'no-module',
    'no-legacy',
    'no-engine',
    'no-dso',
    'no-aria',
    'no-argon2',
    'no-bf',
    'no-camellia',
  ],
  ...[
    'no-cast',
    'no-cmp',
    'no-cms',
    'no-comp',
    'no-ct',
    'no-dtls',
    'no-ec2m',
    'no-gost',
    'no-idea',
  ],
  ...[
    'no-md4',
    'no-mdc2',
    'no-ml-dsa',
    'no-slh-dsa',
    'no-nextprotoneg',
    'no-ocb',
    'no-ocsp',
    'no-quic',
  ],
  ...[
    'no-rc2',
    'no-rc4',
    'no-rfc3779',
    'no-rmd160',
    'no-scrypt',
    'no-seed',
    'no-siphash',
    'no-siv',
  ],
  ...['no-sm2', 'no-sm3', 'no-sm4', 'no-srp', 'no-srtp', 'no-ssl-trace', 'no-ts', 'no-whirlpool'],
  ...['-fPIC', '-fvisibility=hidden', '-ffunction-sections', '-fdata-sections'],
  '-fno-asynchronous-unwind-tables',
]

/** native/guards/certificates.cpp has a function of this name, for libtorrent to call. */
const replaced = 'SSL_CTX_set_default_verify_paths=openssl_set_default_verify_paths'

/** Builds OpenSSL when it is stale. Returns the source that it was built of. */
export function buildOpenssl(platform) {
  const source = debianSource('openssl', '3.5.')
  const { version, directory } = source
  step(`${platform.name}.openssl`, `${version} ${options.join(' ')} ${replaced}`, () => {
    const build = `/build/${platform.name}/openssl`
    const cross = platform.tools ? `--cross-compile-prefix=${platform.tools}` : ''
    runInside(
      'the build of OpenSSL',
      `rm -rf ${build} && mkdir -p ${build} && cd ${build}
      export SOURCE_DATE_EPOCH=0
      ${directory}/Configure ${platform.openssl} ${cross} --prefix=${prefixOf(platform)} ${options.join(' ')}
      make -j"$(nproc)" build_libs
      make install_dev
      ${platform.tools}objcopy --redefine-sym ${replaced} ${prefixOf(platform)}/lib/libssl.a`,
      { minutes: 60 },
    )
  })
  return source
}

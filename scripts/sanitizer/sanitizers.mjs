// How each sanitizer runs: the runtime library to preload, its options, and how much slower the tests are.
import { join } from 'node:path'
import { output } from '../setup/run.mjs'
import { root } from '../setup/stamps.mjs'

/** The value of an option, which may have a space or a colon in it. */
export const quoted = (value) => `"${value}"`

const suppressions = join(root, 'scripts', 'sanitizer', 'thread.supp')

/** `timeFactor` multiplies the deadlines of the tests; `ignored` matches the tests that can't run. */
export const sanitizers = {
  address: {
    library: 'libasan.so',
    timeFactor: 3,
    options: [
      'halt_on_error=0',
      'detect_leaks=0', // jest's processes don't end by themselves
      'detect_stack_use_after_return=1',
      // Freed memory is kept back for a while, but not so much that test/process/leak.test.ts sees a leak.
      'quarantine_size_mb=8',
    ],
    findsLeaks: true,
  },
  undefined: {
    library: 'libubsan.so',
    timeFactor: 1,
    options: ['print_stacktrace=1'],
  },
  thread: {
    library: 'libtsan.so', // a child process with a report ends with code 66, which fails its test
    timeFactor: 5,
    options: [
      `suppressions=${quoted(suppressions)}`,
      'second_deadlock_stack=1',
      'history_size=5',
      // The runtime guesses the sizes of glibc's thread-local blocks. A wrong guess clears foreign memory.
      'intercept_tls_get_addr=0',
    ],
    ignored: 'test/process/leak', // measures the memory of the process, most of which is the runtime's
  },
}

/** Where the addon of a sanitizer is, and the reports of each run. */
export function directoryOf(name) {
  return join(root, 'build', name)
}

/** The environment in which Node runs with the sanitized addon. */
export function environmentOf(name, moreOptions = []) {
  const { library, options, timeFactor } = sanitizers[name]
  const place = directoryOf(name)
  const all = [...options, ...moreOptions].join(':')
  return {
    ...process.env,
    LIBTORRENT_NAPI_BINARY: join(place, 'build', 'Release', 'libtorrent_napi.node'),
    LD_PRELOAD: output('g++', [`-print-file-name=${library}`]),
    ASAN_OPTIONS: all,
    UBSAN_OPTIONS: all,
    TSAN_OPTIONS: all,
    TEST_TIME_FACTOR: String(timeFactor),
  }
}

// How a Node.js process runs the addon that was built with a sanitizer.
import { join } from 'node:path'
import { output } from './run.mjs'
import { root } from './stamps.mjs'

const libraries = { address: 'libasan.so', thread: 'libtsan.so' }
export const sanitizers = Object.keys(libraries)

/** Where the addon of a sanitizer is, and its reports (report.*). */
export function directoryOf(sanitizer) {
  return join(root, 'build', sanitizer)
}

/** What to add to the environment of a process. */
export function environmentOf(sanitizer) {
  const options = [
    `log_path=${join(directoryOf(sanitizer), 'report')}`,
    ...(sanitizer === 'address'
      ? ['detect_leaks=0', 'detect_stack_use_after_return=1', 'quarantine_size_mb=8']
      : []),
  ].join(':')
  return {
    LIBTORRENT_NAPI_PREBUILD: directoryOf(sanitizer), // where node-gyp-build looks first
    LD_PRELOAD: output('g++', [`-print-file-name=${libraries[sanitizer]}`]),
    ASAN_OPTIONS: options,
    TSAN_OPTIONS: options,
  }
}

import { availableParallelism } from 'node:os'
import { fastLocalTransfer } from 'libtorrent-napi'
import { makeContent } from '../harness/content'
import { cpp } from '../harness/implementations'
import { competitorsFor, transferUnits } from '../harness/transfers'
import type { SessionChoice } from '../harness/sessions'
import type { Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
}

const cores = availableParallelism()

const threads = { aio_threads: cores, hashing_threads: cores }
const megabyte = 1 << 20

/** Each changes something of libtorrent's defaults. */
const choices: Readonly<Record<string, SessionChoice>> = {
  defaults: {},
  'aio_threads = 1': { settings: { aio_threads: 1 } },
  'aio_threads = cores': { settings: { aio_threads: cores } },
  'hashing_threads = cores': { settings: { hashing_threads: cores } },
  'both = cores': { settings: threads },
  'both, send_buffer_watermark': { settings: { ...threads, send_buffer_watermark: 4 * megabyte } },
  'both, send_buffer_low_watermark': {
    settings: { ...threads, send_buffer_low_watermark: megabyte / 2 },
  },
  'both, both watermarks (preset)': fastLocalTransfer(),
  'both watermarks': {
    settings: { send_buffer_watermark: 4 * megabyte, send_buffer_low_watermark: megabyte },
  },
  'posix disk': { diskBackend: 'posix' },
  TCP_NODELAY: { tcpNoDelay: true },
  'no encryption': { settings: { in_enc_policy: 2, out_enc_policy: 2 } },
  'socket buffers of 2 MiB': {
    settings: { send_socket_buffer_size: 2 * megabyte, recv_socket_buffer_size: 2 * megabyte },
  },
  max_queued_disk_bytes: { settings: { max_queued_disk_bytes: 16 * megabyte } },
  'request queues of 2000': {
    settings: { max_out_request_queue: 2000, max_allowed_in_request_queue: 4000 },
  },
  'disk_io_write_mode = 2': { settings: { disk_io_write_mode: 2 } },
}

export const settings: Trial<Parameters> = {
  name: 'settings',
  measures:
    'What single settings of libtorrent do to a transfer in C++, as in the trial "transfer".',
  units: transferUnits,
  full: { bytes: 2 ** 30 },
  smoke: { bytes: 2 ** 20 },
  targets: [],
  async competitors({ bytes }, directory) {
    const competitor = competitorsFor(await makeContent(directory, 'file', bytes))
    return Object.entries(choices).map(([name, choice]) => competitor(name, cpp, choice))
  },
}

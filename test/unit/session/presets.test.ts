import { availableParallelism } from 'node:os'
import * as lt from '../../../lib'
import { openSession } from '../../helpers/sessions'

test('fastLocalTransfer() is what a session can be opened with', async () => {
  const { settings, ...options } = lt.fastLocalTransfer({ aio_threads: 3 })
  const session = openSession(settings, options)
  expect(await session.getSettings()).toMatchObject({
    aio_threads: 3,
    hashing_threads: availableParallelism(),
    enable_incoming_utp: false,
    enable_outgoing_utp: false,
    send_buffer_low_watermark: 2 ** 20,
    send_buffer_watermark: 2 ** 22,
  })
  expect(options).toEqual({ tcpNoDelay: true })
})

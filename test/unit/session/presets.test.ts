import { availableParallelism } from 'node:os'
import * as lt from '../../../lib'
import { openSession } from '../../helpers/sessions'

const preset = {
  aio_threads: availableParallelism(),
  hashing_threads: availableParallelism(),
  enable_incoming_utp: false,
  enable_outgoing_utp: false,
  send_buffer_low_watermark: 2 ** 20,
  send_buffer_watermark: 2 ** 22,
}

test('fastLocalTransfer() is what a session can be opened with', async () => {
  const { settings, ...options } = lt.fastLocalTransfer()
  const session = openSession(settings, options)
  expect(await session.getSettings()).toMatchObject(preset)
  expect(options).toEqual({ tcpNoDelay: true })
})

test('fastLocalTransfer() adds its settings to those of the caller, and replaces none', () => {
  const given = { settings: { aio_threads: 3, user_agent: 'a client' }, alertMessages: false }
  expect(lt.fastLocalTransfer(given)).toEqual({
    alertMessages: false,
    tcpNoDelay: true,
    settings: { ...preset, aio_threads: 3, user_agent: 'a client' },
  })
  expect(lt.fastLocalTransfer({ tcpNoDelay: false }).tcpNoDelay).toBe(false)
})

test('fastLocalTransfer() refuses an option that a session does not have', () => {
  const misplaced = { aio_threads: 3 } as lt.SessionOptions
  expect(() => lt.fastLocalTransfer(misplaced)).toThrow(/aio_threads/)
})

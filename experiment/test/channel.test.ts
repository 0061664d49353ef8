import { once } from 'node:events'
import { z } from 'zod'
import { Channel, ConnectionLost, ProtocolError, silentIntervalsOf } from '../src/protocol/channel'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { socketPair } from './helpers/sockets'
import type { Socket } from 'node:net'

const schema = z.strictObject({ n: z.int() })
type Message = z.infer<typeof schema>

async function channel(): Promise<[Channel<Message, Message>, Socket]> {
  const [near, far] = await socketPair()
  return [new Channel<Message, Message>(near, schema, 100), far]
}

describe('messages over a connection', () => {
  test('arrive in order, however the bytes are cut', async () => {
    const [reader, far] = await channel()
    far.write('{"n":1}\n{"n"')
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 1 })
    far.write(':2}\n{"n":3}\n')
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 2 })
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 3 })
  })

  test('can be read after the other side has gone', async () => {
    const [reader, far] = await channel()
    far.end('{"n":1}\n')
    await within(reader.closed, 'the end')
    expect(await reader.receive()).toEqual({ n: 1 })
    expect(await rejectionOf(reader.receive())).toBeInstanceOf(ConnectionLost)
  })

  test.each([
    ['no JSON', 'GET / HTTP/1.1\r\n', 'not JSON'],
    ['another message', '{"m":1}\n', 'unexpected message'],
    ['an extra field', '{"n":1,"m":1}\n', 'unexpected message'],
    ['a wrong type', '{"n":"1"}\n', 'unexpected message'],
    ['a long line', `{"n":${'1'.repeat(200)}}\n`, 'more than 100 bytes'],
    ['an endless line', ' '.repeat(300), 'more than 100 bytes'],
    ['a flood', '{"n":1}\n'.repeat(1000), 'more messages than expected'],
  ])('end the connection when they are %s', async (_, bytes, reason) => {
    const [reader, far] = await channel()
    far.write(bytes)
    const error = await within(reader.closed, 'the end')
    expect(error).toBeInstanceOf(ProtocolError)
    expect(error.message).toContain(reason)
  })

  test('are not waited for once the signal is aborted', async () => {
    const [reader] = await channel()
    const controller = new AbortController()
    const message = reader.receive(controller.signal)
    controller.abort(new Error('enough'))
    expect(await rejectionOf(message)).toMatchObject({ message: 'enough' })
  })

  test('are dropped without an error when either side has ended the connection', async () => {
    const [writer, far] = await channel()
    far.resume()
    writer.send({ n: 1 })
    writer.close('it had to go')
    writer.send({ n: 2 })
    const [remote, other] = await channel()
    const ended = once(other, 'close')
    other.end()
    await within(remote.closed, 'the end')
    remote.send({ n: 3 })
    await within(ended, 'the end of the other side')
    expect(await Promise.all([writer.closed, remote.closed])).toMatchObject([
      { message: 'it had to go' },
      { message: 'the connection was closed' },
    ])
  })

  test('are sent before the connection is closed', async () => {
    const [writer, far] = await channel()
    const reader = new Channel<Message, Message>(far, schema, 100)
    writer.send({ n: 7 })
    writer.close()
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 7 })
  })
})

describe('a connection on which nothing has to be said', () => {
  /** Milliseconds between two signs of life. */
  const heartbeatInterval = 2500

  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: [
        ...(['Date', 'hrtime', 'performance', 'nextTick', 'queueMicrotask'] as const),
        ...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
      ],
    })
  })

  afterEach(() => {
    jest.useRealTimers()
  })

  test('stays as long as each side sends signs of life', async () => {
    const [near, far] = await socketPair()
    const [one, other] = [near, far].map((socket) => new Channel(socket, schema, 100))
    for (let count = 0; count < 10; count++) {
      const arrived = [near, far].map((socket) => once(socket, 'data'))
      jest.advanceTimersByTime(heartbeatInterval)
      expect(String(await within(Promise.all(arrived), 'signs of life'))).toBe('\n,\n')
    }
    one!.send({ n: 1 })
    expect(await within(other!.receive(), 'a message')).toEqual({ n: 1 })
  })

  test('ends within 10 s when the other side is silent', async () => {
    const [reader] = await channel()
    const message = rejectionOf(reader.receive())
    jest.advanceTimersByTime(10_000)
    const error = await message
    expect(error).toBeInstanceOf(ConnectionLost)
    expect(error).toMatchObject({ message: 'nothing came from it for 10 s' })
    expect(await reader.closed).toBe(error)
  })

  test('waits longer in a run of many peers', async () => {
    const [reader] = await channel()
    reader.mostSilentIntervals = silentIntervalsOf(100)
    jest.advanceTimersByTime(17_500)
    const message = rejectionOf(reader.receive())
    jest.advanceTimersByTime(2500)
    expect(await message).toMatchObject({ message: 'nothing came from it for 20 s' })
  })
})

import { z } from 'zod'
import { Channel, ConnectionLost, ProtocolError } from '../../experiment/src/control/channel'
import { rejectionOf, within } from '../helpers/deadline'
import { socketPair } from './helpers/sockets'
import type { Socket } from 'node:net'

const schema = z.strictObject({ n: z.int() })
type Message = z.infer<typeof schema>

async function channel(): Promise<[Channel<Message, Message>, Socket]> {
  const [near, far] = await socketPair()
  return [new Channel<Message, Message>(near, schema, 100), far]
}

describe('messages over a connection', () => {
  it('arrive in order, however the bytes are cut', async () => {
    const [reader, far] = await channel()
    far.write('{"n":1}\n{"n"')
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 1 })
    far.write(':2}\n{"n":3}\n')
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 2 })
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 3 })
  })

  it('can be read after the other side has gone', async () => {
    const [reader, far] = await channel()
    far.end('{"n":1}\n')
    await within(reader.closed, 'the end')
    expect(await reader.receive()).toEqual({ n: 1 })
    expect(await rejectionOf(reader.receive())).toBeInstanceOf(ConnectionLost)
  })

  it.each([
    ['no JSON', 'GET / HTTP/1.1\r\n', 'not JSON'],
    ['another message', '{"m":1}\n', 'unexpected message'],
    ['an extra field', '{"n":1,"m":1}\n', 'unexpected message'],
    ['a wrong type', '{"n":"1"}\n', 'unexpected message'],
    ['a long line', `{"n":${'1'.repeat(200)}}\n`, 'more than 100 bytes'],
    ['an endless line', ' '.repeat(300), 'more than 100 bytes'],
    ['a flood', '{"n":1}\n'.repeat(1000), 'more messages than it was asked for'],
  ])('end the connection when they are %s', async (_, bytes, reason) => {
    const [reader, far] = await channel()
    far.write(bytes)
    const error = await within(reader.closed, 'the end')
    expect(error).toBeInstanceOf(ProtocolError)
    expect(error.message).toContain(reason)
  })

  it('are not waited for once the signal is aborted', async () => {
    const [reader] = await channel()
    const controller = new AbortController()
    const message = reader.receive(controller.signal)
    controller.abort(new Error('enough'))
    expect(await rejectionOf(message)).toMatchObject({ message: 'enough' })
  })

  it('are sent before the connection is closed', async () => {
    const [writer, far] = await channel()
    const reader = new Channel<Message, Message>(far, schema, 100)
    writer.send({ n: 7 })
    writer.close()
    expect(await within(reader.receive(), 'a message')).toEqual({ n: 7 })
  })
})

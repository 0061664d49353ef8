// libtorrent crashes when the buffers of its listen sockets change while peers go through a proxy.
import { runChild, wellEnded } from './helpers/run'

test('sizes of socket buffers are refused while there is a proxy, and only then', async () => {
  const outcome = await runChild(async (kit) => {
    const refusal = (session: ReturnType<Kit['openSession']>, settings: object): unknown => {
      try {
        session.applySettings(settings)
        return null
      } catch (error) {
        return String(error)
      }
    }
    type Kit = typeof kit
    const proxy = { proxy_type: 2, proxy_hostname: '127.0.0.1', proxy_port: 1 }
    const sizes = { recv_socket_buffer_size: 65_536, send_socket_buffer_size: 65_536 }
    const [late, early] = [kit.openSession(), kit.openSession({ ...proxy, ...sizes })]
    kit.send([refusal(late, sizes), refusal(late, { ...proxy, send_socket_buffer_size: 1 << 20 })])
    kit.send(refusal(late, { recv_socket_buffer_size: 1 << 20 }))
    kit.send([refusal(early, sizes), refusal(late, await late.getSettings())])
    kit.send(refusal(early, { proxy_type: 0, recv_socket_buffer_size: 0 }))
    kit.send([refusal(early, { proxy_type: 0 }), refusal(early, { recv_socket_buffer_size: 0 })])
    kit.send([await late.isListening(), (await early.getSettings()).recv_socket_buffer_size])
    await Promise.all([late.close(), early.close()])
  })
  const refused = (value: number): unknown =>
    expect.stringMatching(
      `^RangeError: settings.recv_socket_buffer_size must stay 65536 while .* got ${value}:`,
    )
  expect(outcome).toMatchObject(wellEnded)
  expect(outcome.sent).toStrictEqual([
    [null, null],
    refused(1 << 20),
    [null, null],
    refused(0),
    [null, null],
    [true, 0],
  ])
})

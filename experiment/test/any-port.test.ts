// A node at any free port: libtorrent needs the same port for TCP and for UDP.
import { onAnyPort, openNode } from '../src/node/session'
import { afterThisTest } from '../../test/helpers/cleanup'
import { rejectionOf, within } from '../../test/helpers/deadline'

async function listeningNode() {
  const node = await within(openNode({}), 'listening')
  afterThisTest(() => node.close())
  return node
}

/** Opens nodes at these addresses, one with each call. */
function opener(addresses: string[]) {
  const left = [...addresses]
  const open = async () => {
    const node = await openNode({ listen: left.shift()! })
    afterThisTest(() => node.close())
    return node
  }
  return { open, left }
}

test('the next session is opened when the port of one is in use', async () => {
  const { port } = await listeningNode()
  const inUse = `127.0.0.1:${port}`
  const { open, left } = opener([inUse, inUse, '127.0.0.1:0', 'not opened'])
  const node = await within(onAnyPort(open), 'the third attempt')
  expect(node.port).not.toBe(port)
  expect(left).toEqual(['not opened'])
})

test('the fifth failure is reported', async () => {
  const { port } = await listeningNode()
  const { open, left } = opener(Array<string>(6).fill(`127.0.0.1:${port}`))
  expect(await rejectionOf(within(onAnyPort(open), 'all attempts'))).toMatchObject({
    message: `cannot listen at 127.0.0.1:${port}: address already in use`,
  })
  expect(left).toHaveLength(1)
})

test('an address that the machine does not have is not tried again', async () => {
  const { open, left } = opener(['192.0.2.1:0', 'not opened'])
  expect(await rejectionOf(within(onAnyPort(open), 'the attempt'))).toMatchObject({
    message: expect.stringContaining('cannot listen at 192.0.2.1') as string,
  })
  expect(left).toEqual(['not opened'])
})

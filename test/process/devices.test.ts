// A device that appears later, as that of a VPN: in a network namespace of its own, whose loopback is down.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { runProgram } from '../helpers/child'
import { describeUnless } from '../helpers/missing'

const namespace = ['unshare', '--map-root-user', '--net']
const [unshare, ...options] = namespace
const probe = spawnSync(unshare!, [...options, 'ip', 'link', 'set', 'lo', 'up'], {
  encoding: 'utf8',
})
const missing = probe.status === 0 ? null : (probe.error?.message ?? probe.stderr.trim())

const program = `
const lt = require(${JSON.stringify(resolve(__dirname, '..', '..'))})
const settings = { listen_interfaces: 'lo:0', enable_dht: false, enable_lsd: false, enable_upnp: false, enable_natpmp: false }
const session = new lt.Session({ settings })
session.on('listen_succeeded', ({ address, socketType }) => {
  console.log('listens', address, socketType)
  if (address === '127.0.0.1' && socketType === 'utp') session.close()
})
session.once('listen_failed', ({ listenInterface, error }) => {
  console.log('fails', listenInterface, error.code)
  require('node:child_process').execFileSync('ip', ['link', 'set', 'lo', 'up'])
})
`

describeUnless(missing, 'a device that is absent', () => {
  test('is listened at once it has an address', async () => {
    const { code, stdout, stderr } = await runProgram([
      ...namespace,
      process.execPath,
      '-e',
      program,
    ])
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^fails lo ENODEV\nlistens 127\.0\.0\.1 tcp\nlistens 127\.0\.0\.1 utp\n/)
  })
})

// A program that calls download(), seed() or createTorrent() ends by itself afterwards.
import { runScript } from '../helpers/child'

const start = `
const { mkdtempSync, writeFileSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { tmpdir } = require('node:os')
const directory = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
const settings = {
  listen_interfaces: '127.0.0.1:0', enable_dht: false, enable_lsd: false, enable_upnp: false, enable_natpmp: false,
  allow_multiple_connections_per_ip: true,
}
writeFileSync(join(directory, 'a.bin'), Buffer.alloc(1_000_000, 'a'))
`

test('after a download it ends with everything on the disk', async () => {
  const { code, stdout, stderr } = await runScript(`${start}
    async function main() {
      const seeding = await lt.seed(join(directory, 'a.bin'), { settings })
      const peers = [{ address: '127.0.0.1', port: await seeding.session.listenPort() }]
      const { files } = await lt.download(seeding.magnetUri, join(directory, 'downloads'), { settings, peers })
      await seeding.close()
      console.log(readFileSync(files[0].path).equals(readFileSync(join(directory, 'a.bin'))))
    }
    main()`)
  expect([code, stdout, stderr]).toStrictEqual([0, 'true\n', ''])
})

test('after an abort of promises without handlers it ends without an unhandled rejection', async () => {
  const { code, stdout, stderr } = await runScript(`${start}
    const controller = new AbortController()
    const options = { settings, signal: controller.signal }
    void lt.download('1'.repeat(40), directory, options)
    void lt.fetchMetadata('1'.repeat(40), options)
    void lt.createTorrent(directory, { signal: controller.signal })
    setImmediate(() => controller.abort())`)
  expect([code, stdout, stderr]).toStrictEqual([0, '', ''])
})

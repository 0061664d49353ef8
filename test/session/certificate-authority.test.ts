// The authorities that HTTPS trackers are checked with: those that OpenSSL finds, of which SSL_CERT_FILE may name one.
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:https'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { certify } from '../helpers/certificates'
import { runScript } from '../helpers/child'
import { afterThisTest } from '../helpers/cleanup'
import { within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { bareTorrent } from '../helpers/torrents'
import type { Certified } from '../helpers/certificates'

const authority = certify('an authority')

/** What an announce gives when the certificate of the tracker is not trusted. */
const refused = /^tracker_error: .*certificate/

/** An HTTPS tracker. @returns where to announce */
async function trackerWith({ certificate: cert, key }: Certified): Promise<string> {
  const server = createServer({ cert, key }, (_, response) => {
    response.end('d8:intervali1800e5:peers0:e')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterThisTest(() => {
    server.close()
    server.closeAllConnections()
  })
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/announce`
}

/** Functions for scripts: they open sessions that check the certificates of trackers. */
const functions = `
  const open = () => new lt.Session({ settings: {
    listen_interfaces: '127.0.0.1:0', enable_dht: false, enable_lsd: false, enable_upnp: false,
    enable_natpmp: false, stop_tracker_timeout: 0, validate_https_trackers: true,
  } })
  const announce = async (url) => {
    const session = open()
    const ti = new lt.TorrentInfo(Buffer.from('${bareTorrent().toString('base64')}', 'base64'))
    const answer = session.waitFor(['tracker_reply', 'tracker_error'], { timeout: 15_000 })
    await session.addTorrent({ ti, savePath: process.env.SAVE_PATH, flags: 0, trackers: [url] })
    const { type, error } = await answer
    await session.close()
    return error ? type + ': ' + error.message : type
  }`

/** Runs a script in a process that trusts these authorities, and returns what it prints. */
async function run(script: string, ...trusted: readonly Certified[]): Promise<string> {
  const directory = await tempDir()
  const files = trusted.map((_, index) => join(directory, `${index}.pem`))
  await Promise.all(trusted.map(({ certificate }, i) => writeFile(files[i]!, certificate)))
  const { stdout, stderr } = await runScript(`
    process.env.SAVE_PATH = ${JSON.stringify(directory)}
    const files = ${JSON.stringify(files)}
    process.env.SSL_CERT_FILE = files[0]
    ${functions}
    ;(async () => { ${script} })()`)
  return stdout.trim() || stderr
}

const announceTo = (url: string): string => `await announce(${JSON.stringify(url)})`

describe('an HTTPS tracker', () => {
  test('is trusted when a trusted authority has signed its certificate', async () => {
    const url = await trackerWith(certify('localhost', authority))
    expect(await run(`console.log(${announceTo(url)})`, authority)).toBe('tracker_reply')
  })

  test.each([
    ['another authority has signed its certificate', certify('localhost', certify('another'))],
    ['its certificate has expired', certify('localhost', authority, { days: -1 })],
    [
      'its certificate is of another host',
      certify('elsewhere.example', authority, { address: '127.0.0.2' }),
    ],
    ['its certificate is its own authority', certify('localhost')],
  ])('is refused when %s', async (_, certificate) => {
    const url = await trackerWith(certificate)
    expect(await run(`console.log(${announceTo(url)})`, authority)).toMatch(refused)
  })
})

describe('sessions of one process', () => {
  test('check certificates at the same time, and one after the other', async () => {
    const url = JSON.stringify(await trackerWith(certify('localhost', authority)))
    const script = `
      const answers = await Promise.all([1, 2, 3].map(() => announce(${url})))
      answers.push(await announce(${url}))
      console.log([...new Set(answers)].join())`
    expect(await run(script, authority)).toBe('tracker_reply')
  })

  test('trust the authorities that SSL_CERT_FILE names when they are opened', async () => {
    const other = certify('another authority')
    const url = await trackerWith(certify('localhost', other))
    const script = `
      const before = ${announceTo(url)}
      process.env.SSL_CERT_FILE = files[1]
      console.log(before + '\\n' + ${announceTo(url)})`
    const [before, after] = (await run(script, authority, other)).split('\n')
    expect(before).toMatch(refused)
    expect(after).toBe('tracker_reply')
  })

  test('read no authorities before they check a certificate', async () => {
    const pipe = join(await tempDir(), 'pipe') // opening it for reading waits for a writer
    execFileSync('mkfifo', [pipe])
    const script = `
      process.env.SSL_CERT_FILE = ${JSON.stringify(pipe)}
      await open().close()
      console.log('closed')`
    expect(await within(run(script, authority), 'the end')).toBe('closed')
  })
})

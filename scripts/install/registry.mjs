// A registry on loopback: verdaccio, which asks no other registry.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { output, SetupError } from '../setup/run.mjs'
import { root } from '../setup/stamps.mjs'

export const tools = join(root, 'test', 'install', 'node_modules')

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** Starts it with its files in `directory`. Returns its URL, and how to publish a file and to stop it. */
export async function startRegistry(directory) {
  mkdirSync(directory, { recursive: true })
  const config = join(directory, 'config.yaml')
  const everyone = '    access: $all\n    publish: $all\n    unpublish: $all\n'
  const log = 'log: { type: stdout, format: pretty, level: error }'
  const packages = `packages:\n  '@*/*':\n${everyone}  '**':\n${everyone}`
  writeFileSync(config, `storage: ${directory}/storage\nmax_body_size: 100mb\n${packages}${log}\n`)
  const url = `http://127.0.0.1:${await freePort()}`
  const cli = join(tools, 'verdaccio', 'bin', 'verdaccio')
  const child = spawn(process.execPath, [cli, '--config', config, '--listen', url], {
    stdio: 'inherit',
  })
  await answering(url, child)
  const token = `--${url.slice('http:'.length)}/:_authToken=anyone`
  const publish = (file) => {
    const args = [
      'publish',
      file,
      '--registry',
      url,
      token,
      '--provenance=false',
      '--ignore-scripts',
    ]
    if (output('npm', args) === null) throw new SetupError(`${file} can't be published at ${url}`)
  }
  return { url, publish, stop: () => child.kill() }
}

async function answering(url, child) {
  const deadline = AbortSignal.timeout(60_000)
  while (child.exitCode === null && !deadline.aborted) {
    const answer = await fetch(`${url}/-/ping`, { signal: deadline }).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new SetupError(`the registry does not answer at ${url}`)
}

import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { tempDir } from '../helpers/files'
import { serveDownload } from '../helpers/http'
import { describeIfInstalled } from './programs'

describeIfInstalled('curl', () => {
  test('gets every byte of files that are being downloaded, in parts, and resumes', async () => {
    const { film, url, path } = await serveDownload()
    const directory = await tempDir()
    const file = `${url}${path}content/a%20film.webm`
    const curl = async (...args: string[]): Promise<Buffer> => {
      const output = join(directory, 'output')
      await promisify(execFile)('curl', [
        '-sS',
        '--fail',
        '--max-time',
        '60',
        '-o',
        output,
        ...args,
        file,
      ])
      return readFile(output)
    }
    expect((await curl('-r', '-1000')).equals(film.subarray(-1000))).toBe(true)
    expect((await curl('-r', '500-99999')).equals(film.subarray(500, 100_000))).toBe(true)
    expect((await curl('-r', '900000-')).equals(film.subarray(900_000))).toBe(true)
    expect((await curl('-r', '0-499999')).equals(film.subarray(0, 500_000))).toBe(true)
    expect((await curl('-C', '-')).equals(film)).toBe(true)
    await rm(join(directory, 'output'))
    expect((await curl()).equals(film)).toBe(true)
    expect((await curl('--compressed', '--http1.0')).equals(film)).toBe(true)
  })
})

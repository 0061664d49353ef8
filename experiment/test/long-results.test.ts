// Results that are larger than a string may be.
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openRecord, readRun, runFiles } from '../src/results/run-directory'
import { tempDir } from '../../test/helpers/files'
import { writeRun } from './helpers/runs'
import { single } from './helpers/shapes'

jest.setTimeout(600_000)

test('a run of more than 512 MiB is read and gone on with, without a line that was cut off', async () => {
  const { directory, results } = await writeRun(await tempDir(), single)
  const path = join(directory, runFiles.raw)
  const [line = ''] = (await readFile(path, 'utf8')).split('\n')
  const padded = Buffer.from(`${line.padEnd(2 ** 20 - 1)}\n`)
  const added = 513
  const file = await open(path, 'a')
  for (let count = 0; count < added; count++) await file.write(padded)
  const { size } = await file.stat()
  await file.write('{"iteration":2,"st'.padEnd(200_000))
  await file.close()
  expect((await readRun(directory)).results).toHaveLength(results.length + added)
  openRecord(directory)[Symbol.dispose]()
  expect((await stat(path)).size).toBe(size)
})

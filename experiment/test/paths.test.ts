import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureDirectory, fileSize, insideOf } from '../src/util/files'
import { rejectionOf } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'

describe('insideOf', () => {
  test.each(['a', 'a/b', 'a/../b', '...', './a'])('allows %s', (name) => {
    expect(insideOf('/save', name)).toMatch(/^\/save\/./)
  })

  test.each(['', '.', '..', '../a', 'a/../../b', '/etc/passwd', '/save', '/saved/a', 'a\0b'])(
    'refuses %j',
    (name) => {
      expect(() => insideOf('/save', name)).toThrow('leads out of the save path')
    },
  )
})

describe('ensureDirectory', () => {
  test('makes what is missing, and takes what is there', async () => {
    const path = join(await tempDir(), 'a/b')
    expect(await ensureDirectory(path)).toBe(path)
    expect(await ensureDirectory(path)).toBe(path)
  })

  test('reports what is wrong with a path', async () => {
    const file = join(await tempDir(), 'file')
    await writeFile(file, '')
    expect(await rejectionOf(ensureDirectory(file))).toMatchObject({
      message: `${file} is not a directory`,
    })
    expect(await rejectionOf(ensureDirectory(join(file, 'below')))).toMatchObject({
      message: `${file} is not a directory`,
    })
  })

  test('returns where the system takes no directories', async () => {
    expect(await rejectionOf(ensureDirectory('/proc/none/at/all'))).toMatchObject({
      message: 'cannot write to /proc/none/at/all: no such file or directory',
    })
  })
})

describe('fileSize', () => {
  test('distinguishes a file, no file and a directory', async () => {
    const directory = await tempDir()
    await writeFile(join(directory, 'file'), 'four')
    expect(await fileSize(join(directory, 'file'))).toBe(4)
    expect(await fileSize(join(directory, 'none'))).toBeNull()
    expect(await rejectionOf(fileSize(directory))).toMatchObject({ name: 'UserError' })
  })
})

// Choosing files of a torrent by index, pattern or function.
import * as lt from '../../../lib'
import { globToRegExp } from '../../../lib/metainfo/glob'
import { chosenFiles, prioritiesOf } from '../../../lib/metainfo/select'
import { thrownBy } from '../../helpers/deadline'

test.each([
  ['*', 'a.txt', true],
  ['*', 'a/b', false],
  ['*.txt', '.txt', true],
  ['*.txt', 'a.txt.gz', false],
  ['?.txt', 'é.txt', true],
  ['?.txt', '😀.txt', true],
  ['?', '/', false],
  ['**', 'a/b/c', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'a', false],
  ['**/c', 'c', true],
  ['**/c', 'a/b/c', true],
  ['**/c', 'a/bc', false],
  ['a/**/c', 'a/c', true],
  ['a/**/c', 'a/b/b/c', true],
  ['a**c', 'a/b/c', true],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[^a-c]x', 'dx', true],
  ['a[!b]c', 'a/c', false],
  ['[]]', ']', true],
  ['[a-]', '-', true],
  ['[a-c]-x', 'b-x', true],
  ['[a-c]-x', 'bx', false],
  ['debian-12.iso', 'debian-12.iso', true],
  ['debian-12.iso', 'debian-12-iso', false],
  ['*-netinst.iso', 'debian-12-netinst.iso', true],
  ['{x-1,y-2}', 'y-2', true],
  ['\\-', '-', true],
  ['[', '[', true],
  ['{a,b}.txt', 'b.txt', true],
  ['{a,b{c,d}}', 'bd', true],
  ['{a,}b', 'b', true],
  ['{a', '{a', true],
  ['a,b', 'a,b', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['a.b', 'axb', false],
  ['(a|b)+$^', '(a|b)+$^', true],
  ['A', 'a', false],
  ['a\nb*', 'a\nb\n', true],
])('the pattern %j matches %j: %s', (glob, text, isMatch) => {
  expect(globToRegExp(glob).test(text)).toBe(isMatch)
})

function storage(): lt.FileStorage {
  const files = new lt.FileStorage()
  for (const path of ['a.mkv', 'a.nfo', 'sub/b.mkv', 'sub/extra/c.srt']) {
    files.addFile(`album/${path}`, 10)
  }
  files.addFile('album/.pad/5', 5, lt.fileFlags.flagPadFile)
  return files
}

const chosen = (selection: lt.FileSelection): readonly string[] =>
  chosenFiles(storage(), selection, 'options.select').map(({ path }) => path.slice('album/'.length))

test.each<[lt.FileSelection, readonly string[]]>([
  ['*.mkv', ['a.mkv', 'sub/b.mkv']],
  ['*/a.*', ['a.mkv', 'a.nfo']],
  ['album/sub/*', ['sub/b.mkv']],
  [['album/sub/**', '!*.srt'], ['sub/b.mkv']],
  [['!*.mkv'], ['a.nfo', 'sub/extra/c.srt']],
  [
    ['*.mkv', '!sub/**', '*.nfo'].map((pattern) => pattern.replace('sub/', 'album/sub/')),
    ['a.mkv', 'a.nfo'],
  ],
  [
    [3, 0],
    ['a.mkv', 'sub/extra/c.srt'],
  ],
  [
    [1, '*.srt'],
    ['a.nfo', 'sub/extra/c.srt'],
  ],
  [[], []],
  [({ size, name }) => size === 10 && name.startsWith('a'), ['a.mkv', 'a.nfo']],
])('the selection %s chooses %j', (selection, paths) => {
  expect(chosen(selection)).toStrictEqual(paths)
})

test('priorities are 4 for chosen files and 0 for the others and for padding', () => {
  expect(prioritiesOf(storage(), '*.mkv', 'options.select')).toStrictEqual([4, 0, 4, 0, 0])
})

test('a pattern that matches no file is an error that names it and the files', () => {
  expect(thrownBy(() => chosen(['*.mkv', '*.avi']))).toMatchObject({
    name: 'LibtorrentError',
    code: 'no_matching_file',
    message: expect.stringMatching(
      /options\.select: no file matches "\*\.avi" among "album\/a\.mkv"/,
    ) as string,
  })
})

test('the index of no file, or of padding, is a RangeError', () => {
  for (const index of [4, 5, -1, 0.5]) {
    expect(thrownBy(() => chosen([index]))).toMatchObject({
      name: 'RangeError',
      message: `options.select must have indices of files (0, 1, 2, 3), got ${index}`,
    })
  }
})

test('a function that returns no boolean is a TypeError', () => {
  const isAsync = (async () => Promise.resolve(true)) as unknown as () => boolean
  expect(thrownBy(() => chosen(isAsync))).toMatchObject({
    name: 'TypeError',
    message: expect.stringMatching(
      /^options\.select must return a boolean, got Promise .* for "album\/a\.mkv"$/,
    ) as string,
  })
})

test('a set with its bounds in the wrong order is a TypeError', () => {
  expect(thrownBy(() => chosen('[z-a]'))).toMatchObject({
    name: 'TypeError',
    message: 'options.select must have patterns, got "[z-a]"',
  })
})

import * as mime from 'mime-types'
import { contentType, isActive } from '../../../lib/http/content-type'

test('is that of the npm package mime-types for every ending that it knows', () => {
  const endings = Object.keys(mime.types)
  expect(endings.length).toBeGreaterThan(1000)
  const wrong = endings.filter((ending) => {
    const type = mime.types[ending]!
    return contentType(`a/b.${ending}`).split(';')[0] !== type
  })
  expect(wrong).toStrictEqual([])
})

test.each([
  ['film.mkv', 'video/x-matroska'],
  ['FILM.MP4', 'video/mp4'],
  ['a.b/c.tar.gz', 'application/gzip'],
  ['subtitles.vtt', 'text/vtt; charset=utf-8'],
  ['mp4', 'application/octet-stream'],
  ['.mp4', 'application/octet-stream'],
  ['a.b/c', 'application/octet-stream'],
  ['constructor.__proto__', 'application/octet-stream'],
])('of %s is %s', (name, type) => expect(contentType(name)).toBe(type))

test('is active where a browser may run scripts', () => {
  const names = ['a.html', 'a.htm', 'a.xhtml', 'a.svg', 'a.xml', 'a.mp4', 'a.png', 'a.txt', 'a.pdf']
  expect(names.filter((name) => isActive(contentType(name)))).toStrictEqual(names.slice(0, 5))
})

// Text from outside can steer neither a terminal nor a browser, and costs linear time.
import { PassThrough } from 'node:stream'
import { oneLine, quoted, visible, visibleJson, visibleLines } from '../src/util/text'
import { escape } from '../src/report/page/html'
import { formatRun } from '../src/report/terminal'
import { toJson } from '../src/report/write'
import { openDisplay } from '../src/cli/display'
import { activeIn, hostile } from './helpers/hostile-text'

test('visible() escapes what a terminal acts on', () => {
  expect(visible('\u001b]0;title\u0007 \u009b2J\u007f')).toBe(
    '\\u{1b}]0;title\\u{7} \\u{9b}2J\\u{7f}',
  )
  expect(visible('a\u202eb\u2066c\u2028d\ne\r\tf')).toBe(
    'a\\u{202e}b\\u{2066}c\\u{2028}d\\u{a}e\\u{d}\\u{9}f',
  )
  expect(visible('\ud800x')).toBe('\\u{d800}x')
})

test('visible() keeps other text as it is', () => {
  const text = 'ä 漢字 😀 \\ "quoted" <b> עברית'
  expect(visible(text)).toBe(text)
})

test('visibleLines() keeps line feeds and tabs', () => {
  expect(visibleLines('a\n\tb\r\u001b')).toBe('a\n\tb\\u{d}\\u{1b}')
})

test('visibleJson() keeps the value', () => {
  const value = { [hostile]: [hostile] }
  const json = visibleJson(JSON.stringify(value, null, 2))
  expect(JSON.parse(json)).toStrictEqual(value)
  expect(activeIn(json)).toStrictEqual([])
})

test('quoted() keeps the beginning and the end of a long text', () => {
  expect(quoted('x'.repeat(200))).toHaveLength(200)
  const cut = quoted(`begin${'x'.repeat(1e6)}end`)
  expect(cut).toHaveLength(200)
  expect(cut).toMatch(/^beginx+…x+end$/)
})

test.each([
  ['spaces', ' '.repeat(1e6)],
  ['spaces between words', `a${' '.repeat(1e6)}b`],
  ['line feeds', '\n'.repeat(1e6)],
  ['spaces and line feeds', ' \n'.repeat(5e5)],
])('oneLine() takes linear time for a million %s', (_, text) => {
  // Quadratic work would take minutes, and exceed the deadline of the test.
  expect(oneLine(text)).not.toContain('\n')
})

describe.each([true, false])('a display, on a terminal: %s,', (isTTY) => {
  const written = (write: (display: ReturnType<typeof openDisplay>) => void): string => {
    const stream = Object.assign(new PassThrough(), { isTTY })
    const display = openDisplay(stream as never as NodeJS.WriteStream)
    write(display)
    return String(stream.read())
  }

  test('escapes the lines that it writes', () => {
    const text = written((display) => display.print(hostile))
    expect(activeIn(text)).toStrictEqual([])
    expect(text).toContain('\\u{1b}]0;')
  })

  test('writes one line for each call', () => {
    expect(written((display) => display.print('a\nb'))).toBe('a\\u{a}b\n')
  })
})

test('a page escapes markup and control characters', () => {
  expect(escape(`<b title="x">${hostile}`)).toContain('&lt;b title=&quot;x&quot;&gt;')
  expect(activeIn(escape(hostile))).toStrictEqual([])
})

test('a table for the terminal escapes its cells', () => {
  const statistics = { n: 0, mean: null, sd: null, median: null, p95: null, p99: null }
  const summary = { label: hostile, size: 1, iterations: 1, ok: 0, failed: 1, notRun: 0 }
  const measures = new Proxy({}, { get: () => statistics })
  const layout = { columns: 80, colour: false }
  const text = formatRun([{ ...summary, measures, unsettled: 0, drift: null } as never], layout)
  expect(activeIn(text)).toStrictEqual([])
})

test('a JSON document for the terminal holds no control characters', () => {
  expect(activeIn(toJson({ reason: hostile }))).toStrictEqual([])
})

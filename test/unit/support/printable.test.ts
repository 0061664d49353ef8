import * as lt from '../../../lib'

test('printable() escapes what a terminal acts on', () => {
  const text = 'a\u001b[31m\n\u0090\u007f\u2028\u202e\u2069b'
  expect(lt.printable(text)).toBe('a\\u{1b}[31m\\u{a}\\u{90}\\u{7f}\\u{2028}\\u{202e}\\u{2069}b')
})

test('printable() leaves letters of all scripts, and emoji, as they are', () => {
  const text = 'grüß שלום 你好 👩‍🚀'
  expect(lt.printable(text)).toBe(text)
})

import { runExample } from './example'

describe('dht.mjs', () => {
  test('gets what it has put, immutable and mutable', async () => {
    const { code, lines, stderr } = await runExample('dht.mjs', 'grüß dich')

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines).toEqual([
      expect.stringMatching(/^[0-9a-f]{40} is stored by [123] nodes$/),
      'got grüß dich',
      expect.stringMatching(/^version 1 is stored by [123] nodes$/),
      'got grüß dich 1, version 1',
      expect.stringMatching(/^version 2 is stored by [123] nodes$/),
      'got grüß dich 2, version 2',
    ])
  })
})

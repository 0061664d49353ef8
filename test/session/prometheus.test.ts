import parsePrometheusTextFormat from 'parse-prometheus-text-format'
import * as lt from '../../lib'
import { openSession } from '../helpers/sessions'

describe('prometheusText', () => {
  test('writes every metric of a session with its value and type, as a parser reads them', async () => {
    const stats = await openSession().sessionStats()
    const families = parsePrometheusTextFormat(lt.prometheusText(stats))

    const expected = lt.sessionStatsMetrics().map(({ name, type }) => ({
      name: `libtorrent_${name.replace('.', '_')}`,
      help: `libtorrent's ${name}`,
      type: type.toUpperCase(),
      metrics: [{ value: String(stats[name as keyof lt.SessionStats]) }],
    }))
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
    expect(families.sort(byName)).toStrictEqual(expected.sort(byName))
    expect(families.length).toBeGreaterThan(200)
    expect(new Set(families.map(({ type }) => type))).toStrictEqual(new Set(['COUNTER', 'GAUGE']))
  })

  test('gives every metric the labels and the prefix, whatever a label holds', async () => {
    const stats = await openSession().sessionStats()
    const labels = { session: 'a "b"\\\nc', host: 'x' }
    const text = lt.prometheusText(stats, { prefix: 'bt:', labels })
    const families = parsePrometheusTextFormat(text)
    expect(families.every(({ name }) => name.startsWith('bt:'))).toBe(true)
    for (const { metrics } of families) expect(metrics[0]?.labels).toStrictEqual(labels)
  })

  test('rejects prefixes and labels that Prometheus does not accept', async () => {
    const stats = await openSession().sessionStats()
    for (const options of [
      { prefix: '1st_' },
      { prefix: 'a-b' },
      { labels: { 'a-b': '' } },
      { labels: { __name__: 'x' } },
    ]) {
      expect(() => lt.prometheusText(stats, options)).toThrow(TypeError)
    }
  })
})

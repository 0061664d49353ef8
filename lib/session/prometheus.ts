// Counters of a session as Prometheus reads them.
// https://prometheus.io/docs/instrumenting/exposition_formats/
import { addon } from '../native/binding'
import { check, checkOptions, shown } from '../support/options'
import type { ChecksOf } from '../support/options'
import type { MetricType } from '../generated/enums'
import type { SessionStats } from '../generated/records'

/** How `prometheusText()` names what it writes. */
export interface PrometheusOptions {
  /** Begins the name of every metric: letters, digits, `_` and `:`. Default: `'libtorrent_'`. */
  prefix?: string | undefined
  /** Labels of every metric, by name, such as `{ session: 'films' }`. Default: none. */
  labels?: Readonly<Record<string, string>> | undefined
}

const prometheusOptions: ChecksOf<PrometheusOptions> = {
  prefix: check.string,
  labels: check.object,
}

/** The Content-Type of what `prometheusText()` returns. */
export const prometheusContentType = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * Writes counters and gauges of a session in the text format of Prometheus, version 0.0.4. Their names
 * are libtorrent's, with `_` for the dot: `net.recv_payload_bytes` is
 * `libtorrent_net_recv_payload_bytes`. Counters begin at 0 with each session.
 *
 * @param stats what `session.sessionStats()` resolves with
 * @param options prefix and labels; a TypeError when Prometheus does not accept a name
 * @returns lines of text, to serve with `prometheusContentType`
 * @see https://libtorrent.org/manual-ref.html#session-statistics
 */
export function prometheusText(stats: SessionStats, options: PrometheusOptions = {}): string {
  check.object(stats, 'stats')
  checkOptions(options, prometheusOptions)
  const { prefix = 'libtorrent_', labels = {} } = options
  checkName('options.prefix', prefix, /^([a-zA-Z_:][a-zA-Z0-9_:]*)?$/)
  const types = typesByName()
  const label = labelText(labels)
  return Object.entries(stats)
    .map(([name, value]) => {
      const metric = prefix + name.replaceAll(/[^a-zA-Z0-9_:]/g, '_')
      return (
        `# HELP ${metric} libtorrent's ${name}\n` +
        `# TYPE ${metric} ${types.get(name) ?? 'untyped'}\n` +
        `${metric}${label} ${value}\n`
      )
    })
    .join('')
}

let knownTypes: ReadonlyMap<string, MetricType> | undefined

/** libtorrent's table does not change while the process runs. */
function typesByName(): ReadonlyMap<string, MetricType> {
  knownTypes ??= new Map(addon.sessionStatsMetrics().map(({ name, type }) => [name, type]))
  return knownTypes
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    // Names that begin with two underscores are Prometheus's own.
    checkName('options.labels', name, /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/)
    check.string(value, `options.labels.${name}`)
    return `${name}="${escaped(value)}"`
  })
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

function checkName(option: string, name: string, pattern: RegExp): void {
  if (pattern.test(name)) return
  throw new TypeError(`${option} must have names that Prometheus accepts, got ${shown(name)}`)
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

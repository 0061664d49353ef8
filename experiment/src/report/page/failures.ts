import type { Run } from '../../results/run-directory'
import { nameOfIteration } from '../../plan/schedule'
import { failuresOf, tallyOf } from '../../plan/tally'
import { moment } from '../format'
import { html, type Markup } from './html'
import { table } from './parts'

/** Failures that are listed one by one; all of them are in raw.jsonl. */
const mostListed = 200

/** What went wrong, by its reason and one by one. */
export function failuresSection({ plan, results }: Run, labels: readonly string[]): Markup {
  const failed = results.filter(({ ok }) => !ok)
  if (failed.length === 0)
    return html`<h2 id="failures">Failures</h2>
      <p>No iteration failed.</p>`
  const reasons = new Map<string, number>()
  for (const { reason } of failed) {
    const key = reason ?? 'no reason was given'
    reasons.set(key, (reasons.get(key) ?? 0) + 1)
  }
  const byCount = [...reasons].sort(([, a], [, b]) => b - a)
  const listed = failed.slice(0, mostListed)
  const left = failed.length - listed.length
  return html`<h2 id="failures">Failures</h2>
    ${table(
      `${failuresOf(tallyOf(plan.steps, results)).join(', ')}: why`,
      ['reason', 'times'],
      byCount.slice(0, mostListed).map(([reason, count]) => [reason, count]),
      'text',
    )}
    ${table(
      left > 0 ? `The first ${mostListed}; ${left} more are in raw.jsonl` : 'One by one',
      ['line of raw.jsonl', 'step', 'which', 'begun', 'reason'],
      listed.map((result) => [
        ...[
          result.iteration,
          labels[result.step] ?? `step ${result.step}`,
          nameOfIteration(result),
        ],
        ...[moment(result.startedAt), result.reason],
      ]),
      'text',
    )}`
}

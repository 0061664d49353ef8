// What is recorded of the machine of a node.
import { loadWarning, machine, thisMachine } from '../src/results/environment'
import { runPage } from '../src/report/page/run-page'
import { formatRun } from '../src/report/terminal'
import { makeRun } from './helpers/runs'
import { single } from './helpers/shapes'

const own = thisMachine()
const nothing = { summaries: [], figures: [], effects: [], interactions: [] }

test('the record of this machine has the form that messages and files need', () => {
  expect(machine.parse(own)).toEqual(own)
  expect(own.load).toBeGreaterThanOrEqual(0)
})

test('a machine is loaded when more processes than half of its cores wanted one', () => {
  const host = { ...own, host: 'busy-host', cores: 4 }
  expect(loadWarning([{ ...host, load: 2 }])).toBeNull()
  expect(loadWarning([host, { ...host, load: 2.1 }])).toMatch(
    /^Other work kept more than half of the cores busy .* on busy-host: /,
  )
})

test('a report warns of a loaded machine by its host, on the page and on the terminal', () => {
  const run = makeRun(single)
  const nodes = run.nodes.map((node) => ({ ...node, host: 'busy-\u001b]0;host', load: 9 }))
  const layout = { columns: 80, colour: false }
  const shown = (busy: typeof run.nodes): string[] =>
    [runPage({ ...run, nodes: busy }, nothing), formatRun([], layout, busy)].map((text) =>
      text.replace(/\s+/g, ' '),
    )
  const warning = 'Other work kept more than half of the cores busy when the run began, on busy-'
  for (const text of shown(run.nodes)) expect(text).not.toContain(warning)
  for (const text of shown(nodes)) expect(text).toContain(`${warning}\\u{1b}]0;host`)
})

// What is recorded of the machine of a node.
import { machine, isLoaded, thisMachine } from '../src/results/environment'
import { runPage } from '../src/report/page/run-page'
import { makeRun } from './helpers/runs'
import { single } from './helpers/shapes'

const own = thisMachine()

test('the record of this machine has the form that messages and files need', () => {
  expect(machine.parse(own)).toEqual(own)
  expect(own.load).toBeGreaterThanOrEqual(0)
})

test('a machine is loaded when more processes than half of its cores wanted one', () => {
  expect(isLoaded({ ...own, cores: 4, load: 2 })).toBe(false)
  expect(isLoaded({ ...own, cores: 4, load: 2.1 })).toBe(true)
})

test('a report warns of a loaded machine, by its host', () => {
  const run = makeRun(single)
  const quiet = runPage(run, [], [], [])
  const nodes = run.nodes.map((node) => ({ ...node, host: 'busy-host', load: 9 }))
  const loaded = runPage({ ...run, nodes }, [], [], [])
  const warning = 'Other work kept more than half of the cores busy'
  expect(quiet).not.toContain(warning)
  expect(loaded.replace(/\s+/g, ' ')).toContain(`${warning} when the run began, on busy-host`)
})

// What a test opened is closed after it, the last first, whether it passed or not.
type Task = () => unknown

const tasks: Task[] = []

/** Runs `task` after the current test, before those that the test added earlier. */
export function afterThisTest(task: Task): void {
  tasks.push(task)
}

/** Runs `task` behind all others, as a session that is still open may write to a directory while it is removed. */
export function atTheEndOfThisTest(task: Task): void {
  tasks.unshift(task)
}

afterEach(async () => {
  const failures: unknown[] = []
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    try {
      await task()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'cleaning up failed')
})

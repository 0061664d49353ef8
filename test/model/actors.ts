// One face for actors on this thread and on threads of their own.
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Actor } from './actor'
import { textOf } from './command'
import { openContent } from './content'
import { toParent } from './log'
import type { ActorOptions, Report } from './actor'
import type { Command } from './command'
import type { Order, WorkerOptions } from './worker'

/** An actor that may live on another thread. */
export interface AnyActor {
  execute(command: Command): void
  /** Has the other thread execute, in one turn, what was passed to `execute()` since. */
  flush(): void
  settle(): Promise<Report>
  finish(isGraceful: boolean): Promise<Report>
}

export function localActor(options: WorkerOptions): AnyActor {
  const contents: ActorOptions['contents'] = options.contents.map(openContent)
  const actor = new Actor({ ...options, contents })
  return {
    execute(command) {
      toParent({ command: textOf(command) })
      actor.execute(command)
    },
    flush: () => {},
    settle: () => actor.settle(),
    finish: (isGraceful) => actor.finish(isGraceful),
  }
}

export function workerActor(options: WorkerOptions): AnyActor {
  const worker = new Worker(join(__dirname, 'worker.js'), { workerData: options })
  const ended = once(worker, 'exit') // rejects with an error that the worker throws
  ended.catch(() => {})
  let commands: Command[] = []
  const order = (then: Order['then']): void => {
    worker.postMessage({ commands, then } satisfies Order)
    commands = []
  }
  const ask = async (then: Order['then']): Promise<Report> => {
    const answer = once(worker, 'message')
    order(then)
    const [report] = (await Promise.race([answer, ended])) as [Report | number]
    if (typeof report === 'object') return report
    throw new Error(`the worker ended with ${report}`)
  }
  return {
    execute: (command) => void commands.push(command),
    flush: () => order('nothing'),
    settle: () => ask('settle'),
    async finish(isGraceful) {
      const report = await ask(isGraceful ? 'finish' : 'finish at once')
      const [code] = (await ended) as [number]
      return code === 0
        ? report
        : { ...report, problems: [...report.problems, `a worker ended with ${code}`] }
    },
  }
}

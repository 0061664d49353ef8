// The main script of a worker thread: one actor, whose commands come as messages.
import { parentPort, workerData } from 'node:worker_threads'
import { Actor } from './actor'
import { textOf } from './command'
import { openContent } from './content'
import { toParent } from './log'
import type { Command } from './command'
import type { ContentData } from './content'
import type { Place } from './scene'

export interface WorkerOptions {
  readonly actor: number
  readonly place: Place
  readonly contents: readonly ContentData[]
  readonly deadline: number
  readonly backend: number
}

/** What to do, in this order: commands in one turn of the event loop, then one of the rest. */
export interface Order {
  readonly commands: readonly Command[]
  readonly then: 'nothing' | 'settle' | 'finish' | 'finish at once'
}

const port = parentPort
if (!port) throw new Error('this script is for worker threads')
const options = workerData as WorkerOptions
const actor = new Actor({ ...options, contents: options.contents.map(openContent) })

async function execute({ commands, then }: Order): Promise<void> {
  for (const command of commands) {
    toParent({ command: textOf(command) })
    actor.execute(command)
  }
  if (then === 'nothing') return
  if (then === 'settle') return port?.postMessage(await actor.settle())
  port?.postMessage(await actor.finish(then === 'finish'))
  port?.close()
}

port.on('message', (order: Order) => void execute(order))

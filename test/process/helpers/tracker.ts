// A tracker over HTTP that keeps its clients waiting.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'

export class HangingTracker {
  /** What it was asked: 'started', 'stopped', or '' for the regular announce. */
  readonly events: string[] = []
  readonly #server: Server

  private constructor(answers: boolean) {
    this.#server = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://tracker').searchParams
      this.events.push(query.get('event') ?? '')
      const isLeaving = query.get('event') === 'stopped'
      if (answers && !isLeaving) response.end('d8:intervali1800e5:peers0:e')
    })
  }

  /** @param answers whether it answers until a client announces stopped, or never */
  static async start(answers: boolean): Promise<HangingTracker> {
    const tracker = new HangingTracker(answers)
    await new Promise<void>((done) => tracker.#server.listen(0, '127.0.0.1', done))
    return tracker
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/announce`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

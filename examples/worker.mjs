// @ts-check
// Downloads in a worker thread, so that the main thread stays free; progress comes as messages.
//   node worker.mjs SOURCE DIRECTORY
import { once } from 'node:events'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { download } from 'libtorrent-napi'

if (isMainThread) {
  const [source, savePath] = process.argv.slice(2)
  if (!source || !savePath) {
    console.error('usage: node worker.mjs SOURCE DIRECTORY')
    process.exit(2)
  }
  const worker = new Worker(new URL(import.meta.url), { workerData: { source, savePath } })
  worker.on('message', ({ done, total }) => console.log(`${done} of ${total} bytes`))
  // A worker that is terminated closes its session without an announce to trackers.
  process.once('SIGINT', () => worker.terminate())
  const [code] = await once(worker, 'exit')
  console.log(code === 0 ? 'complete' : 'stopped')
} else {
  // Plain values cross to another thread; sessions and torrents stay in theirs.
  await download(workerData.source, workerData.savePath, {
    onProgress: ({ done, total }) => parentPort?.postMessage({ done, total }),
  })
}

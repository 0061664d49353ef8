// How long it takes from the import until a client listens.
const start = performance.now()
const { openClient, say } = await import('./client.mjs')
await openClient()
say('done', { wall: performance.now() - start })
process.exit()

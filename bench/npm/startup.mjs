// How long it takes from the import until a client listens.
const start = performance.now()
const { openClient, emit } = await import('./client.mjs')
await openClient()
emit('done', { wall: performance.now() - start })
process.exit()

// A tracker in a process of its own, at a port if one is given; it prints its URL.
'use strict'
const { startTracker } = require('../../../experiment/dist/index.js')

const port = Number(process.argv[2] ?? 0)
startTracker({ host: '127.0.0.1', port }).then(({ url }) => console.log(url))

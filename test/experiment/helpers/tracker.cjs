// A tracker in a process of its own; it prints its URL.
'use strict'
const { startTracker } = require('../../../experiment/dist/index.js')

startTracker({ host: '127.0.0.1' }).then(({ url }) => console.log(url))

// A tracker in a process of its own: `tracker.cjs [PORT [HOST [http|udp]]]`; it prints its URL.
'use strict'
const { startTracker } = require('../../../experiment/dist/index.js')

const [port = '0', host = '127.0.0.1', protocol = 'http'] = process.argv.slice(2)
startTracker({ host, port: Number(port), protocol }).then(({ url }) => console.log(url))

#!/usr/bin/env node
'use strict'
// Launches experiment/src/peer.ts, as it was compiled.
try {
  require('./experiment/dist/peer.js').start()
} catch (error) {
  const isMissing = error.code === 'MODULE_NOT_FOUND'
  const advice = 'it is not built yet: run `npm run build:all` first'
  process.stderr.write(`peer.js: ${isMissing ? advice : error.message}\n`)
  process.exitCode = 1
}

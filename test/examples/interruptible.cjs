'use strict'
// Preloaded into a program of examples/: it prints a line once Ctrl-C calls a listener, and does not kill it.
process.on('newListener', (name) => {
  if (name === 'SIGINT') process.nextTick(() => console.log('interruptible'))
})

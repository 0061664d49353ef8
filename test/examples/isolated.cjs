'use strict'
// Preloaded into the programs of examples/: their sessions keep to this machine, unless they set
// something else themselves. The package passes the class on from the module that defines it.
const definition = require('../../dist/session/session.js')

const isolated = {
  listen_interfaces: '127.0.0.1:0',
  enable_dht: false,
  enable_lsd: false,
  enable_upnp: false,
  enable_natpmp: false,
  allow_multiple_connections_per_ip: true,
  stop_tracker_timeout: 0,
}

definition.Session = class Session extends definition.Session {
  constructor(options) {
    super({ ...options, settings: { ...isolated, ...options?.settings } })
  }
}

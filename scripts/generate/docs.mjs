// Doc comments of the generated files.
const reference = 'https://libtorrent.org/reference'

/** Pages of libtorrent's reference by class. */
const pages = {
  Session: 'Session',
  TorrentHandle: 'Torrent_Handle',
  TorrentInfo: 'Torrent_Info',
  FileStorage: 'Storage',
  CreateTorrent: 'Create_Torrents',
  IpFilter: 'Filter',
  PortFilter: 'Filter',
  PeerClassTypeFilter: 'PeerClass',
  add_torrent_params: 'Add_Torrent',
  torrent_status: 'Torrent_Status',
  peer_info: 'Torrent_Handle',
  announce_entry: 'Trackers',
  announce_endpoint: 'Trackers',
  announce_infohash: 'Trackers',
  stats_metric: 'Stats',
  session_params: 'Session',
  dht_lookup: 'DHT',
  dht_routing_bucket: 'DHT',
}

const comment = (...lines) => `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\n`
const see = (page, anchor) => `@see ${reference}-${page}.html${anchor ? `#${anchor}` : ''}`
const bare = (cpp) => cpp.replace(/^.*::/, '')

export function alertDoc(type, { cpp }) {
  return comment(`Delivered as \`${type}\`.`, see('Alerts', cpp))
}

export function recordDoc(name, { cpp }) {
  const page = pages[bare(cpp)] ?? 'Core'
  const own = !cpp.includes('lt::')
  return own
    ? `/** A plain object. */\n`
    : comment(`libtorrent's ${bare(cpp)}.`, see(page, bare(cpp)))
}

const units = [
  [/^timestamp$/, "milliseconds on performance.now()'s clock"],
  [/Rate$|Speed$|_limit$/, 'bytes per second'],
]

export function fieldDoc(_owner, { name }) {
  const unit = units.find(([pattern]) => pattern.test(name))?.[1]
  return unit ? `/** In ${unit}. */\n` : ''
}

export function settingDoc(name, setting) {
  const value = JSON.stringify(setting.default)
  return comment(`Default: \`${value}\`.`, see('Settings', name))
}

export function constantDoc({ cpp }) {
  return `/** ${cpp.replaceAll('lt::', '')} */\n`
}

export function methodDoc(cls, { name, cpp }) {
  const sync = name.endsWith('Sync')
  const page = pages[cls]
  const what = sync
    ? `{@link ${name.slice(0, -4)}} on the calling thread, which waits for libtorrent's.`
    : `libtorrent's ${cpp}().`
  return page ? comment(what, see(page, `${cpp}()`)) : comment(what)
}

// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Every setting of a session, by libtorrent's name. */
export interface Settings {
  /**
   * How many auto-managed torrents may check their files at once. Negative: no limit.
   * Default: `1`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_checking
   */
  readonly active_checking: number
  /**
   * How many auto-managed torrents announce to the DHT; those further back in the queue run
   * without. Negative: no limit.
   * Default: `88`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_dht_limit
   */
  readonly active_dht_limit: number
  /**
   * How many auto-managed torrents may download at once; the others wait paused. Torrents that are
   * not auto-managed don't count. Negative: no limit.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_downloads
   */
  readonly active_downloads: number
  /**
   * The most auto-managed torrents that run at once, downloading or seeding, slow ones included. 0
   * pauses all of them, negative: no limit.
   * Default: `500`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_limit
   */
  readonly active_limit: number
  /**
   * How many auto-managed torrents announce to the local network. Negative: no limit.
   * Default: `60`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_lsd_limit
   */
  readonly active_lsd_limit: number
  /**
   * How many finished auto-managed torrents may run at once; the others wait paused. Torrents that
   * are not auto-managed don't count. Negative: no limit.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_seeds
   */
  readonly active_seeds: number
  /**
   * How many auto-managed torrents announce to their trackers. Negative: no limit.
   * Default: `1600`.
   *
   * @see https://libtorrent.org/reference-Settings.html#active_tracker_limit
   */
  readonly active_tracker_limit: number
  /**
   * Threads that read and write files, with the disk backend `'mmap'`.
   * At least 1.
   * Default: `10`.
   *
   * @see https://libtorrent.org/reference-Settings.html#aio_threads
   */
  readonly aio_threads: number
  /**
   * Which alerts are posted: bits of `alertCategory`, -2^31 to 2^32 - 1. Leave it out, and what is
   * listened to is posted, whatever libtorrent's default is; once it is given, listeners get these
   * categories only.
   * Default: `1`.
   *
   * @see https://libtorrent.org/reference-Settings.html#alert_mask
   */
  readonly alert_mask: number
  /**
   * How many alerts may wait to be delivered before more of normal priority are dropped (alert
   * `alerts_dropped`); the limit is twice as high for those of priority `'high'` and three times
   * for `'critical'`.
   * At least 1.
   * Default: `2000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#alert_queue_size
   */
  readonly alert_queue_size: number
  /**
   * Whether torrents of the I2P network may also find and connect to peers outside of it, which
   * gives their anonymity up.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#allow_i2p_mixed
   */
  readonly allow_i2p_mixed: boolean
  /**
   * Whether trackers and web seeds with internationalized host names are used. They are ignored
   * otherwise, because such names can look like others.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#allow_idna
   */
  readonly allow_idna: boolean
  /**
   * Whether several peers with the same IP address may be connected to one torrent. Needed for many
   * clients behind one NAT or on one machine; peers that misuse it are let in as well.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#allow_multiple_connections_per_ip
   */
  readonly allow_multiple_connections_per_ip: boolean
  /**
   * Whether a peer may have several connections to one torrent, told by its peer id: a peer with
   * several addresses may be faster so.
   * Since libtorrent 2.0.13.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#allow_multiple_connections_per_pid
   */
  readonly allow_multiple_connections_per_pid?: boolean
  /**
   * Which ciphers may be agreed upon with a peer: a value of `encLevel`.
   * From 1 to 3.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#allowed_enc_level
   */
  readonly allowed_enc_level: number
  /**
   * How many pieces a peer may download while it is still choked, if it knows the fast extension. 0
   * or less: none.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#allowed_fast_set_size
   */
  readonly allowed_fast_set_size: number
  /**
   * Whether every request to a web seed names this client, instead of the first one on a connection
   * only.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#always_send_user_agent
   */
  readonly always_send_user_agent: boolean
  /**
   * Whether HTTP trackers are told that encrypted connections are accepted, when `in_enc_policy`
   * allows them.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#announce_crypto_support
   */
  readonly announce_crypto_support: boolean
  /**
   * IP address that trackers are asked to hand out instead of the one that they see; few trackers
   * comply. Empty: none is sent.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#announce_ip
   */
  readonly announce_ip: string
  /**
   * The port that trackers and the DHT are told, where peers reach another one than is listened on,
   * as through a tunnel. 0: the listen port. `dhtAnnounce()` is not affected.
   * Since libtorrent 2.0.11.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#announce_port
   */
  readonly announce_port?: number
  /**
   * Whether one tracker of every tier is announced to. Otherwise, as the multi-tracker
   * specification has it, a tier is tried when those before it failed.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#announce_to_all_tiers
   */
  readonly announce_to_all_tiers: boolean
  /**
   * Whether all trackers of a tier are announced to. Otherwise, as the multi-tracker specification
   * has it, only the first one that works.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#announce_to_all_trackers
   */
  readonly announce_to_all_trackers: boolean
  /**
   * Reveals less: peers and web seeds aren't told the client's name, trackers get another program's
   * unless the torrent is private, and no own IP address is sent to them. Traffic isn't routed
   * elsewhere.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#anonymous_mode
   */
  readonly anonymous_mode: boolean
  /**
   * Whether the filter of `setIpFilter()` also keeps from trackers, for torrents that it applies
   * to.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#apply_ip_filter_to_trackers
   */
  readonly apply_ip_filter_to_trackers: boolean
  /**
   * Seconds between two looks at the queue, in which auto-managed torrents are started and paused.
   * Default: `30`.
   *
   * @see https://libtorrent.org/reference-Settings.html#auto_manage_interval
   */
  readonly auto_manage_interval: number
  /**
   * Whether finished torrents are given slots of `active_limit` before those that download.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#auto_manage_prefer_seeds
   */
  readonly auto_manage_prefer_seeds: boolean
  /**
   * Seconds that a torrent must be slow (`inactive_down_rate`, `inactive_up_rate`) before it counts
   * as inactive, and fast before it doesn't any more.
   * Default: `60`.
   *
   * @see https://libtorrent.org/reference-Settings.html#auto_manage_startup
   */
  readonly auto_manage_startup: number
  /**
   * Seconds in which every paused auto-managed torrent is scraped once, to learn which of them are
   * worth seeding.
   * Default: `1800`.
   *
   * @see https://libtorrent.org/reference-Settings.html#auto_scrape_interval
   */
  readonly auto_scrape_interval: number
  /**
   * The fewest seconds between two automatic scrapes, whichever torrents they are for.
   * Default: `300`.
   *
   * @see https://libtorrent.org/reference-Settings.html#auto_scrape_min_interval
   */
  readonly auto_scrape_min_interval: number
  /**
   * Whether a torrent downloads its pieces in order, which suits disks, while it is connected to at
   * least 10 seeds and ten times as many seeds as downloaders.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#auto_sequential
   */
  readonly auto_sequential: boolean
  /**
   * Whether web seeds that sent corrupt pieces are not used again.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#ban_web_seeds
   */
  readonly ban_web_seeds: boolean
  /**
   * How much is read ahead while files are checked, in blocks of 16 KiB. More is faster and takes
   * more memory.
   * Default: `256`.
   *
   * @see https://libtorrent.org/reference-Settings.html#checking_mem_usage
   */
  readonly checking_mem_usage: number
  /**
   * How the number of peers that are uploaded to is found: a value of `chokingAlgorithm`.
   * From 0 to 3.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#choking_algorithm
   */
  readonly choking_algorithm: number
  /**
   * Every so many seconds the file that has been open longest is closed, so that the system writes
   * its cache. 0: never. On Windows the default is 240.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#close_file_interval
   */
  readonly close_file_interval: number
  /**
   * Whether connections are closed that serve neither side, as between two seeds.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#close_redundant_connections
   */
  readonly close_redundant_connections: boolean
  /**
   * When connections are made, torrents that download have this many turns before a finished one
   * has its turn.
   * Default: `10`.
   *
   * @see https://libtorrent.org/reference-Settings.html#connect_seed_every_n_download
   */
  readonly connect_seed_every_n_download: number
  /**
   * How many connections to peers are tried per second, by all torrents together. 0: none;
   * negative: 200.
   * Default: `30`.
   *
   * @see https://libtorrent.org/reference-Settings.html#connection_speed
   */
  readonly connection_speed: number
  /**
   * The most connections to peers, of all torrents together. 0 or less: as many as files may be
   * open. A session starts with no more than 80 % of that.
   * Default: `200`.
   *
   * @see https://libtorrent.org/reference-Settings.html#connections_limit
   */
  readonly connections_limit: number
  /**
   * How many incoming connections beyond `connections_limit` are accepted, because they may replace
   * worse ones.
   * Default: `10`.
   *
   * @see https://libtorrent.org/reference-Settings.html#connections_slack
   */
  readonly connections_slack: number
  /**
   * Whether lookups always keep `dht_search_branching` requests to the closest nodes under way,
   * beyond the usual limit: faster, with more traffic.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_aggressive_lookups
   */
  readonly dht_aggressive_lookups: boolean
  /**
   * Seconds between two announces of a torrent to the DHT.
   * Default: `900`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_announce_interval
   */
  readonly dht_announce_interval: number
  /**
   * How many packets per second a node of the DHT may send, on an average over 10 seconds, before
   * it is blocked.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_block_ratelimit
   */
  readonly dht_block_ratelimit: number
  /**
   * Seconds for which a node that exceeded `dht_block_ratelimit` is ignored.
   * Default: `300`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_block_timeout
   */
  readonly dht_block_timeout: number
  /**
   * Nodes to join the DHT by when none is known: `host:port`, separated by commas. Nodes that a
   * running DHT was given stay in use when this changes.
   * Default: `'dht.libtorrent.org:25401'`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_bootstrap_nodes
   */
  readonly dht_bootstrap_nodes: string
  /**
   * Whether nodes are ignored whose ids don't follow from their IP address (BEP 42). Their queries
   * are answered with an error.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_enforce_node_id
   */
  readonly dht_enforce_node_id: boolean
  /**
   * Whether the first buckets of the routing table hold 128, 64, 32 and 16 nodes instead of 8,
   * which shortens lookups.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_extended_routing_table
   */
  readonly dht_extended_routing_table: boolean
  /**
   * Whether DHT packets are dropped that come from IPv4 ranges that are reserved.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_ignore_dark_internet
   */
  readonly dht_ignore_dark_internet: boolean
  /**
   * Seconds after which items that others stored here are dropped, at least two hours. 0: never.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_item_lifetime
   */
  readonly dht_item_lifetime: number
  /**
   * How many immutable items are stored for others, and how many mutable ones.
   * Default: `700`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_dht_items
   */
  readonly dht_max_dht_items: number
  /**
   * How often in a row a node may fail to answer before it leaves the routing table, if no other
   * node can take its place earlier.
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_fail_count
   */
  readonly dht_max_fail_count: number
  /**
   * How many info-hashes a sample for those who index the DHT may have, 0 to 20.
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_infohashes_sample_count
   */
  readonly dht_max_infohashes_sample_count: number
  /**
   * How many peers are stored for a torrent that others announced to this node.
   * Default: `500`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_peers
   */
  readonly dht_max_peers: number
  /**
   * How many peers an answer to `get_peers` may have.
   * Default: `100`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_peers_reply
   */
  readonly dht_max_peers_reply: number
  /**
   * Kept for programs that set it: libtorrent 2.0 ignores it.
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_torrent_search_reply
   */
  readonly dht_max_torrent_search_reply: number
  /**
   * How many torrents that others announced to this node are stored.
   * Default: `2000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_max_torrents
   */
  readonly dht_max_torrents: number
  /**
   * Whether nodes whose ids follow from their IP address (BEP 42) take the places of others in the
   * routing table.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_prefer_verified_node_ids
   */
  readonly dht_prefer_verified_node_ids: boolean
  /**
   * Whether lookups of peers send an obfuscated target until they are close to it: fewer nodes
   * learn what is looked for, at the price of more traffic.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_privacy_lookups
   */
  readonly dht_privacy_lookups: boolean
  /**
   * Whether the DHT is only asked and never answered: for devices that must save traffic. Other
   * nodes don't keep this one in their tables.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_read_only
   */
  readonly dht_read_only: boolean
  /**
   * Whether the routing table takes one node per IP address and, in a bucket, one per neighbourhood
   * of addresses (/24, for IPv6 /64), against nodes that pose as many.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_restrict_routing_ips
   */
  readonly dht_restrict_routing_ips: boolean
  /**
   * Whether a lookup asks no two nodes whose IP addresses are close to each other, against nodes
   * that pose as many.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_restrict_search_ips
   */
  readonly dht_restrict_search_ips: boolean
  /**
   * Seconds for which a sample of info-hashes is reused, 0 to 21600. Those who ask are told to wait
   * as long.
   * Default: `21600`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_sample_infohashes_interval
   */
  readonly dht_sample_infohashes_interval: number
  /**
   * How many nodes a lookup asks at the same time: Kademlia's alpha.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_search_branching
   */
  readonly dht_search_branching: number
  /**
   * Bytes per second that the DHT may send on average. Queries that come in beyond that aren't
   * answered.
   * At least 1.
   * Default: `8000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dht_upload_rate_limit
   */
  readonly dht_upload_rate_limit: number
  /**
   * Takes every piece for correct without hashing it. For simulations and benchmarks only.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#disable_hash_checks
   */
  readonly disable_hash_checks: boolean
  /**
   * Whether files are made without copy-on-write, which keeps them from being fragmented on file
   * systems such as btrfs, and takes their checksums and compression away. Linux only.
   * Since libtorrent 2.0.12.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#disk_disable_copy_on_write
   */
  readonly disk_disable_copy_on_write?: boolean
  /**
   * How files are opened that are only read: a value of `ioBufferMode`.
   * From 0 to 3.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#disk_io_read_mode
   */
  readonly disk_io_read_mode: number
  /**
   * How files are opened that are written: a value of `ioBufferMode`. On Windows the default is
   * `ioBufferMode.writeThrough`.
   * From 0 to 3.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#disk_io_write_mode
   */
  readonly disk_io_write_mode: number
  /**
   * Whether the disk backend `'mmap'` writes through memory maps: a value of `mmapWriteMode`.
   * From 0 to 2.
   * Default: `2`.
   *
   * @see https://libtorrent.org/reference-Settings.html#disk_write_mode
   */
  readonly disk_write_mode: number
  /**
   * Whether torrents slower than `inactive_down_rate` or `inactive_up_rate` take no slot of
   * `active_downloads` and `active_seeds`.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#dont_count_slow_torrents
   */
  readonly dont_count_slow_torrents: boolean
  /**
   * Bytes per second that all torrents together may download, protocol included. 0: no limit. Peers
   * on the local network are exempt, see `setPeerClassFilter()`.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#download_rate_limit
   */
  readonly download_rate_limit: number
  /**
   * Whether the node of the DHT runs, which finds peers without trackers.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_dht
   */
  readonly enable_dht: boolean
  /**
   * Whether peers may connect by TCP.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_incoming_tcp
   */
  readonly enable_incoming_tcp: boolean
  /**
   * Whether peers may connect by uTP.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_incoming_utp
   */
  readonly enable_incoming_utp: boolean
  /**
   * Whether listen sockets are reopened when the network of the machine changes. Without it, call
   * `reopenNetworkSockets()`.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_ip_notifier
   */
  readonly enable_ip_notifier: boolean
  /**
   * Whether the local network is searched for peers, by multicast. Private torrents aren't
   * announced.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_lsd
   */
  readonly enable_lsd: boolean
  /**
   * Whether routers are asked by NAT-PMP and PCP to forward the listen ports. Alerts: `portmap`,
   * `portmap_error`.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_natpmp
   */
  readonly enable_natpmp: boolean
  /**
   * Whether peers are connected to by TCP.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_outgoing_tcp
   */
  readonly enable_outgoing_tcp: boolean
  /**
   * Whether peers are connected to by uTP.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_outgoing_utp
   */
  readonly enable_outgoing_utp: boolean
  /**
   * Windows, as administrator: allocates files without filling them with zeros. Who reads such a
   * file may see what was deleted there before.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_set_file_valid_data
   */
  readonly enable_set_file_valid_data: boolean
  /**
   * Whether routers are asked by UPnP to forward the listen ports. Alerts: `portmap`,
   * `portmap_error`.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#enable_upnp
   */
  readonly enable_upnp: boolean
  /**
   * How many files are kept open, of all torrents together.
   * At least 1.
   * Default: `40`.
   *
   * @see https://libtorrent.org/reference-Settings.html#file_pool_size
   */
  readonly file_pool_size: number
  /**
   * Name of the client that peers are told. Empty: `user_agent`.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#handshake_client_version
   */
  readonly handshake_client_version: string
  /**
   * Seconds in which a peer must complete its handshake, or it is disconnected; four times as many
   * over I2P.
   * Default: `10`.
   *
   * @see https://libtorrent.org/reference-Settings.html#handshake_timeout
   */
  readonly handshake_timeout: number
  /**
   * Threads that read and hash files which are checked, with the disk backend `'mmap'`. More than
   * one helps on SSDs; 0 or less: the threads of `aio_threads` do it.
   * Default: `1`.
   *
   * @see https://libtorrent.org/reference-Settings.html#hashing_threads
   */
  readonly hashing_threads: number
  /**
   * Host of the SAM bridge that leads to the I2P network. Empty: none.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_hostname
   */
  readonly i2p_hostname: string
  /**
   * Hops of the tunnels for what comes in, 0 to 7: more are more anonymous and slower.
   * Since libtorrent 2.0.9.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_inbound_length
   */
  readonly i2p_inbound_length?: number
  /**
   * By how many hops the tunnels for what comes in may differ from `i2p_inbound_length`, -7 to 7.
   * Positive: up to so many more; negative: more or less.
   * Since libtorrent 2.0.12.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_inbound_length_variance
   */
  readonly i2p_inbound_length_variance?: number
  /**
   * How many tunnels an I2P session uses for what comes in, 1 to 16.
   * Since libtorrent 2.0.9.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_inbound_quantity
   */
  readonly i2p_inbound_quantity?: number
  /**
   * Hops of the tunnels for what goes out, 0 to 7: more are more anonymous and slower.
   * Since libtorrent 2.0.9.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_outbound_length
   */
  readonly i2p_outbound_length?: number
  /**
   * By how many hops the tunnels for what goes out may differ from `i2p_outbound_length`, -7 to 7.
   * Positive: up to so many more; negative: more or less.
   * Since libtorrent 2.0.12.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_outbound_length_variance
   */
  readonly i2p_outbound_length_variance?: number
  /**
   * How many tunnels an I2P session uses for what goes out, 1 to 16.
   * Since libtorrent 2.0.9.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_outbound_quantity
   */
  readonly i2p_outbound_quantity?: number
  /**
   * Port of the SAM bridge of `i2p_hostname`.
   * From 0 to 65535.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#i2p_port
   */
  readonly i2p_port: number
  /**
   * Whether peers that connect may, or must, encrypt: a value of `encPolicy`.
   * From 0 to 2.
   * Default: `1`.
   *
   * @see https://libtorrent.org/reference-Settings.html#in_enc_policy
   */
  readonly in_enc_policy: number
  /**
   * A torrent that downloads payload slower than this, in bytes per second, counts as inactive.
   * Only with `dont_count_slow_torrents`.
   * Default: `2048`.
   *
   * @see https://libtorrent.org/reference-Settings.html#inactive_down_rate
   */
  readonly inactive_down_rate: number
  /**
   * A finished torrent that uploads payload slower than this, in bytes per second, counts as
   * inactive. Only with `dont_count_slow_torrents`.
   * Default: `2048`.
   *
   * @see https://libtorrent.org/reference-Settings.html#inactive_up_rate
   */
  readonly inactive_up_rate: number
  /**
   * Seconds after which a peer is disconnected where neither side wants anything of the other, once
   * connections are nearly used up.
   * Default: `600`.
   *
   * @see https://libtorrent.org/reference-Settings.html#inactivity_timeout
   */
  readonly inactivity_timeout: number
  /**
   * Whether a torrent that the queue has paused is started when a peer asks for it.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#incoming_starts_queued_torrents
   */
  readonly incoming_starts_queued_torrents: boolean
  /**
   * A torrent downloads random pieces until it has this many, then the rarest first.
   * Default: `4`.
   *
   * @see https://libtorrent.org/reference-Settings.html#initial_picker_threshold
   */
  readonly initial_picker_threshold: number
  /**
   * Where to listen for peers: `address:port` or `device:port`, separated by commas, IPv6 addresses
   * in brackets. Port 0 lets the system choose; suffix `s` makes it TLS, `l` local only. Names of
   * hosts are not looked up. A device that is absent is a `listen_failed` with code `'ENODEV'`, and
   * is listened at as soon as it has an address. Empty: no listening, no uTP, no DHT.
   * Default: `'0.0.0.0:6881,[::]:6881'`.
   *
   * @see https://libtorrent.org/reference-Settings.html#listen_interfaces
   */
  readonly listen_interfaces: string
  /**
   * How many incoming connections the system queues until they are accepted. Takes effect when
   * listen sockets are opened.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#listen_queue_size
   */
  readonly listen_queue_size: number
  /**
   * Whether the system may choose a port when that of `listen_interfaces` is taken. Otherwise
   * listening fails (`listen_failed`).
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#listen_system_port_fallback
   */
  readonly listen_system_port_fallback: boolean
  /**
   * Seconds between two announces of a torrent to the local network.
   * Default: `300`.
   *
   * @see https://libtorrent.org/reference-Settings.html#local_service_announce_interval
   */
  readonly local_service_announce_interval: number
  /**
   * How many requests of a peer may wait for an answer; more are rejected. More allows a higher
   * upload rate to one peer.
   * Default: `2000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_allowed_in_request_queue
   */
  readonly max_allowed_in_request_queue: number
  /**
   * How many requests to HTTP trackers may be under way; more wait for their turn.
   * Default: `50`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_concurrent_http_announces
   */
  readonly max_concurrent_http_announces: number
  /**
   * After how many failed connections a peer isn't tried again. A success starts the count anew.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_failcount
   */
  readonly max_failcount: number
  /**
   * The most bytes that the answer of an HTTP tracker may have; a larger one is an error.
   * Default: `835584`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_http_recv_buffer_size
   */
  readonly max_http_recv_buffer_size: number
  /**
   * The most bytes of metadata that are downloaded for a magnet link. Larger metadata is never
   * fetched, and no alert says so: the torrent keeps waiting.
   * Default: `31457280`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_metadata_size
   */
  readonly max_metadata_size: number
  /**
   * The most requests for blocks that a peer is sent without an answer, up to 65535. Fast and
   * distant peers need more.
   * Default: `500`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_out_request_queue
   */
  readonly max_out_request_queue: number
  /**
   * How many peers a paused torrent remembers. 0: no limit.
   * Default: `1000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_paused_peerlist_size
   */
  readonly max_paused_peerlist_size: number
  /**
   * The most bytes that the receive buffer of a connection grows to.
   * Default: `2097152`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_peer_recv_buffer_size
   */
  readonly max_peer_recv_buffer_size: number
  /**
   * How many peers a torrent remembers, connected or not; from 95 % on it forgets the worst. 0: no
   * limit.
   * Default: `3000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_peerlist_size
   */
  readonly max_peerlist_size: number
  /**
   * How many peers are taken from one peer by peer exchange, for IPv4 and IPv6 each.
   * Default: `50`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_pex_peers
   */
  readonly max_pex_peers: number
  /**
   * The most pieces that a torrent may have whose metadata comes from peers.
   * Default: `2097152`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_piece_count
   */
  readonly max_piece_count: number
  /**
   * The most bytes that may wait to be written to disk. Beyond that, nothing more is received until
   * the disk has caught up. Too small a value limits the download rate.
   * Default: `1048576`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_queued_disk_bytes
   */
  readonly max_queued_disk_bytes: number
  /**
   * Kept for programs that set it: libtorrent 2.0.8 ignores it.
   * Default: `50`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_rejects
   */
  readonly max_rejects: number
  /**
   * How many of the following ports are tried when one of `listen_interfaces` is taken.
   * Default: `10`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_retry_port_bind
   */
  readonly max_retry_port_bind: number
  /**
   * How many of the pieces that a peer suggests are remembered.
   * At least 1.
   * Default: `16`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_suggest_pieces
   */
  readonly max_suggest_pieces: number
  /**
   * How many web seeds a torrent uses at a time. 0: up to 100.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#max_web_seed_connections
   */
  readonly max_web_seed_connections: number
  /**
   * The most bencoded items that metadata from peers may consist of, against attacks.
   * Default: `2500000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#metadata_token_limit
   */
  readonly metadata_token_limit: number
  /**
   * The fewest seconds between two announces to a tracker, even if it asks for less.
   * Default: `300`.
   *
   * @see https://libtorrent.org/reference-Settings.html#min_announce_interval
   */
  readonly min_announce_interval: number
  /**
   * Seconds to wait before a peer is connected to again, times one more than it has failed so far.
   * Default: `60`.
   *
   * @see https://libtorrent.org/reference-Settings.html#min_reconnect_time
   */
  readonly min_reconnect_time: number
  /**
   * How TCP and uTP connections share the bandwidth: a value of `bandwidthMixedAlgo`.
   * From 0 to 1.
   * Default: `1`.
   *
   * @see https://libtorrent.org/reference-Settings.html#mixed_mode_algorithm
   */
  readonly mixed_mode_algorithm: number
  /**
   * Files up to this size, in blocks of 16 KiB, are read and written without memory maps by the
   * disk backend `'mmap'`.
   * Default: `40`.
   *
   * @see https://libtorrent.org/reference-Settings.html#mmap_file_size_cutoff
   */
  readonly mmap_file_size_cutoff: number
  /**
   * IP address of the router that NAT-PMP requests go to. Empty: the default gateway. Takes effect
   * when NAT-PMP is started.
   * Since libtorrent 2.0.12.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#natpmp_gateway
   */
  readonly natpmp_gateway?: string
  /**
   * For how many seconds a router is asked to forward a port; it is asked again before they pass.
   * Since libtorrent 2.0.13.
   * Default: `3600`.
   *
   * @see https://libtorrent.org/reference-Settings.html#natpmp_lease_duration
   */
  readonly natpmp_lease_duration?: number
  /**
   * Linux: whether reading files leaves their access times alone, which is faster.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#no_atime_storage
   */
  readonly no_atime_storage: boolean
  /**
   * Whether peers on ports up to 1024 aren't connected to, lest the session takes part in an attack
   * on a server.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#no_connect_privileged_ports
   */
  readonly no_connect_privileged_ports: boolean
  /**
   * Whether files that are there without resume data aren't checked, but downloaded again.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#no_recheck_incomplete_resume
   */
  readonly no_recheck_incomplete_resume: boolean
  /**
   * How many of the upload slots are given to peers to try them out. 0: a fifth of the slots.
   * At least 0.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#num_optimistic_unchoke_slots
   */
  readonly num_optimistic_unchoke_slots: number
  /**
   * How many ports after `outgoing_port` are used, too.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#num_outgoing_ports
   */
  readonly num_outgoing_ports: number
  /**
   * How many peers trackers are asked for in an announce.
   * Default: `200`.
   *
   * @see https://libtorrent.org/reference-Settings.html#num_want
   */
  readonly num_want: number
  /**
   * Seconds after which an auto-managed torrent that stopped downloading because of a disk error
   * tries again.
   * Default: `600`.
   *
   * @see https://libtorrent.org/reference-Settings.html#optimistic_disk_retry
   */
  readonly optimistic_disk_retry: number
  /**
   * Seconds after which another peer is tried out with an upload slot.
   * Default: `30`.
   *
   * @see https://libtorrent.org/reference-Settings.html#optimistic_unchoke_interval
   */
  readonly optimistic_unchoke_interval: number
  /**
   * Whether connections to peers may, or must, be encrypted: a value of `encPolicy`.
   * From 0 to 2.
   * Default: `1`.
   *
   * @see https://libtorrent.org/reference-Settings.html#out_enc_policy
   */
  readonly out_enc_policy: number
  /**
   * IP addresses or devices, separated by commas, that TCP connections to peers are made from in
   * turn. Peers that connect by way of others are blocked (`peer_blocked`). Where one is absent,
   * each connection from it fails: `peer_disconnected`, `op` is `'sock_bind'`, code `'ENODEV'` or
   * `'EADDRNOTAVAIL'`. uTP connects from `listen_interfaces`. Empty: the system chooses.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#outgoing_interfaces
   */
  readonly outgoing_interfaces: string
  /**
   * First local port of connections to peers, for routers that sort traffic by port. 0: the system
   * chooses, which is best.
   * From 0 to 65535.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#outgoing_port
   */
  readonly outgoing_port: number
  /**
   * Seconds in which a connection to a peer must be made.
   * Default: `15`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_connect_timeout
   */
  readonly peer_connect_timeout: number
  /**
   * Traffic class of the packets to peers and web seeds: the second byte of the IP header, whose
   * upper six bits are the DSCP. 4 means less than best effort, 0 no mark.
   * Default: `4`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_dscp
   */
  readonly peer_dscp: number
  /**
   * Beginning of the peer id, at most 20 bytes; the rest is random. `generateFingerprint()` makes
   * one.
   * Default: `'-LT2080-'`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_fingerprint
   */
  readonly peer_fingerprint: string
  /**
   * Seconds without a word after which a peer is disconnected, four times as many over I2P. After
   * half of them it is sent a keep-alive.
   * Default: `120`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_timeout
   */
  readonly peer_timeout: number
  /**
   * Percentage of the peers of a torrent that are replaced every `peer_turnover_interval`, while
   * there are nearly as many as are allowed.
   * Default: `4`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_turnover
   */
  readonly peer_turnover: number
  /**
   * Peers are replaced when there are this many percent of `connections_limit`, or of a torrent's
   * own limit. At most 100.
   * Default: `90`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_turnover_cutoff
   */
  readonly peer_turnover_cutoff: number
  /**
   * Seconds between two replacements of peers, see `peer_turnover`.
   * Default: `300`.
   *
   * @see https://libtorrent.org/reference-Settings.html#peer_turnover_interval
   */
  readonly peer_turnover_interval: number
  /**
   * Whether pieces within the same 4 MiB are downloaded one after the other, which suits disks when
   * pieces are small.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#piece_extent_affinity
   */
  readonly piece_extent_affinity: boolean
  /**
   * Seconds without a block that was asked for, after which a peer counts as snubbing
   * (`peer_snubbed`).
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#piece_timeout
   */
  readonly piece_timeout: number
  /**
   * Peers are told about a piece this many milliseconds before it is expected to be complete. 0:
   * once it is.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#predictive_piece_announce
   */
  readonly predictive_piece_announce: number
  /**
   * Whether RC4 is preferred to plain text where a peer that connects offers both and
   * `allowed_enc_level` allows both.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#prefer_rc4
   */
  readonly prefer_rc4: boolean
  /**
   * Whether UDP trackers come before HTTP trackers on the same host, whatever their tiers.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#prefer_udp_trackers
   */
  readonly prefer_udp_trackers: boolean
  /**
   * Whether pieces that have been begun come before rarer ones. Otherwise only when too many have
   * been begun.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#prioritize_partial_pieces
   */
  readonly prioritize_partial_pieces: boolean
  /**
   * Host of the proxy. With one, the session listens nowhere else, maps no ports and leaves the
   * local network alone.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_hostname
   */
  readonly proxy_hostname: string
  /**
   * Whether the proxy looks host names up (SOCKS5 and HTTP proxies only).
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_hostnames
   */
  readonly proxy_hostnames: boolean
  /**
   * Password for the proxy, for the values of `proxyType` that send one.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_password
   */
  readonly proxy_password: string
  /**
   * Whether connections to peers and web seeds go through the proxy.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_peer_connections
   */
  readonly proxy_peer_connections: boolean
  /**
   * Port of the proxy, 1 to 65535.
   * From 0 to 65535.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_port
   */
  readonly proxy_port: number
  /**
   * Whether the HTTP proxy is told the host's name besides its address when it is asked to connect.
   * Since libtorrent 2.0.12.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_send_host_in_connect
   */
  readonly proxy_send_host_in_connect?: boolean
  /**
   * Whether requests to trackers go through the proxy.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_tracker_connections
   */
  readonly proxy_tracker_connections: boolean
  /**
   * Which kind of proxy is used: a value of `proxyType`.
   * From 0 to 6.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_type
   */
  readonly proxy_type: number
  /**
   * User name for the proxy, for the values of `proxyType` that send one.
   * Default: `''`.
   *
   * @see https://libtorrent.org/reference-Settings.html#proxy_username
   */
  readonly proxy_username: string
  /**
   * For `chokingAlgorithm.rateBasedChoker`: bytes per second that the fastest peer must reach; each
   * further one needs 2 KiB/s more. Higher means fewer slots.
   * Default: `1024`.
   *
   * @see https://libtorrent.org/reference-Settings.html#rate_choker_initial_threshold
   */
  readonly rate_choker_initial_threshold: number
  /**
   * Whether the estimated size of the TCP and IP headers counts for rate limits.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#rate_limit_ip_overhead
   */
  readonly rate_limit_ip_overhead: boolean
  /**
   * Bytes of the system's receive buffer of each connection to a peer. 0: the system's default. It
   * can't be changed while peers are reached through a proxy.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#recv_socket_buffer_size
   */
  readonly recv_socket_buffer_size: number
  /**
   * Whether HTTP trackers are told how many bytes were downloaded more than once.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#report_redundant_bytes
   */
  readonly report_redundant_bytes: boolean
  /**
   * Whether bytes that were downloaded more than once count as downloaded for trackers.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#report_true_downloaded
   */
  readonly report_true_downloaded: boolean
  /**
   * Whether what web seeds send counts for trackers and statistics.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#report_web_seed_downloads
   */
  readonly report_web_seed_downloads: boolean
  /**
   * Requests that are sent to a peer should keep it busy for this many seconds: their number
   * follows from its rate.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#request_queue_time
   */
  readonly request_queue_time: number
  /**
   * Seconds to wait for a block, at most, before it is asked of another peer. Peers that answer
   * quickly are given less time.
   * Default: `60`.
   *
   * @see https://libtorrent.org/reference-Settings.html#request_timeout
   */
  readonly request_timeout: number
  /**
   * Seconds for which the addresses of a host name are remembered. Negative: 0.
   * Default: `1200`.
   *
   * @see https://libtorrent.org/reference-Settings.html#resolver_cache_timeout
   */
  readonly resolver_cache_timeout: number
  /**
   * Which peers a seed uploads to: a value of `seedChokingAlgorithm`.
   * From 0 to 2.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#seed_choking_algorithm
   */
  readonly seed_choking_algorithm: number
  /**
   * Seconds of seeding after which a torrent has done its duty, and others are seeded first.
   * Default: `86400`.
   *
   * @see https://libtorrent.org/reference-Settings.html#seed_time_limit
   */
  readonly seed_time_limit: number
  /**
   * Time of seeding, as a percentage of the time of downloading, after which others are seeded
   * first.
   * Default: `700`.
   *
   * @see https://libtorrent.org/reference-Settings.html#seed_time_ratio_limit
   */
  readonly seed_time_ratio_limit: number
  /**
   * Whether finished torrents connect to peers. Otherwise they wait for peers to connect.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#seeding_outgoing_connections
   */
  readonly seeding_outgoing_connections: boolean
  /**
   * For `seedChokingAlgorithm.roundRobin`: how many pieces a peer is sent before it is another
   * one's turn.
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#seeding_piece_quota
   */
  readonly seeding_piece_quota: number
  /**
   * The fewest bytes that are kept ready to send to a peer, read from disk or on their way from
   * there. More makes uploads start faster.
   * Default: `10240`.
   *
   * @see https://libtorrent.org/reference-Settings.html#send_buffer_low_watermark
   */
  readonly send_buffer_low_watermark: number
  /**
   * The most bytes that are kept ready to send to a peer. More allows higher rates and takes more
   * memory.
   * Default: `512000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#send_buffer_watermark
   */
  readonly send_buffer_watermark: number
  /**
   * How many bytes are kept ready to send, as a percentage of what the peer was sent in the last
   * second. The two watermarks bound it.
   * Default: `50`.
   *
   * @see https://libtorrent.org/reference-Settings.html#send_buffer_watermark_factor
   */
  readonly send_buffer_watermark_factor: number
  /**
   * Linux: bytes that the system holds unsent before a socket counts as full (`TCP_NOTSENT_LOWAT`).
   * 0: the system's default.
   * Default: `16384`.
   *
   * @see https://libtorrent.org/reference-Settings.html#send_not_sent_low_watermark
   */
  readonly send_not_sent_low_watermark: number
  /**
   * Whether peers are also told about pieces that they have themselves, for statistics.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#send_redundant_have
   */
  readonly send_redundant_have: boolean
  /**
   * Bytes of the system's send buffer of each connection to a peer. 0: the system's default. It
   * can't be changed while peers are reached through a proxy.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#send_socket_buffer_size
   */
  readonly send_socket_buffer_size: number
  /**
   * With `torrentFlags.shareMode`: how often a piece must be uploaded for having been downloaded
   * once, at least 2. High values mean that little is downloaded.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#share_mode_target
   */
  readonly share_mode_target: number
  /**
   * Bytes uploaded, as a percentage of those downloaded, after which others are seeded first.
   * Default: `200`.
   *
   * @see https://libtorrent.org/reference-Settings.html#share_ratio_limit
   */
  readonly share_ratio_limit: number
  /**
   * Whether fewer connections than `connection_speed` are tried near `connections_limit`, so that
   * they don't come in bursts.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#smooth_connects
   */
  readonly smooth_connects: boolean
  /**
   * Whether a SOCKS5 proxy is told which local address UDP packets will come from. It can then
   * forward packets that come in first, but behind a NAT the address is wrong.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#socks5_udp_send_local_ep
   */
  readonly socks5_udp_send_local_ep: boolean
  /**
   * Keeps trackers and web seeds from reaching what they shouldn't: HTTP trackers on this machine
   * need a path that begins with `/announce`, tracker URLs may have none of an announce's
   * parameters, web seeds on the local network no query string, and none may redirect there from
   * outside. What it stops fails with code `'ssrf_mitigation'` (`tracker_error`, `scrape_failed`,
   * `url_seed`); scrapes of trackers on this machine always do. Turn it off for servers of your
   * own.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#ssrf_mitigation
   */
  readonly ssrf_mitigation: boolean
  /**
   * Seconds to wait for trackers that are told that a torrent stops; closing a session takes up to
   * this long. 0: they aren't told.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#stop_tracker_timeout
   */
  readonly stop_tracker_timeout: number
  /**
   * Whether a block is asked of a second peer only when every piece that is left has been asked
   * for. Otherwise whenever a peer would be idle, which wastes more.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#strict_end_game_mode
   */
  readonly strict_end_game_mode: boolean
  /**
   * Whether peers are told which pieces can be had fast: a value of `suggestMode`.
   * From 0 to 1.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#suggest_mode
   */
  readonly suggest_mode: number
  /**
   * Whether peers are told about share mode (`torrentFlags.shareMode`), and theirs is respected.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#support_share_mode
   */
  readonly support_share_mode: boolean
  /**
   * Milliseconds between two distributions of bandwidth to peers. About 100 is more even, more
   * saves processor time.
   * From 1 to 1000.
   * Default: `500`.
   *
   * @see https://libtorrent.org/reference-Settings.html#tick_interval
   */
  readonly tick_interval: number
  /**
   * How many peers a new torrent connects to at once with the first answer of a tracker, up to 255,
   * instead of waiting for its turn.
   * Default: `30`.
   *
   * @see https://libtorrent.org/reference-Settings.html#torrent_connect_boost
   */
  readonly torrent_connect_boost: number
  /**
   * How fast failing trackers are given up: after n failures in a row, 5 + 5 * n² * this / 100
   * seconds pass before the next try.
   * From 0 to 26000.
   * Default: `250`.
   *
   * @see https://libtorrent.org/reference-Settings.html#tracker_backoff
   */
  readonly tracker_backoff: number
  /**
   * Seconds in which a tracker must have answered completely.
   * Default: `30`.
   *
   * @see https://libtorrent.org/reference-Settings.html#tracker_completion_timeout
   */
  readonly tracker_completion_timeout: number
  /**
   * Kept for programs that set it: libtorrent 2.0.8 ignores it and heeds
   * `max_http_recv_buffer_size`.
   * Default: `1048576`.
   *
   * @see https://libtorrent.org/reference-Settings.html#tracker_maximum_response_length
   */
  readonly tracker_maximum_response_length: number
  /**
   * Seconds in which something must come from a UDP tracker.
   * Default: `10`.
   *
   * @see https://libtorrent.org/reference-Settings.html#tracker_receive_timeout
   */
  readonly tracker_receive_timeout: number
  /**
   * Seconds for which the connection id of a UDP tracker is used. The protocol says 60; trackers
   * must agree to more.
   * Default: `60`.
   *
   * @see https://libtorrent.org/reference-Settings.html#udp_tracker_token_expiry
   */
  readonly udp_tracker_token_expiry: number
  /**
   * Seconds between two decisions about who is uploaded to.
   * Default: `15`.
   *
   * @see https://libtorrent.org/reference-Settings.html#unchoke_interval
   */
  readonly unchoke_interval: number
  /**
   * How many peers are uploaded to at a time, of all torrents together, with
   * `chokingAlgorithm.fixedSlotsChoker`. Negative: all of them.
   * Default: `8`.
   *
   * @see https://libtorrent.org/reference-Settings.html#unchoke_slots_limit
   */
  readonly unchoke_slots_limit: number
  /**
   * Bytes per second that all torrents together may upload, protocol included. 0: no limit. Peers
   * on the local network are exempt, see `setPeerClassFilter()`.
   * Default: `0`.
   *
   * @see https://libtorrent.org/reference-Settings.html#upload_rate_limit
   */
  readonly upload_rate_limit: number
  /**
   * Whether answers to UPnP are ignored that come from outside of the local network: from other
   * people's routers.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#upnp_ignore_nonrouters
   */
  readonly upnp_ignore_nonrouters: boolean
  /**
   * Seconds that ports are forwarded for by UPnP, renewed in time; at least 300. 0: without an end,
   * for routers that know nothing else.
   * Default: `3600`.
   *
   * @see https://libtorrent.org/reference-Settings.html#upnp_lease_duration
   */
  readonly upnp_lease_duration: number
  /**
   * The most bytes that a web seed is asked for in one request; never less than a piece or 1 MiB.
   * Default: `16777216`.
   *
   * @see https://libtorrent.org/reference-Settings.html#urlseed_max_request_bytes
   */
  readonly urlseed_max_request_bytes: number
  /**
   * How many requests a web seed is sent at a time.
   * Default: `5`.
   *
   * @see https://libtorrent.org/reference-Settings.html#urlseed_pipeline_size
   */
  readonly urlseed_pipeline_size: number
  /**
   * Seconds without a word after which the connection to a web seed is closed.
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#urlseed_timeout
   */
  readonly urlseed_timeout: number
  /**
   * Seconds until a web seed that failed is tried again, unless it names a time itself.
   * Default: `30`.
   *
   * @see https://libtorrent.org/reference-Settings.html#urlseed_wait_retry
   */
  readonly urlseed_wait_retry: number
  /**
   * Whether the DHT is used only for torrents none of whose trackers works.
   * Default: `false`.
   *
   * @see https://libtorrent.org/reference-Settings.html#use_dht_as_fallback
   */
  readonly use_dht_as_fallback: boolean
  /**
   * Whether peers that took part in a corrupt piece are asked for whole pieces only, until one of
   * theirs turns out good, or bad: then they are banned.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#use_parole_mode
   */
  readonly use_parole_mode: boolean
  /**
   * Name and version of the client for trackers, web seeds and (unless `handshake_client_version`
   * is set) peers. No line breaks.
   * Default: `'libtorrent/2.0.8.0'`.
   *
   * @see https://libtorrent.org/reference-Settings.html#user_agent
   */
  readonly user_agent: string
  /**
   * Milliseconds to wait for an answer to the first packet of a uTP connection. Each try doubles
   * it.
   * Default: `3000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_connect_timeout
   */
  readonly utp_connect_timeout: number
  /**
   * Milliseconds in which several lost packets reduce the window of a uTP connection only once.
   * Default: `100`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_cwnd_reduce_timer
   */
  readonly utp_cwnd_reduce_timer: number
  /**
   * How often the last packet of a uTP connection is sent before it is given up.
   * Default: `2`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_fin_resends
   */
  readonly utp_fin_resends: number
  /**
   * Bytes that the window of a uTP connection may grow by in one round trip. Too many make it
   * unstable, too few make it slow to react.
   * Default: `3000`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_gain_factor
   */
  readonly utp_gain_factor: number
  /**
   * What a lost packet leaves of the window of a uTP connection, in percent, at most 100. Best left
   * alone.
   * Default: `50`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_loss_multiplier
   */
  readonly utp_loss_multiplier: number
  /**
   * Milliseconds that a uTP connection waits for an acknowledgement, at least. Less recovers faster
   * from losses.
   * From 0 to 60000.
   * Default: `500`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_min_timeout
   */
  readonly utp_min_timeout: number
  /**
   * How often a packet of a uTP connection is sent before the connection is given up.
   * Default: `3`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_num_resends
   */
  readonly utp_num_resends: number
  /**
   * How often the first packet of a uTP connection is sent before it is given up.
   * Default: `2`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_syn_resends
   */
  readonly utp_syn_resends: number
  /**
   * Milliseconds of delay that uTP may cause on the line. More is faster at the expense of other
   * traffic.
   * Default: `100`.
   *
   * @see https://libtorrent.org/reference-Settings.html#utp_target_delay
   */
  readonly utp_target_delay: number
  /**
   * Whether the certificates of HTTPS trackers and web seeds are checked against those of the
   * system.
   * Default: `true`.
   *
   * @see https://libtorrent.org/reference-Settings.html#validate_https_trackers
   */
  readonly validate_https_trackers: boolean
  /**
   * Seconds until the host name of a web seed is looked up again after that failed.
   * Default: `1800`.
   *
   * @see https://libtorrent.org/reference-Settings.html#web_seed_name_lookup_retry
   */
  readonly web_seed_name_lookup_retry: number
  /**
   * A peer that can send a piece within this many seconds is asked for whole pieces, which shows
   * who sends corrupt ones. 0: never.
   * Default: `20`.
   *
   * @see https://libtorrent.org/reference-Settings.html#whole_pieces_threshold
   */
  readonly whole_pieces_threshold: number
}
/** Settings to change. */
export type SettingsInit = { readonly [K in keyof Settings]?: Settings[K] | undefined }
/** libtorrent's number, the type and the default of a setting, and the range of a number. */
export interface SettingInfo {
  readonly id: number
  readonly type: string
  readonly default: string | number | boolean
  readonly least?: number
  readonly most?: number
}
/** Settings that came after the pinned libtorrent. */
export type NewerSetting =
  | 'allow_multiple_connections_per_pid'
  | 'announce_port'
  | 'disk_disable_copy_on_write'
  | 'i2p_inbound_length'
  | 'i2p_inbound_length_variance'
  | 'i2p_inbound_quantity'
  | 'i2p_outbound_length'
  | 'i2p_outbound_length_variance'
  | 'i2p_outbound_quantity'
  | 'natpmp_gateway'
  | 'natpmp_lease_duration'
  | 'proxy_send_host_in_connect'
const known = {
  active_checking: { id: 16427, type: 'number', default: 1, least: -2147483648, most: 2147483647 },
  active_dht_limit: {
    id: 16428,
    type: 'number',
    default: 88,
    least: -2147483648,
    most: 2147483647,
  },
  active_downloads: { id: 16425, type: 'number', default: 3, least: -2147483648, most: 2147483647 },
  active_limit: { id: 16431, type: 'number', default: 500, least: -2147483648, most: 2147483647 },
  active_lsd_limit: {
    id: 16430,
    type: 'number',
    default: 60,
    least: -2147483648,
    most: 2147483647,
  },
  active_seeds: { id: 16426, type: 'number', default: 5, least: -2147483648, most: 2147483647 },
  active_tracker_limit: {
    id: 16429,
    type: 'number',
    default: 1600,
    least: -2147483648,
    most: 2147483647,
  },
  aio_threads: { id: 16488, type: 'number', default: 10, least: 1, most: 2147483647 },
  alert_mask: { id: 16501, type: 'number', default: 1, least: -2147483648, most: 4294967295 },
  alert_queue_size: { id: 16483, type: 'number', default: 2000, least: 1, most: 2147483647 },
  allow_i2p_mixed: { id: 32791, type: 'boolean', default: false },
  allow_idna: { id: 32849, type: 'boolean', default: false },
  allow_multiple_connections_per_ip: { id: 32768, type: 'boolean', default: false },
  allowed_enc_level: { id: 16504, type: 'number', default: 3, least: 1, most: 3 },
  allowed_fast_set_size: {
    id: 16408,
    type: 'number',
    default: 5,
    least: -2147483648,
    most: 2147483647,
  },
  always_send_user_agent: { id: 32813, type: 'boolean', default: false },
  announce_crypto_support: { id: 32826, type: 'boolean', default: true },
  announce_ip: { id: 1, type: 'string', default: '' },
  announce_to_all_tiers: { id: 32786, type: 'boolean', default: false },
  announce_to_all_trackers: { id: 32785, type: 'boolean', default: false },
  anonymous_mode: { id: 32806, type: 'boolean', default: false },
  apply_ip_filter_to_trackers: { id: 32814, type: 'boolean', default: true },
  auto_manage_interval: {
    id: 16433,
    type: 'number',
    default: 30,
    least: -2147483648,
    most: 2147483647,
  },
  auto_manage_prefer_seeds: { id: 32780, type: 'boolean', default: false },
  auto_manage_startup: {
    id: 16440,
    type: 'number',
    default: 60,
    least: -2147483648,
    most: 2147483647,
  },
  auto_scrape_interval: {
    id: 16435,
    type: 'number',
    default: 1800,
    least: -2147483648,
    most: 2147483647,
  },
  auto_scrape_min_interval: {
    id: 16436,
    type: 'number',
    default: 300,
    least: -2147483648,
    most: 2147483647,
  },
  auto_sequential: { id: 32834, type: 'boolean', default: true },
  ban_web_seeds: { id: 32818, type: 'boolean', default: true },
  checking_mem_usage: {
    id: 16486,
    type: 'number',
    default: 256,
    least: -2147483648,
    most: 2147483647,
  },
  choking_algorithm: { id: 16415, type: 'number', default: 0, least: 0, most: 3 },
  close_file_interval: {
    id: 16513,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  close_redundant_connections: { id: 32782, type: 'boolean', default: true },
  connect_seed_every_n_download: {
    id: 16498,
    type: 'number',
    default: 10,
    least: -2147483648,
    most: 2147483647,
  },
  connection_speed: {
    id: 16402,
    type: 'number',
    default: 30,
    least: -2147483648,
    most: 2147483647,
  },
  connections_limit: {
    id: 16469,
    type: 'number',
    default: 200,
    least: -2147483648,
    most: 2147483647,
  },
  connections_slack: {
    id: 16470,
    type: 'number',
    default: 10,
    least: -2147483648,
    most: 2147483647,
  },
  dht_aggressive_lookups: { id: 32841, type: 'boolean', default: true },
  dht_announce_interval: {
    id: 16452,
    type: 'number',
    default: 900,
    least: -2147483648,
    most: 2147483647,
  },
  dht_block_ratelimit: {
    id: 16529,
    type: 'number',
    default: 5,
    least: -2147483648,
    most: 2147483647,
  },
  dht_block_timeout: {
    id: 16528,
    type: 'number',
    default: 300,
    least: -2147483648,
    most: 2147483647,
  },
  dht_bootstrap_nodes: { id: 11, type: 'string', default: 'dht.libtorrent.org:25401' },
  dht_enforce_node_id: { id: 32843, type: 'boolean', default: false },
  dht_extended_routing_table: { id: 32840, type: 'boolean', default: true },
  dht_ignore_dark_internet: { id: 32844, type: 'boolean', default: true },
  dht_item_lifetime: {
    id: 16530,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  dht_max_dht_items: {
    id: 16525,
    type: 'number',
    default: 700,
    least: -2147483648,
    most: 2147483647,
  },
  dht_max_fail_count: {
    id: 16523,
    type: 'number',
    default: 20,
    least: -2147483648,
    most: 2147483647,
  },
  dht_max_infohashes_sample_count: {
    id: 16532,
    type: 'number',
    default: 20,
    least: -2147483648,
    most: 2147483647,
  },
  dht_max_peers: { id: 16526, type: 'number', default: 500, least: -2147483648, most: 2147483647 },
  dht_max_peers_reply: {
    id: 16521,
    type: 'number',
    default: 100,
    least: -2147483648,
    most: 2147483647,
  },
  dht_max_torrent_search_reply: {
    id: 16527,
    type: 'number',
    default: 20,
    least: -2147483648,
    most: 2147483647,
  },
  dht_max_torrents: {
    id: 16524,
    type: 'number',
    default: 2000,
    least: -2147483648,
    most: 2147483647,
  },
  dht_prefer_verified_node_ids: { id: 32837, type: 'boolean', default: true },
  dht_privacy_lookups: { id: 32842, type: 'boolean', default: false },
  dht_read_only: { id: 32845, type: 'boolean', default: false },
  dht_restrict_routing_ips: { id: 32838, type: 'boolean', default: true },
  dht_restrict_search_ips: { id: 32839, type: 'boolean', default: true },
  dht_sample_infohashes_interval: {
    id: 16531,
    type: 'number',
    default: 21600,
    least: -2147483648,
    most: 2147483647,
  },
  dht_search_branching: {
    id: 16522,
    type: 'number',
    default: 5,
    least: -2147483648,
    most: 2147483647,
  },
  dht_upload_rate_limit: { id: 16466, type: 'number', default: 8000, least: 1, most: 2147483647 },
  disable_hash_checks: { id: 32790, type: 'boolean', default: false },
  disk_io_read_mode: { id: 16421, type: 'number', default: 0, least: 0, most: 3 },
  disk_io_write_mode: { id: 16420, type: 'number', default: 0, least: 0, most: 3 },
  disk_write_mode: { id: 16535, type: 'number', default: 2, least: 0, most: 2 },
  dont_count_slow_torrents: { id: 32781, type: 'boolean', default: true },
  download_rate_limit: {
    id: 16463,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  enable_dht: { id: 32830, type: 'boolean', default: true },
  enable_incoming_tcp: { id: 32803, type: 'boolean', default: true },
  enable_incoming_utp: { id: 32801, type: 'boolean', default: true },
  enable_ip_notifier: { id: 32836, type: 'boolean', default: true },
  enable_lsd: { id: 32829, type: 'boolean', default: true },
  enable_natpmp: { id: 32828, type: 'boolean', default: true },
  enable_outgoing_tcp: { id: 32802, type: 'boolean', default: true },
  enable_outgoing_utp: { id: 32800, type: 'boolean', default: true },
  enable_set_file_valid_data: { id: 32850, type: 'boolean', default: false },
  enable_upnp: { id: 32827, type: 'boolean', default: true },
  file_pool_size: { id: 16398, type: 'number', default: 40, least: 1, most: 2147483647 },
  handshake_client_version: { id: 3, type: 'string', default: '' },
  handshake_timeout: {
    id: 16411,
    type: 'number',
    default: 10,
    least: -2147483648,
    most: 2147483647,
  },
  hashing_threads: { id: 16485, type: 'number', default: 1, least: -2147483648, most: 2147483647 },
  i2p_hostname: { id: 9, type: 'string', default: '' },
  i2p_port: { id: 16509, type: 'number', default: 0, least: 0, most: 65535 },
  in_enc_policy: { id: 16503, type: 'number', default: 1, least: 0, most: 2 },
  inactive_down_rate: {
    id: 16505,
    type: 'number',
    default: 2048,
    least: -2147483648,
    most: 2147483647,
  },
  inactive_up_rate: {
    id: 16506,
    type: 'number',
    default: 2048,
    least: -2147483648,
    most: 2147483647,
  },
  inactivity_timeout: {
    id: 16403,
    type: 'number',
    default: 600,
    least: -2147483648,
    most: 2147483647,
  },
  incoming_starts_queued_torrents: { id: 32796, type: 'boolean', default: false },
  initial_picker_threshold: {
    id: 16407,
    type: 'number',
    default: 4,
    least: -2147483648,
    most: 2147483647,
  },
  listen_interfaces: { id: 5, type: 'string', default: '0.0.0.0:6881,[::]:6881' },
  listen_queue_size: {
    id: 16481,
    type: 'number',
    default: 5,
    least: -2147483648,
    most: 2147483647,
  },
  listen_system_port_fallback: { id: 32824, type: 'boolean', default: true },
  local_service_announce_interval: {
    id: 16451,
    type: 'number',
    default: 300,
    least: -2147483648,
    most: 2147483647,
  },
  max_allowed_in_request_queue: {
    id: 16391,
    type: 'number',
    default: 2000,
    least: -2147483648,
    most: 2147483647,
  },
  max_concurrent_http_announces: {
    id: 16520,
    type: 'number',
    default: 50,
    least: -2147483648,
    most: 2147483647,
  },
  max_failcount: { id: 16399, type: 'number', default: 3, least: -2147483648, most: 2147483647 },
  max_http_recv_buffer_size: {
    id: 16499,
    type: 'number',
    default: 835584,
    least: -2147483648,
    most: 2147483647,
  },
  max_metadata_size: {
    id: 16484,
    type: 'number',
    default: 31457280,
    least: -2147483648,
    most: 2147483647,
  },
  max_out_request_queue: {
    id: 16392,
    type: 'number',
    default: 500,
    least: -2147483648,
    most: 2147483647,
  },
  max_paused_peerlist_size: {
    id: 16438,
    type: 'number',
    default: 1000,
    least: -2147483648,
    most: 2147483647,
  },
  max_peer_recv_buffer_size: {
    id: 16445,
    type: 'number',
    default: 2097152,
    least: -2147483648,
    most: 2147483647,
  },
  max_peerlist_size: {
    id: 16437,
    type: 'number',
    default: 3000,
    least: -2147483648,
    most: 2147483647,
  },
  max_pex_peers: { id: 16459, type: 'number', default: 50, least: -2147483648, most: 2147483647 },
  max_piece_count: {
    id: 16533,
    type: 'number',
    default: 2097152,
    least: -2147483648,
    most: 2147483647,
  },
  max_queued_disk_bytes: {
    id: 16410,
    type: 'number',
    default: 1048576,
    least: -2147483648,
    most: 2147483647,
  },
  max_rejects: { id: 16442, type: 'number', default: 50, least: -2147483648, most: 2147483647 },
  max_retry_port_bind: {
    id: 16500,
    type: 'number',
    default: 10,
    least: -2147483648,
    most: 2147483647,
  },
  max_suggest_pieces: { id: 16450, type: 'number', default: 16, least: 1, most: 2147483647 },
  max_web_seed_connections: {
    id: 16515,
    type: 'number',
    default: 3,
    least: -2147483648,
    most: 2147483647,
  },
  metadata_token_limit: {
    id: 16534,
    type: 'number',
    default: 2500000,
    least: -2147483648,
    most: 2147483647,
  },
  min_announce_interval: {
    id: 16439,
    type: 'number',
    default: 300,
    least: -2147483648,
    most: 2147483647,
  },
  min_reconnect_time: {
    id: 16400,
    type: 'number',
    default: 60,
    least: -2147483648,
    most: 2147483647,
  },
  mixed_mode_algorithm: { id: 16480, type: 'number', default: 1, least: 0, most: 1 },
  mmap_file_size_cutoff: {
    id: 16536,
    type: 'number',
    default: 40,
    least: -2147483648,
    most: 2147483647,
  },
  no_atime_storage: { id: 32795, type: 'boolean', default: true },
  no_connect_privileged_ports: { id: 32811, type: 'boolean', default: false },
  no_recheck_incomplete_resume: { id: 32805, type: 'boolean', default: false },
  num_optimistic_unchoke_slots: {
    id: 16455,
    type: 'number',
    default: 0,
    least: 0,
    most: 2147483647,
  },
  num_outgoing_ports: {
    id: 16423,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  num_want: { id: 16406, type: 'number', default: 200, least: -2147483648, most: 2147483647 },
  optimistic_disk_retry: {
    id: 16449,
    type: 'number',
    default: 600,
    least: -2147483648,
    most: 2147483647,
  },
  optimistic_unchoke_interval: {
    id: 16405,
    type: 'number',
    default: 30,
    least: -2147483648,
    most: 2147483647,
  },
  out_enc_policy: { id: 16502, type: 'number', default: 1, least: 0, most: 2 },
  outgoing_interfaces: { id: 4, type: 'string', default: '' },
  outgoing_port: { id: 16422, type: 'number', default: 0, least: 0, most: 65535 },
  peer_connect_timeout: {
    id: 16401,
    type: 'number',
    default: 15,
    least: -2147483648,
    most: 2147483647,
  },
  peer_dscp: { id: 16424, type: 'number', default: 4, least: -2147483648, most: 2147483647 },
  peer_fingerprint: { id: 10, type: 'string', default: '-LT2080-' },
  peer_timeout: { id: 16394, type: 'number', default: 120, least: -2147483648, most: 2147483647 },
  peer_turnover: { id: 16495, type: 'number', default: 4, least: -2147483648, most: 2147483647 },
  peer_turnover_cutoff: {
    id: 16496,
    type: 'number',
    default: 90,
    least: -2147483648,
    most: 2147483647,
  },
  peer_turnover_interval: {
    id: 16497,
    type: 'number',
    default: 300,
    least: -2147483648,
    most: 2147483647,
  },
  piece_extent_affinity: { id: 32846, type: 'boolean', default: false },
  piece_timeout: { id: 16388, type: 'number', default: 20, least: -2147483648, most: 2147483647 },
  predictive_piece_announce: {
    id: 16487,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  prefer_rc4: { id: 32831, type: 'boolean', default: false },
  prefer_udp_trackers: { id: 32787, type: 'boolean', default: true },
  prioritize_partial_pieces: { id: 32783, type: 'boolean', default: false },
  proxy_hostname: { id: 6, type: 'string', default: '' },
  proxy_hostnames: { id: 32832, type: 'boolean', default: true },
  proxy_password: { id: 8, type: 'string', default: '' },
  proxy_peer_connections: { id: 32833, type: 'boolean', default: true },
  proxy_port: { id: 16508, type: 'number', default: 0, least: 0, most: 65535 },
  proxy_tracker_connections: { id: 32835, type: 'boolean', default: true },
  proxy_type: { id: 16507, type: 'number', default: 0, least: 0, most: 6 },
  proxy_username: { id: 7, type: 'string', default: '' },
  rate_choker_initial_threshold: {
    id: 16518,
    type: 'number',
    default: 1024,
    least: -2147483648,
    most: 2147483647,
  },
  rate_limit_ip_overhead: { id: 32784, type: 'boolean', default: true },
  recv_socket_buffer_size: {
    id: 16443,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  report_redundant_bytes: { id: 32823, type: 'boolean', default: true },
  report_true_downloaded: { id: 32797, type: 'boolean', default: false },
  report_web_seed_downloads: { id: 32807, type: 'boolean', default: true },
  request_queue_time: {
    id: 16390,
    type: 'number',
    default: 3,
    least: -2147483648,
    most: 2147483647,
  },
  request_timeout: { id: 16389, type: 'number', default: 60, least: -2147483648, most: 2147483647 },
  resolver_cache_timeout: {
    id: 16516,
    type: 'number',
    default: 1200,
    least: -2147483648,
    most: 2147483647,
  },
  seed_choking_algorithm: { id: 16416, type: 'number', default: 0, least: 0, most: 2 },
  seed_time_limit: {
    id: 16434,
    type: 'number',
    default: 86400,
    least: -2147483648,
    most: 2147483647,
  },
  seed_time_ratio_limit: {
    id: 16494,
    type: 'number',
    default: 700,
    least: -2147483648,
    most: 2147483647,
  },
  seeding_outgoing_connections: { id: 32810, type: 'boolean', default: true },
  seeding_piece_quota: {
    id: 16441,
    type: 'number',
    default: 20,
    least: -2147483648,
    most: 2147483647,
  },
  send_buffer_low_watermark: {
    id: 16412,
    type: 'number',
    default: 10240,
    least: -2147483648,
    most: 2147483647,
  },
  send_buffer_watermark: {
    id: 16413,
    type: 'number',
    default: 512000,
    least: -2147483648,
    most: 2147483647,
  },
  send_buffer_watermark_factor: {
    id: 16414,
    type: 'number',
    default: 50,
    least: -2147483648,
    most: 2147483647,
  },
  send_not_sent_low_watermark: {
    id: 16517,
    type: 'number',
    default: 16384,
    least: -2147483648,
    most: 2147483647,
  },
  send_redundant_have: { id: 32770, type: 'boolean', default: true },
  send_socket_buffer_size: {
    id: 16444,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  share_mode_target: {
    id: 16461,
    type: 'number',
    default: 3,
    least: -2147483648,
    most: 2147483647,
  },
  share_ratio_limit: {
    id: 16493,
    type: 'number',
    default: 200,
    least: -2147483648,
    most: 2147483647,
  },
  smooth_connects: { id: 32812, type: 'boolean', default: true },
  socks5_udp_send_local_ep: { id: 32851, type: 'boolean', default: false },
  ssrf_mitigation: { id: 32848, type: 'boolean', default: true },
  stop_tracker_timeout: {
    id: 16386,
    type: 'number',
    default: 5,
    least: -2147483648,
    most: 2147483647,
  },
  strict_end_game_mode: { id: 32798, type: 'boolean', default: true },
  suggest_mode: { id: 16409, type: 'number', default: 0, least: 0, most: 1 },
  support_share_mode: { id: 32821, type: 'boolean', default: true },
  tick_interval: { id: 16460, type: 'number', default: 500, least: 1, most: 1000 },
  torrent_connect_boost: {
    id: 16482,
    type: 'number',
    default: 30,
    least: -2147483648,
    most: 2147483647,
  },
  tracker_backoff: { id: 16492, type: 'number', default: 250, least: 0, most: 26000 },
  tracker_completion_timeout: {
    id: 16384,
    type: 'number',
    default: 30,
    least: -2147483648,
    most: 2147483647,
  },
  tracker_maximum_response_length: {
    id: 16387,
    type: 'number',
    default: 1048576,
    least: -2147483648,
    most: 2147483647,
  },
  tracker_receive_timeout: {
    id: 16385,
    type: 'number',
    default: 10,
    least: -2147483648,
    most: 2147483647,
  },
  udp_tracker_token_expiry: {
    id: 16453,
    type: 'number',
    default: 60,
    least: -2147483648,
    most: 2147483647,
  },
  unchoke_interval: {
    id: 16404,
    type: 'number',
    default: 15,
    least: -2147483648,
    most: 2147483647,
  },
  unchoke_slots_limit: {
    id: 16467,
    type: 'number',
    default: 8,
    least: -2147483648,
    most: 2147483647,
  },
  upload_rate_limit: {
    id: 16462,
    type: 'number',
    default: 0,
    least: -2147483648,
    most: 2147483647,
  },
  upnp_ignore_nonrouters: { id: 32773, type: 'boolean', default: false },
  upnp_lease_duration: {
    id: 16519,
    type: 'number',
    default: 3600,
    least: -2147483648,
    most: 2147483647,
  },
  urlseed_max_request_bytes: {
    id: 16511,
    type: 'number',
    default: 16777216,
    least: -2147483648,
    most: 2147483647,
  },
  urlseed_pipeline_size: {
    id: 16396,
    type: 'number',
    default: 5,
    least: -2147483648,
    most: 2147483647,
  },
  urlseed_timeout: { id: 16395, type: 'number', default: 20, least: -2147483648, most: 2147483647 },
  urlseed_wait_retry: {
    id: 16397,
    type: 'number',
    default: 30,
    least: -2147483648,
    most: 2147483647,
  },
  use_dht_as_fallback: { id: 32772, type: 'boolean', default: false },
  use_parole_mode: { id: 32774, type: 'boolean', default: true },
  user_agent: { id: 0, type: 'string', default: 'libtorrent/2.0.8.0' },
  utp_connect_timeout: {
    id: 16477,
    type: 'number',
    default: 3000,
    least: -2147483648,
    most: 2147483647,
  },
  utp_cwnd_reduce_timer: {
    id: 16514,
    type: 'number',
    default: 100,
    least: -2147483648,
    most: 2147483647,
  },
  utp_fin_resends: { id: 16475, type: 'number', default: 2, least: -2147483648, most: 2147483647 },
  utp_gain_factor: {
    id: 16472,
    type: 'number',
    default: 3000,
    least: -2147483648,
    most: 2147483647,
  },
  utp_loss_multiplier: {
    id: 16479,
    type: 'number',
    default: 50,
    least: -2147483648,
    most: 2147483647,
  },
  utp_min_timeout: { id: 16473, type: 'number', default: 500, least: 0, most: 60000 },
  utp_num_resends: { id: 16476, type: 'number', default: 3, least: -2147483648, most: 2147483647 },
  utp_syn_resends: { id: 16474, type: 'number', default: 2, least: -2147483648, most: 2147483647 },
  utp_target_delay: {
    id: 16471,
    type: 'number',
    default: 100,
    least: -2147483648,
    most: 2147483647,
  },
  validate_https_trackers: { id: 32847, type: 'boolean', default: true },
  web_seed_name_lookup_retry: {
    id: 16512,
    type: 'number',
    default: 1800,
    least: -2147483648,
    most: 2147483647,
  },
  whole_pieces_threshold: {
    id: 16393,
    type: 'number',
    default: 20,
    least: -2147483648,
    most: 2147483647,
  },
} as const satisfies Record<Exclude<keyof Settings, NewerSetting>, SettingInfo>
/** Of every setting that this libtorrent has. */
export const settingsMetadata: typeof known & { readonly [K in NewerSetting]?: SettingInfo } = known

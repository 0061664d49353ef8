// Made by scripts/generate.mjs from native/tables. Do not edit.
/** Every setting of a session, by libtorrent's name. */
export interface Settings {
  /**
   * Default: `1`.
   * @see https://libtorrent.org/reference-Settings.html#active_checking
   */
  readonly active_checking: number
  /**
   * Default: `88`.
   * @see https://libtorrent.org/reference-Settings.html#active_dht_limit
   */
  readonly active_dht_limit: number
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#active_downloads
   */
  readonly active_downloads: number
  /**
   * Default: `500`.
   * @see https://libtorrent.org/reference-Settings.html#active_limit
   */
  readonly active_limit: number
  /**
   * Default: `60`.
   * @see https://libtorrent.org/reference-Settings.html#active_lsd_limit
   */
  readonly active_lsd_limit: number
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#active_seeds
   */
  readonly active_seeds: number
  /**
   * Default: `1600`.
   * @see https://libtorrent.org/reference-Settings.html#active_tracker_limit
   */
  readonly active_tracker_limit: number
  /**
   * Default: `10`.
   * @see https://libtorrent.org/reference-Settings.html#aio_threads
   */
  readonly aio_threads: number
  /**
   * Default: `1`.
   * @see https://libtorrent.org/reference-Settings.html#alert_mask
   */
  readonly alert_mask: number
  /**
   * Default: `2000`.
   * @see https://libtorrent.org/reference-Settings.html#alert_queue_size
   */
  readonly alert_queue_size: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#allow_i2p_mixed
   */
  readonly allow_i2p_mixed: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#allow_idna
   */
  readonly allow_idna: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#allow_multiple_connections_per_ip
   */
  readonly allow_multiple_connections_per_ip: boolean
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#allowed_enc_level
   */
  readonly allowed_enc_level: number
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#allowed_fast_set_size
   */
  readonly allowed_fast_set_size: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#always_send_user_agent
   */
  readonly always_send_user_agent: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#announce_crypto_support
   */
  readonly announce_crypto_support: boolean
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#announce_ip
   */
  readonly announce_ip: string
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#announce_to_all_tiers
   */
  readonly announce_to_all_tiers: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#announce_to_all_trackers
   */
  readonly announce_to_all_trackers: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#anonymous_mode
   */
  readonly anonymous_mode: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#apply_ip_filter_to_trackers
   */
  readonly apply_ip_filter_to_trackers: boolean
  /**
   * Default: `30`.
   * @see https://libtorrent.org/reference-Settings.html#auto_manage_interval
   */
  readonly auto_manage_interval: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#auto_manage_prefer_seeds
   */
  readonly auto_manage_prefer_seeds: boolean
  /**
   * Default: `60`.
   * @see https://libtorrent.org/reference-Settings.html#auto_manage_startup
   */
  readonly auto_manage_startup: number
  /**
   * Default: `1800`.
   * @see https://libtorrent.org/reference-Settings.html#auto_scrape_interval
   */
  readonly auto_scrape_interval: number
  /**
   * Default: `300`.
   * @see https://libtorrent.org/reference-Settings.html#auto_scrape_min_interval
   */
  readonly auto_scrape_min_interval: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#auto_sequential
   */
  readonly auto_sequential: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#ban_web_seeds
   */
  readonly ban_web_seeds: boolean
  /**
   * Default: `256`.
   * @see https://libtorrent.org/reference-Settings.html#checking_mem_usage
   */
  readonly checking_mem_usage: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#choking_algorithm
   */
  readonly choking_algorithm: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#close_file_interval
   */
  readonly close_file_interval: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#close_redundant_connections
   */
  readonly close_redundant_connections: boolean
  /**
   * Default: `10`.
   * @see https://libtorrent.org/reference-Settings.html#connect_seed_every_n_download
   */
  readonly connect_seed_every_n_download: number
  /**
   * Default: `30`.
   * @see https://libtorrent.org/reference-Settings.html#connection_speed
   */
  readonly connection_speed: number
  /**
   * Default: `200`.
   * @see https://libtorrent.org/reference-Settings.html#connections_limit
   */
  readonly connections_limit: number
  /**
   * Default: `10`.
   * @see https://libtorrent.org/reference-Settings.html#connections_slack
   */
  readonly connections_slack: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dht_aggressive_lookups
   */
  readonly dht_aggressive_lookups: boolean
  /**
   * Default: `900`.
   * @see https://libtorrent.org/reference-Settings.html#dht_announce_interval
   */
  readonly dht_announce_interval: number
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#dht_block_ratelimit
   */
  readonly dht_block_ratelimit: number
  /**
   * Default: `300`.
   * @see https://libtorrent.org/reference-Settings.html#dht_block_timeout
   */
  readonly dht_block_timeout: number
  /**
   * Default: `"dht.libtorrent.org:25401"`.
   * @see https://libtorrent.org/reference-Settings.html#dht_bootstrap_nodes
   */
  readonly dht_bootstrap_nodes: string
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#dht_enforce_node_id
   */
  readonly dht_enforce_node_id: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dht_extended_routing_table
   */
  readonly dht_extended_routing_table: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dht_ignore_dark_internet
   */
  readonly dht_ignore_dark_internet: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#dht_item_lifetime
   */
  readonly dht_item_lifetime: number
  /**
   * Default: `700`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_dht_items
   */
  readonly dht_max_dht_items: number
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_fail_count
   */
  readonly dht_max_fail_count: number
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_infohashes_sample_count
   */
  readonly dht_max_infohashes_sample_count: number
  /**
   * Default: `500`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_peers
   */
  readonly dht_max_peers: number
  /**
   * Default: `100`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_peers_reply
   */
  readonly dht_max_peers_reply: number
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_torrent_search_reply
   */
  readonly dht_max_torrent_search_reply: number
  /**
   * Default: `2000`.
   * @see https://libtorrent.org/reference-Settings.html#dht_max_torrents
   */
  readonly dht_max_torrents: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dht_prefer_verified_node_ids
   */
  readonly dht_prefer_verified_node_ids: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#dht_privacy_lookups
   */
  readonly dht_privacy_lookups: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#dht_read_only
   */
  readonly dht_read_only: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dht_restrict_routing_ips
   */
  readonly dht_restrict_routing_ips: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dht_restrict_search_ips
   */
  readonly dht_restrict_search_ips: boolean
  /**
   * Default: `21600`.
   * @see https://libtorrent.org/reference-Settings.html#dht_sample_infohashes_interval
   */
  readonly dht_sample_infohashes_interval: number
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#dht_search_branching
   */
  readonly dht_search_branching: number
  /**
   * Default: `8000`.
   * @see https://libtorrent.org/reference-Settings.html#dht_upload_rate_limit
   */
  readonly dht_upload_rate_limit: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#disable_hash_checks
   */
  readonly disable_hash_checks: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#disk_io_read_mode
   */
  readonly disk_io_read_mode: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#disk_io_write_mode
   */
  readonly disk_io_write_mode: number
  /**
   * Default: `2`.
   * @see https://libtorrent.org/reference-Settings.html#disk_write_mode
   */
  readonly disk_write_mode: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#dont_count_slow_torrents
   */
  readonly dont_count_slow_torrents: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#download_rate_limit
   */
  readonly download_rate_limit: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_dht
   */
  readonly enable_dht: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_incoming_tcp
   */
  readonly enable_incoming_tcp: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_incoming_utp
   */
  readonly enable_incoming_utp: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_ip_notifier
   */
  readonly enable_ip_notifier: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_lsd
   */
  readonly enable_lsd: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_natpmp
   */
  readonly enable_natpmp: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_outgoing_tcp
   */
  readonly enable_outgoing_tcp: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_outgoing_utp
   */
  readonly enable_outgoing_utp: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#enable_set_file_valid_data
   */
  readonly enable_set_file_valid_data: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#enable_upnp
   */
  readonly enable_upnp: boolean
  /**
   * Default: `40`.
   * @see https://libtorrent.org/reference-Settings.html#file_pool_size
   */
  readonly file_pool_size: number
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#handshake_client_version
   */
  readonly handshake_client_version: string
  /**
   * Default: `10`.
   * @see https://libtorrent.org/reference-Settings.html#handshake_timeout
   */
  readonly handshake_timeout: number
  /**
   * Default: `1`.
   * @see https://libtorrent.org/reference-Settings.html#hashing_threads
   */
  readonly hashing_threads: number
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#i2p_hostname
   */
  readonly i2p_hostname: string
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#i2p_port
   */
  readonly i2p_port: number
  /**
   * Default: `1`.
   * @see https://libtorrent.org/reference-Settings.html#in_enc_policy
   */
  readonly in_enc_policy: number
  /**
   * Default: `2048`.
   * @see https://libtorrent.org/reference-Settings.html#inactive_down_rate
   */
  readonly inactive_down_rate: number
  /**
   * Default: `2048`.
   * @see https://libtorrent.org/reference-Settings.html#inactive_up_rate
   */
  readonly inactive_up_rate: number
  /**
   * Default: `600`.
   * @see https://libtorrent.org/reference-Settings.html#inactivity_timeout
   */
  readonly inactivity_timeout: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#incoming_starts_queued_torrents
   */
  readonly incoming_starts_queued_torrents: boolean
  /**
   * Default: `4`.
   * @see https://libtorrent.org/reference-Settings.html#initial_picker_threshold
   */
  readonly initial_picker_threshold: number
  /**
   * Default: `"0.0.0.0:6881,[::]:6881"`.
   * @see https://libtorrent.org/reference-Settings.html#listen_interfaces
   */
  readonly listen_interfaces: string
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#listen_queue_size
   */
  readonly listen_queue_size: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#listen_system_port_fallback
   */
  readonly listen_system_port_fallback: boolean
  /**
   * Default: `300`.
   * @see https://libtorrent.org/reference-Settings.html#local_service_announce_interval
   */
  readonly local_service_announce_interval: number
  /**
   * Default: `2000`.
   * @see https://libtorrent.org/reference-Settings.html#max_allowed_in_request_queue
   */
  readonly max_allowed_in_request_queue: number
  /**
   * Default: `50`.
   * @see https://libtorrent.org/reference-Settings.html#max_concurrent_http_announces
   */
  readonly max_concurrent_http_announces: number
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#max_failcount
   */
  readonly max_failcount: number
  /**
   * Default: `835584`.
   * @see https://libtorrent.org/reference-Settings.html#max_http_recv_buffer_size
   */
  readonly max_http_recv_buffer_size: number
  /**
   * Default: `31457280`.
   * @see https://libtorrent.org/reference-Settings.html#max_metadata_size
   */
  readonly max_metadata_size: number
  /**
   * Default: `500`.
   * @see https://libtorrent.org/reference-Settings.html#max_out_request_queue
   */
  readonly max_out_request_queue: number
  /**
   * Default: `1000`.
   * @see https://libtorrent.org/reference-Settings.html#max_paused_peerlist_size
   */
  readonly max_paused_peerlist_size: number
  /**
   * Default: `2097152`.
   * @see https://libtorrent.org/reference-Settings.html#max_peer_recv_buffer_size
   */
  readonly max_peer_recv_buffer_size: number
  /**
   * Default: `3000`.
   * @see https://libtorrent.org/reference-Settings.html#max_peerlist_size
   */
  readonly max_peerlist_size: number
  /**
   * Default: `50`.
   * @see https://libtorrent.org/reference-Settings.html#max_pex_peers
   */
  readonly max_pex_peers: number
  /**
   * Default: `2097152`.
   * @see https://libtorrent.org/reference-Settings.html#max_piece_count
   */
  readonly max_piece_count: number
  /**
   * Default: `1048576`.
   * @see https://libtorrent.org/reference-Settings.html#max_queued_disk_bytes
   */
  readonly max_queued_disk_bytes: number
  /**
   * Default: `50`.
   * @see https://libtorrent.org/reference-Settings.html#max_rejects
   */
  readonly max_rejects: number
  /**
   * Default: `10`.
   * @see https://libtorrent.org/reference-Settings.html#max_retry_port_bind
   */
  readonly max_retry_port_bind: number
  /**
   * Default: `16`.
   * @see https://libtorrent.org/reference-Settings.html#max_suggest_pieces
   */
  readonly max_suggest_pieces: number
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#max_web_seed_connections
   */
  readonly max_web_seed_connections: number
  /**
   * Default: `2500000`.
   * @see https://libtorrent.org/reference-Settings.html#metadata_token_limit
   */
  readonly metadata_token_limit: number
  /**
   * Default: `300`.
   * @see https://libtorrent.org/reference-Settings.html#min_announce_interval
   */
  readonly min_announce_interval: number
  /**
   * Default: `60`.
   * @see https://libtorrent.org/reference-Settings.html#min_reconnect_time
   */
  readonly min_reconnect_time: number
  /**
   * Default: `1`.
   * @see https://libtorrent.org/reference-Settings.html#mixed_mode_algorithm
   */
  readonly mixed_mode_algorithm: number
  /**
   * Default: `40`.
   * @see https://libtorrent.org/reference-Settings.html#mmap_file_size_cutoff
   */
  readonly mmap_file_size_cutoff: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#no_atime_storage
   */
  readonly no_atime_storage: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#no_connect_privileged_ports
   */
  readonly no_connect_privileged_ports: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#no_recheck_incomplete_resume
   */
  readonly no_recheck_incomplete_resume: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#num_optimistic_unchoke_slots
   */
  readonly num_optimistic_unchoke_slots: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#num_outgoing_ports
   */
  readonly num_outgoing_ports: number
  /**
   * Default: `200`.
   * @see https://libtorrent.org/reference-Settings.html#num_want
   */
  readonly num_want: number
  /**
   * Default: `600`.
   * @see https://libtorrent.org/reference-Settings.html#optimistic_disk_retry
   */
  readonly optimistic_disk_retry: number
  /**
   * Default: `30`.
   * @see https://libtorrent.org/reference-Settings.html#optimistic_unchoke_interval
   */
  readonly optimistic_unchoke_interval: number
  /**
   * Default: `1`.
   * @see https://libtorrent.org/reference-Settings.html#out_enc_policy
   */
  readonly out_enc_policy: number
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#outgoing_interfaces
   */
  readonly outgoing_interfaces: string
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#outgoing_port
   */
  readonly outgoing_port: number
  /**
   * Default: `15`.
   * @see https://libtorrent.org/reference-Settings.html#peer_connect_timeout
   */
  readonly peer_connect_timeout: number
  /**
   * Default: `4`.
   * @see https://libtorrent.org/reference-Settings.html#peer_dscp
   */
  readonly peer_dscp: number
  /**
   * Default: `"-LT2080-"`.
   * @see https://libtorrent.org/reference-Settings.html#peer_fingerprint
   */
  readonly peer_fingerprint: string
  /**
   * Default: `120`.
   * @see https://libtorrent.org/reference-Settings.html#peer_timeout
   */
  readonly peer_timeout: number
  /**
   * Default: `4`.
   * @see https://libtorrent.org/reference-Settings.html#peer_turnover
   */
  readonly peer_turnover: number
  /**
   * Default: `90`.
   * @see https://libtorrent.org/reference-Settings.html#peer_turnover_cutoff
   */
  readonly peer_turnover_cutoff: number
  /**
   * Default: `300`.
   * @see https://libtorrent.org/reference-Settings.html#peer_turnover_interval
   */
  readonly peer_turnover_interval: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#piece_extent_affinity
   */
  readonly piece_extent_affinity: boolean
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#piece_timeout
   */
  readonly piece_timeout: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#predictive_piece_announce
   */
  readonly predictive_piece_announce: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#prefer_rc4
   */
  readonly prefer_rc4: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#prefer_udp_trackers
   */
  readonly prefer_udp_trackers: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#prioritize_partial_pieces
   */
  readonly prioritize_partial_pieces: boolean
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_hostname
   */
  readonly proxy_hostname: string
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_hostnames
   */
  readonly proxy_hostnames: boolean
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_password
   */
  readonly proxy_password: string
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_peer_connections
   */
  readonly proxy_peer_connections: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_port
   */
  readonly proxy_port: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_tracker_connections
   */
  readonly proxy_tracker_connections: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_type
   */
  readonly proxy_type: number
  /**
   * Default: `""`.
   * @see https://libtorrent.org/reference-Settings.html#proxy_username
   */
  readonly proxy_username: string
  /**
   * Default: `1024`.
   * @see https://libtorrent.org/reference-Settings.html#rate_choker_initial_threshold
   */
  readonly rate_choker_initial_threshold: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#rate_limit_ip_overhead
   */
  readonly rate_limit_ip_overhead: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#recv_socket_buffer_size
   */
  readonly recv_socket_buffer_size: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#report_redundant_bytes
   */
  readonly report_redundant_bytes: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#report_true_downloaded
   */
  readonly report_true_downloaded: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#report_web_seed_downloads
   */
  readonly report_web_seed_downloads: boolean
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#request_queue_time
   */
  readonly request_queue_time: number
  /**
   * Default: `60`.
   * @see https://libtorrent.org/reference-Settings.html#request_timeout
   */
  readonly request_timeout: number
  /**
   * Default: `1200`.
   * @see https://libtorrent.org/reference-Settings.html#resolver_cache_timeout
   */
  readonly resolver_cache_timeout: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#seed_choking_algorithm
   */
  readonly seed_choking_algorithm: number
  /**
   * Default: `86400`.
   * @see https://libtorrent.org/reference-Settings.html#seed_time_limit
   */
  readonly seed_time_limit: number
  /**
   * Default: `700`.
   * @see https://libtorrent.org/reference-Settings.html#seed_time_ratio_limit
   */
  readonly seed_time_ratio_limit: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#seeding_outgoing_connections
   */
  readonly seeding_outgoing_connections: boolean
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#seeding_piece_quota
   */
  readonly seeding_piece_quota: number
  /**
   * Default: `10240`.
   * @see https://libtorrent.org/reference-Settings.html#send_buffer_low_watermark
   */
  readonly send_buffer_low_watermark: number
  /**
   * Default: `512000`.
   * @see https://libtorrent.org/reference-Settings.html#send_buffer_watermark
   */
  readonly send_buffer_watermark: number
  /**
   * Default: `50`.
   * @see https://libtorrent.org/reference-Settings.html#send_buffer_watermark_factor
   */
  readonly send_buffer_watermark_factor: number
  /**
   * Default: `16384`.
   * @see https://libtorrent.org/reference-Settings.html#send_not_sent_low_watermark
   */
  readonly send_not_sent_low_watermark: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#send_redundant_have
   */
  readonly send_redundant_have: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#send_socket_buffer_size
   */
  readonly send_socket_buffer_size: number
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#share_mode_target
   */
  readonly share_mode_target: number
  /**
   * Default: `200`.
   * @see https://libtorrent.org/reference-Settings.html#share_ratio_limit
   */
  readonly share_ratio_limit: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#smooth_connects
   */
  readonly smooth_connects: boolean
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#socks5_udp_send_local_ep
   */
  readonly socks5_udp_send_local_ep: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#ssrf_mitigation
   */
  readonly ssrf_mitigation: boolean
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#stop_tracker_timeout
   */
  readonly stop_tracker_timeout: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#strict_end_game_mode
   */
  readonly strict_end_game_mode: boolean
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#suggest_mode
   */
  readonly suggest_mode: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#support_share_mode
   */
  readonly support_share_mode: boolean
  /**
   * Default: `500`.
   * @see https://libtorrent.org/reference-Settings.html#tick_interval
   */
  readonly tick_interval: number
  /**
   * Default: `30`.
   * @see https://libtorrent.org/reference-Settings.html#torrent_connect_boost
   */
  readonly torrent_connect_boost: number
  /**
   * Default: `250`.
   * @see https://libtorrent.org/reference-Settings.html#tracker_backoff
   */
  readonly tracker_backoff: number
  /**
   * Default: `30`.
   * @see https://libtorrent.org/reference-Settings.html#tracker_completion_timeout
   */
  readonly tracker_completion_timeout: number
  /**
   * Default: `1048576`.
   * @see https://libtorrent.org/reference-Settings.html#tracker_maximum_response_length
   */
  readonly tracker_maximum_response_length: number
  /**
   * Default: `10`.
   * @see https://libtorrent.org/reference-Settings.html#tracker_receive_timeout
   */
  readonly tracker_receive_timeout: number
  /**
   * Default: `60`.
   * @see https://libtorrent.org/reference-Settings.html#udp_tracker_token_expiry
   */
  readonly udp_tracker_token_expiry: number
  /**
   * Default: `15`.
   * @see https://libtorrent.org/reference-Settings.html#unchoke_interval
   */
  readonly unchoke_interval: number
  /**
   * Default: `8`.
   * @see https://libtorrent.org/reference-Settings.html#unchoke_slots_limit
   */
  readonly unchoke_slots_limit: number
  /**
   * Default: `0`.
   * @see https://libtorrent.org/reference-Settings.html#upload_rate_limit
   */
  readonly upload_rate_limit: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#upnp_ignore_nonrouters
   */
  readonly upnp_ignore_nonrouters: boolean
  /**
   * Default: `3600`.
   * @see https://libtorrent.org/reference-Settings.html#upnp_lease_duration
   */
  readonly upnp_lease_duration: number
  /**
   * Default: `16777216`.
   * @see https://libtorrent.org/reference-Settings.html#urlseed_max_request_bytes
   */
  readonly urlseed_max_request_bytes: number
  /**
   * Default: `5`.
   * @see https://libtorrent.org/reference-Settings.html#urlseed_pipeline_size
   */
  readonly urlseed_pipeline_size: number
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#urlseed_timeout
   */
  readonly urlseed_timeout: number
  /**
   * Default: `30`.
   * @see https://libtorrent.org/reference-Settings.html#urlseed_wait_retry
   */
  readonly urlseed_wait_retry: number
  /**
   * Default: `false`.
   * @see https://libtorrent.org/reference-Settings.html#use_dht_as_fallback
   */
  readonly use_dht_as_fallback: boolean
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#use_parole_mode
   */
  readonly use_parole_mode: boolean
  /**
   * Default: `"libtorrent/2.0.8.0"`.
   * @see https://libtorrent.org/reference-Settings.html#user_agent
   */
  readonly user_agent: string
  /**
   * Default: `3000`.
   * @see https://libtorrent.org/reference-Settings.html#utp_connect_timeout
   */
  readonly utp_connect_timeout: number
  /**
   * Default: `100`.
   * @see https://libtorrent.org/reference-Settings.html#utp_cwnd_reduce_timer
   */
  readonly utp_cwnd_reduce_timer: number
  /**
   * Default: `2`.
   * @see https://libtorrent.org/reference-Settings.html#utp_fin_resends
   */
  readonly utp_fin_resends: number
  /**
   * Default: `3000`.
   * @see https://libtorrent.org/reference-Settings.html#utp_gain_factor
   */
  readonly utp_gain_factor: number
  /**
   * Default: `50`.
   * @see https://libtorrent.org/reference-Settings.html#utp_loss_multiplier
   */
  readonly utp_loss_multiplier: number
  /**
   * Default: `500`.
   * @see https://libtorrent.org/reference-Settings.html#utp_min_timeout
   */
  readonly utp_min_timeout: number
  /**
   * Default: `3`.
   * @see https://libtorrent.org/reference-Settings.html#utp_num_resends
   */
  readonly utp_num_resends: number
  /**
   * Default: `2`.
   * @see https://libtorrent.org/reference-Settings.html#utp_syn_resends
   */
  readonly utp_syn_resends: number
  /**
   * Default: `100`.
   * @see https://libtorrent.org/reference-Settings.html#utp_target_delay
   */
  readonly utp_target_delay: number
  /**
   * Default: `true`.
   * @see https://libtorrent.org/reference-Settings.html#validate_https_trackers
   */
  readonly validate_https_trackers: boolean
  /**
   * Default: `1800`.
   * @see https://libtorrent.org/reference-Settings.html#web_seed_name_lookup_retry
   */
  readonly web_seed_name_lookup_retry: number
  /**
   * Default: `20`.
   * @see https://libtorrent.org/reference-Settings.html#whole_pieces_threshold
   */
  readonly whole_pieces_threshold: number
}
/** Settings to change. */
export type SettingsInit = { readonly [K in keyof Settings]?: Settings[K] | undefined }
/** libtorrent's number, the type and the default of every setting. */
export const settingsMetadata = {
  active_checking: { id: 16427, type: 'number', default: 1 },
  active_dht_limit: { id: 16428, type: 'number', default: 88 },
  active_downloads: { id: 16425, type: 'number', default: 3 },
  active_limit: { id: 16431, type: 'number', default: 500 },
  active_lsd_limit: { id: 16430, type: 'number', default: 60 },
  active_seeds: { id: 16426, type: 'number', default: 5 },
  active_tracker_limit: { id: 16429, type: 'number', default: 1600 },
  aio_threads: { id: 16488, type: 'number', default: 10 },
  alert_mask: { id: 16501, type: 'number', default: 1 },
  alert_queue_size: { id: 16483, type: 'number', default: 2000 },
  allow_i2p_mixed: { id: 32791, type: 'boolean', default: false },
  allow_idna: { id: 32849, type: 'boolean', default: false },
  allow_multiple_connections_per_ip: { id: 32768, type: 'boolean', default: false },
  allowed_enc_level: { id: 16504, type: 'number', default: 3 },
  allowed_fast_set_size: { id: 16408, type: 'number', default: 5 },
  always_send_user_agent: { id: 32813, type: 'boolean', default: false },
  announce_crypto_support: { id: 32826, type: 'boolean', default: true },
  announce_ip: { id: 1, type: 'string', default: '' },
  announce_to_all_tiers: { id: 32786, type: 'boolean', default: false },
  announce_to_all_trackers: { id: 32785, type: 'boolean', default: false },
  anonymous_mode: { id: 32806, type: 'boolean', default: false },
  apply_ip_filter_to_trackers: { id: 32814, type: 'boolean', default: true },
  auto_manage_interval: { id: 16433, type: 'number', default: 30 },
  auto_manage_prefer_seeds: { id: 32780, type: 'boolean', default: false },
  auto_manage_startup: { id: 16440, type: 'number', default: 60 },
  auto_scrape_interval: { id: 16435, type: 'number', default: 1800 },
  auto_scrape_min_interval: { id: 16436, type: 'number', default: 300 },
  auto_sequential: { id: 32834, type: 'boolean', default: true },
  ban_web_seeds: { id: 32818, type: 'boolean', default: true },
  checking_mem_usage: { id: 16486, type: 'number', default: 256 },
  choking_algorithm: { id: 16415, type: 'number', default: 0 },
  close_file_interval: { id: 16513, type: 'number', default: 0 },
  close_redundant_connections: { id: 32782, type: 'boolean', default: true },
  connect_seed_every_n_download: { id: 16498, type: 'number', default: 10 },
  connection_speed: { id: 16402, type: 'number', default: 30 },
  connections_limit: { id: 16469, type: 'number', default: 200 },
  connections_slack: { id: 16470, type: 'number', default: 10 },
  dht_aggressive_lookups: { id: 32841, type: 'boolean', default: true },
  dht_announce_interval: { id: 16452, type: 'number', default: 900 },
  dht_block_ratelimit: { id: 16529, type: 'number', default: 5 },
  dht_block_timeout: { id: 16528, type: 'number', default: 300 },
  dht_bootstrap_nodes: { id: 11, type: 'string', default: 'dht.libtorrent.org:25401' },
  dht_enforce_node_id: { id: 32843, type: 'boolean', default: false },
  dht_extended_routing_table: { id: 32840, type: 'boolean', default: true },
  dht_ignore_dark_internet: { id: 32844, type: 'boolean', default: true },
  dht_item_lifetime: { id: 16530, type: 'number', default: 0 },
  dht_max_dht_items: { id: 16525, type: 'number', default: 700 },
  dht_max_fail_count: { id: 16523, type: 'number', default: 20 },
  dht_max_infohashes_sample_count: { id: 16532, type: 'number', default: 20 },
  dht_max_peers: { id: 16526, type: 'number', default: 500 },
  dht_max_peers_reply: { id: 16521, type: 'number', default: 100 },
  dht_max_torrent_search_reply: { id: 16527, type: 'number', default: 20 },
  dht_max_torrents: { id: 16524, type: 'number', default: 2000 },
  dht_prefer_verified_node_ids: { id: 32837, type: 'boolean', default: true },
  dht_privacy_lookups: { id: 32842, type: 'boolean', default: false },
  dht_read_only: { id: 32845, type: 'boolean', default: false },
  dht_restrict_routing_ips: { id: 32838, type: 'boolean', default: true },
  dht_restrict_search_ips: { id: 32839, type: 'boolean', default: true },
  dht_sample_infohashes_interval: { id: 16531, type: 'number', default: 21600 },
  dht_search_branching: { id: 16522, type: 'number', default: 5 },
  dht_upload_rate_limit: { id: 16466, type: 'number', default: 8000 },
  disable_hash_checks: { id: 32790, type: 'boolean', default: false },
  disk_io_read_mode: { id: 16421, type: 'number', default: 0 },
  disk_io_write_mode: { id: 16420, type: 'number', default: 0 },
  disk_write_mode: { id: 16535, type: 'number', default: 2 },
  dont_count_slow_torrents: { id: 32781, type: 'boolean', default: true },
  download_rate_limit: { id: 16463, type: 'number', default: 0 },
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
  file_pool_size: { id: 16398, type: 'number', default: 40 },
  handshake_client_version: { id: 3, type: 'string', default: '' },
  handshake_timeout: { id: 16411, type: 'number', default: 10 },
  hashing_threads: { id: 16485, type: 'number', default: 1 },
  i2p_hostname: { id: 9, type: 'string', default: '' },
  i2p_port: { id: 16509, type: 'number', default: 0 },
  in_enc_policy: { id: 16503, type: 'number', default: 1 },
  inactive_down_rate: { id: 16505, type: 'number', default: 2048 },
  inactive_up_rate: { id: 16506, type: 'number', default: 2048 },
  inactivity_timeout: { id: 16403, type: 'number', default: 600 },
  incoming_starts_queued_torrents: { id: 32796, type: 'boolean', default: false },
  initial_picker_threshold: { id: 16407, type: 'number', default: 4 },
  listen_interfaces: { id: 5, type: 'string', default: '0.0.0.0:6881,[::]:6881' },
  listen_queue_size: { id: 16481, type: 'number', default: 5 },
  listen_system_port_fallback: { id: 32824, type: 'boolean', default: true },
  local_service_announce_interval: { id: 16451, type: 'number', default: 300 },
  max_allowed_in_request_queue: { id: 16391, type: 'number', default: 2000 },
  max_concurrent_http_announces: { id: 16520, type: 'number', default: 50 },
  max_failcount: { id: 16399, type: 'number', default: 3 },
  max_http_recv_buffer_size: { id: 16499, type: 'number', default: 835584 },
  max_metadata_size: { id: 16484, type: 'number', default: 31457280 },
  max_out_request_queue: { id: 16392, type: 'number', default: 500 },
  max_paused_peerlist_size: { id: 16438, type: 'number', default: 1000 },
  max_peer_recv_buffer_size: { id: 16445, type: 'number', default: 2097152 },
  max_peerlist_size: { id: 16437, type: 'number', default: 3000 },
  max_pex_peers: { id: 16459, type: 'number', default: 50 },
  max_piece_count: { id: 16533, type: 'number', default: 2097152 },
  max_queued_disk_bytes: { id: 16410, type: 'number', default: 1048576 },
  max_rejects: { id: 16442, type: 'number', default: 50 },
  max_retry_port_bind: { id: 16500, type: 'number', default: 10 },
  max_suggest_pieces: { id: 16450, type: 'number', default: 16 },
  max_web_seed_connections: { id: 16515, type: 'number', default: 3 },
  metadata_token_limit: { id: 16534, type: 'number', default: 2500000 },
  min_announce_interval: { id: 16439, type: 'number', default: 300 },
  min_reconnect_time: { id: 16400, type: 'number', default: 60 },
  mixed_mode_algorithm: { id: 16480, type: 'number', default: 1 },
  mmap_file_size_cutoff: { id: 16536, type: 'number', default: 40 },
  no_atime_storage: { id: 32795, type: 'boolean', default: true },
  no_connect_privileged_ports: { id: 32811, type: 'boolean', default: false },
  no_recheck_incomplete_resume: { id: 32805, type: 'boolean', default: false },
  num_optimistic_unchoke_slots: { id: 16455, type: 'number', default: 0 },
  num_outgoing_ports: { id: 16423, type: 'number', default: 0 },
  num_want: { id: 16406, type: 'number', default: 200 },
  optimistic_disk_retry: { id: 16449, type: 'number', default: 600 },
  optimistic_unchoke_interval: { id: 16405, type: 'number', default: 30 },
  out_enc_policy: { id: 16502, type: 'number', default: 1 },
  outgoing_interfaces: { id: 4, type: 'string', default: '' },
  outgoing_port: { id: 16422, type: 'number', default: 0 },
  peer_connect_timeout: { id: 16401, type: 'number', default: 15 },
  peer_dscp: { id: 16424, type: 'number', default: 4 },
  peer_fingerprint: { id: 10, type: 'string', default: '-LT2080-' },
  peer_timeout: { id: 16394, type: 'number', default: 120 },
  peer_turnover: { id: 16495, type: 'number', default: 4 },
  peer_turnover_cutoff: { id: 16496, type: 'number', default: 90 },
  peer_turnover_interval: { id: 16497, type: 'number', default: 300 },
  piece_extent_affinity: { id: 32846, type: 'boolean', default: false },
  piece_timeout: { id: 16388, type: 'number', default: 20 },
  predictive_piece_announce: { id: 16487, type: 'number', default: 0 },
  prefer_rc4: { id: 32831, type: 'boolean', default: false },
  prefer_udp_trackers: { id: 32787, type: 'boolean', default: true },
  prioritize_partial_pieces: { id: 32783, type: 'boolean', default: false },
  proxy_hostname: { id: 6, type: 'string', default: '' },
  proxy_hostnames: { id: 32832, type: 'boolean', default: true },
  proxy_password: { id: 8, type: 'string', default: '' },
  proxy_peer_connections: { id: 32833, type: 'boolean', default: true },
  proxy_port: { id: 16508, type: 'number', default: 0 },
  proxy_tracker_connections: { id: 32835, type: 'boolean', default: true },
  proxy_type: { id: 16507, type: 'number', default: 0 },
  proxy_username: { id: 7, type: 'string', default: '' },
  rate_choker_initial_threshold: { id: 16518, type: 'number', default: 1024 },
  rate_limit_ip_overhead: { id: 32784, type: 'boolean', default: true },
  recv_socket_buffer_size: { id: 16443, type: 'number', default: 0 },
  report_redundant_bytes: { id: 32823, type: 'boolean', default: true },
  report_true_downloaded: { id: 32797, type: 'boolean', default: false },
  report_web_seed_downloads: { id: 32807, type: 'boolean', default: true },
  request_queue_time: { id: 16390, type: 'number', default: 3 },
  request_timeout: { id: 16389, type: 'number', default: 60 },
  resolver_cache_timeout: { id: 16516, type: 'number', default: 1200 },
  seed_choking_algorithm: { id: 16416, type: 'number', default: 0 },
  seed_time_limit: { id: 16434, type: 'number', default: 86400 },
  seed_time_ratio_limit: { id: 16494, type: 'number', default: 700 },
  seeding_outgoing_connections: { id: 32810, type: 'boolean', default: true },
  seeding_piece_quota: { id: 16441, type: 'number', default: 20 },
  send_buffer_low_watermark: { id: 16412, type: 'number', default: 10240 },
  send_buffer_watermark: { id: 16413, type: 'number', default: 512000 },
  send_buffer_watermark_factor: { id: 16414, type: 'number', default: 50 },
  send_not_sent_low_watermark: { id: 16517, type: 'number', default: 16384 },
  send_redundant_have: { id: 32770, type: 'boolean', default: true },
  send_socket_buffer_size: { id: 16444, type: 'number', default: 0 },
  share_mode_target: { id: 16461, type: 'number', default: 3 },
  share_ratio_limit: { id: 16493, type: 'number', default: 200 },
  smooth_connects: { id: 32812, type: 'boolean', default: true },
  socks5_udp_send_local_ep: { id: 32851, type: 'boolean', default: false },
  ssrf_mitigation: { id: 32848, type: 'boolean', default: true },
  stop_tracker_timeout: { id: 16386, type: 'number', default: 5 },
  strict_end_game_mode: { id: 32798, type: 'boolean', default: true },
  suggest_mode: { id: 16409, type: 'number', default: 0 },
  support_share_mode: { id: 32821, type: 'boolean', default: true },
  tick_interval: { id: 16460, type: 'number', default: 500 },
  torrent_connect_boost: { id: 16482, type: 'number', default: 30 },
  tracker_backoff: { id: 16492, type: 'number', default: 250 },
  tracker_completion_timeout: { id: 16384, type: 'number', default: 30 },
  tracker_maximum_response_length: { id: 16387, type: 'number', default: 1048576 },
  tracker_receive_timeout: { id: 16385, type: 'number', default: 10 },
  udp_tracker_token_expiry: { id: 16453, type: 'number', default: 60 },
  unchoke_interval: { id: 16404, type: 'number', default: 15 },
  unchoke_slots_limit: { id: 16467, type: 'number', default: 8 },
  upload_rate_limit: { id: 16462, type: 'number', default: 0 },
  upnp_ignore_nonrouters: { id: 32773, type: 'boolean', default: false },
  upnp_lease_duration: { id: 16519, type: 'number', default: 3600 },
  urlseed_max_request_bytes: { id: 16511, type: 'number', default: 16777216 },
  urlseed_pipeline_size: { id: 16396, type: 'number', default: 5 },
  urlseed_timeout: { id: 16395, type: 'number', default: 20 },
  urlseed_wait_retry: { id: 16397, type: 'number', default: 30 },
  use_dht_as_fallback: { id: 32772, type: 'boolean', default: false },
  use_parole_mode: { id: 32774, type: 'boolean', default: true },
  user_agent: { id: 0, type: 'string', default: 'libtorrent/2.0.8.0' },
  utp_connect_timeout: { id: 16477, type: 'number', default: 3000 },
  utp_cwnd_reduce_timer: { id: 16514, type: 'number', default: 100 },
  utp_fin_resends: { id: 16475, type: 'number', default: 2 },
  utp_gain_factor: { id: 16472, type: 'number', default: 3000 },
  utp_loss_multiplier: { id: 16479, type: 'number', default: 50 },
  utp_min_timeout: { id: 16473, type: 'number', default: 500 },
  utp_num_resends: { id: 16476, type: 'number', default: 3 },
  utp_syn_resends: { id: 16474, type: 'number', default: 2 },
  utp_target_delay: { id: 16471, type: 'number', default: 100 },
  validate_https_trackers: { id: 32847, type: 'boolean', default: true },
  web_seed_name_lookup_retry: { id: 16512, type: 'number', default: 1800 },
  whole_pieces_threshold: { id: 16393, type: 'number', default: 20 },
} as const satisfies Record<
  keyof Settings,
  { id: number; type: string; default: string | number | boolean }
>

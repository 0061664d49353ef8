/** The C++ classes whose methods a class of the tables has. */
export const receivers = {
  Session: ['session', 'session_handle'],
  TorrentHandle: ['torrent_handle'],
  TorrentInfo: ['torrent_info'],
  FileStorage: ['file_storage'],
  CreateTorrent: ['create_torrent'],
  IpFilter: ['ip_filter'],
  PortFilter: ['port_filter'],
  PeerClassTypeFilter: ['peer_class_type_filter'],
  Functions: ['', 'dht'],
}

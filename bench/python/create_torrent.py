"""Making a torrent of a file: how fast it is hashed, on the one thread that libtorrent takes by default."""

import os

import libtorrent as lt
from harness import now, emit, arguments

path = arguments["file"]
flags = {"v1": lt.create_torrent.v1_only, "v2": lt.create_torrent.v2_only, "hybrid": 0}
start = now()
files = lt.file_storage()
lt.add_files(files, path)
torrent = lt.create_torrent(files, int(arguments["piece"]), int(flags[arguments["version"]]))
lt.set_piece_hashes(torrent, os.path.dirname(path))
lt.bencode(torrent.generate())
emit("done", speed=files.total_size() / (now() - start) / 1e6)

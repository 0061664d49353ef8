"""One peer of a swarm. It reads commands line by line: add, start, remove (bench/README.md)."""

import sys

import libtorrent as lt

from harness import now, open_session, emit, wait_for, wait_for_port


class Peer:
    def __init__(self):
        self.session = open_session()
        emit("ready", port=wait_for_port(self.session))

    def add(self, file, save_path, *peers):
        params = lt.load_torrent_file(file)
        params.save_path = save_path
        params.peers = [(host, int(port)) for host, port in (peer.rsplit(":", 1) for peer in peers)]
        params.flags = lt.torrent_flags.stop_when_ready
        self.torrent = self.session.add_torrent(params)
        wait_for(self.session, lt.torrent_checked_alert, self.is_mine)
        self.complete = self.torrent.status().is_finished
        emit("checked")

    def run(self):
        start = now()
        self.torrent.resume()
        if not self.complete:
            wait_for(self.session, lt.torrent_finished_alert, self.is_mine)
        emit("done", start=start, end=now())

    def remove(self):
        self.session.remove_torrent(self.torrent)
        wait_for(self.session, lt.torrent_removed_alert)
        emit("removed")

    def is_mine(self, alert):
        return alert.handle == self.torrent


peer = Peer()
for line in sys.stdin:
    command, *fields = line.rstrip("\n").split("\t")
    {"add": peer.add, "start": peer.run, "remove": peer.remove}[command](*fields)

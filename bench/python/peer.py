"""One peer of a swarm. It is told what to do line by line: add, go, remove (bench/README.md)."""

import sys

import libtorrent as lt

from harness import now, open_session, say, wait_for, wait_for_port


class Peer:
    def __init__(self):
        self.session = open_session()
        say("ready", port=wait_for_port(self.session))

    def add(self, file, save_path, *peers):
        params = lt.load_torrent_file(file)
        params.save_path = save_path
        params.peers = [(host, int(port)) for host, port in (peer.rsplit(":", 1) for peer in peers)]
        params.flags = lt.torrent_flags.stop_when_ready
        self.torrent = self.session.add_torrent(params)
        wait_for(self.session, lt.torrent_checked_alert, self.is_mine)
        self.complete = self.torrent.status().is_finished
        say("checked")

    def go(self):
        start = now()
        self.torrent.resume()
        if not self.complete:
            wait_for(self.session, lt.torrent_finished_alert, self.is_mine)
        say("done", start=start, end=now())

    def remove(self):
        self.session.remove_torrent(self.torrent)
        wait_for(self.session, lt.torrent_removed_alert)
        say("removed")

    def is_mine(self, alert):
        return alert.handle == self.torrent


peer = Peer()
for line in sys.stdin:
    command, *arguments = line.rstrip("\n").split("\t")
    {"add": peer.add, "go": peer.go, "remove": peer.remove}[command](*arguments)

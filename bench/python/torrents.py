"""Very many torrents in one session: adding them, what they take of the memory, and the status of all."""

import gc
import os
from operator import attrgetter

import libtorrent as lt
from harness import now, open_session, emit, arguments

# Classes, and members that were removed or have another name as well.
OLD = {"states", "info_hash", "torrent_file", "announce_interval", "active_time", "finished_time"}
OLD |= {"seeding_time", "ip_filter_applies", "upload_mode", "share_mode", "super_seeding", "paused"}
OLD |= {"auto_managed", "sequential_download", "seed_mode", "stop_when_ready", "priority", "error"}
OLD |= {"time_since_upload", "time_since_download", "last_scrape", "is_loaded", "allocating"}


def resident():
    """KiB that are resident after a collection of garbage."""
    gc.collect()
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1024


def numbered(number):
    params = lt.add_torrent_params()
    params.info_hashes = lt.info_hash_t(lt.sha1_hash(number.to_bytes(4, "big").ljust(20, b"\0")))
    params.name = f"torrent {number}"
    params.save_path = "/tmp/torrents"
    params.flags = lt.torrent_flags.paused
    return params


def add_more(session, added, count):
    """ms"""
    start = now()
    wanted = len(added) + count
    for number in range(len(added) + 1, wanted + 1):
        session.async_add_torrent(numbered(number))
    while len(added) < wanted:
        session.wait_for_alert(10_000)
        for alert in session.pop_alerts():
            if isinstance(alert, lt.add_torrent_alert):
                added.append(alert.handle)
    return now() - start


count = int(arguments["count"])
session = open_session()
added = []
add = add_more(session, added, count // 2)
before = resident()
add += add_more(session, added, count // 2)
memory = (resident() - before) / (count // 2)
kind = lt.torrent_status
names = {name for name in dir(kind) if isinstance(getattr(kind, name), property)}
fields = attrgetter(*sorted(names - OLD))
start = now()
statuses = session.get_torrent_status(lambda status: True, 0x7FFFFFFF)
read = [fields(status) for status in statuses]
status = now() - start
assert len(read) == count
emit("done", add=add, memory=memory, status=status)

"""The cost of receiving alerts: they queue up without being fetched, and then are popped
at once, rounds=N times."""

import time
from operator import attrgetter, methodcaller

import libtorrent as lt
from harness import open_session, emit, settings, wait_for, wait_for_port, arguments

# Older names of members that have another name as well, and classes.
OLD = {"ip", "msg", "block_idx", "piece_idx", "peer_speedmsg", "category_t", "params"}


def can_read(alert, name):
    """Some fields have a type that the binding cannot convert."""
    try:
        getattr(alert, name)
        return True
    except TypeError:
        return False


def fields_of(alert):
    """Returns a function that reads every field of an alert of that type, in few calls."""
    kind = type(alert)
    names = {name for name in dir(kind) if isinstance(getattr(kind, name), property)}
    own = sorted(name for name in names - OLD if can_read(alert, name))
    readers = [attrgetter(*own)] if own else []
    return readers + [methodcaller("log_message")] * hasattr(kind, "log_message")


def read_all(alerts, messages):
    readers = {}
    for alert in alerts:
        kind = type(alert)
        if kind not in readers:
            readers[kind] = fields_of(alert)
        for read in readers[kind]:
            read(alert)
        alert.what()
        alert.category()
        if messages:
            alert.message()


def add_paused(session):
    params = lt.add_torrent_params()
    params.info_hashes = lt.info_hash_t(lt.sha1_hash(b"1" * 20))
    params.save_path = "."
    params.flags = lt.torrent_flags.apply_ip_filter
    return session.add_torrent(params)


def pause_often(torrent, count):
    for _ in range(count // 2):
        torrent.pause()
        torrent.resume()
    torrent.status()


def open_seeder():
    seeder = lt.session({**settings(), "alert_mask": lt.alert.category_t.status_notification})
    port = wait_for_port(seeder)
    seed_mode = lt.torrent_flags.seed_mode
    info = lt.torrent_info(arguments["torrent"])
    seeder.add_torrent({"ti": info, "save_path": arguments["save"], "flags": seed_mode})
    return seeder, info, port


def add_stopped(session, info, port):
    stop = lt.torrent_flags.stop_when_ready
    torrent = session.add_torrent({"ti": info, "save_path": arguments["scratch"], "flags": stop})
    wait_for(session, lt.torrent_checked_alert)
    torrent.connect_peer(("127.0.0.1", port))
    return torrent


def transfer(torrent):
    torrent.resume()
    while not torrent.status().is_seeding:
        time.sleep(0.02)


session = open_session()
seeder, *content = open_seeder() if "torrent" in arguments else [None]
for _ in range(int(arguments["rounds"])):  # the last one counts
    torrent = add_stopped(session, *content) if content else add_paused(session)
    session.pop_alerts()
    if content:
        transfer(torrent)
    else:
        pause_often(torrent, int(arguments["count"]))
    start = time.process_time_ns()
    alerts = session.pop_alerts()
    if arguments["read"] != "none":
        read_all(alerts, arguments["read"] == "message")
    took = time.process_time_ns() - start
    received = len(alerts)
    del alerts
    session.remove_torrent(torrent, lt.session.delete_files)
    wait_for(session, lt.torrent_removed_alert)
emit("done", each=took / received, received=received)

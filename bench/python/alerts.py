"""What it costs to get alerts: they queue up while nobody fetches them, and then are popped at once."""

import time
from operator import attrgetter, methodcaller

import libtorrent as lt
from harness import open_session, say, settings, wait_for, wait_for_port, words

# Older names of what has another name as well, and classes.
OLD = {"ip", "msg", "block_idx", "piece_idx", "peer_speedmsg", "category_t", "params"}


def can_read(alert, name):
    """Some of its fields have a type that it doesn't know."""
    try:
        getattr(alert, name)
        return True
    except TypeError:
        return False


def fields_of(alert):
    """What reads every field of an alert of that type, in few calls."""
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


def pause_often(session, count):
    params = lt.add_torrent_params()
    params.info_hashes = lt.info_hash_t(lt.sha1_hash(b"1" * 20))
    params.save_path = "."
    params.flags = lt.torrent_flags.apply_ip_filter
    torrent = session.add_torrent(params)
    session.pop_alerts()
    for _ in range(count // 2):
        torrent.pause()
        torrent.resume()
    torrent.status()


def transfer(session):
    seeder = lt.session({**settings(), "alert_mask": lt.alert.category_t.status_notification})
    port = wait_for_port(seeder)
    params = {"ti": lt.torrent_info(words["torrent"])}
    seed_mode = lt.torrent_flags.seed_mode
    seeder.add_torrent({**params, "save_path": words["save"], "flags": seed_mode})
    stop = lt.torrent_flags.stop_when_ready
    torrent = session.add_torrent({**params, "save_path": words["scratch"], "flags": stop})
    wait_for(session, lt.torrent_checked_alert)
    torrent.connect_peer(("127.0.0.1", port))
    torrent.resume()
    while not torrent.status().is_seeding:
        time.sleep(0.02)
    return seeder


session = open_session()
if "torrent" in words:
    seeder = transfer(session)
else:
    pause_often(session, int(words["count"]))
start = time.process_time_ns()
alerts = session.pop_alerts()
if words["read"] != "none":
    read_all(alerts, words["read"] == "message")
took = time.process_time_ns() - start
say("done", each=took / len(alerts), heard=len(alerts))

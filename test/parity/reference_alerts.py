"""The life of a torrent in a session, and what its alerts say.

test/parity/life.ts leads the same life.
"""

import time

import libtorrent as lt

WAIT_LIMIT = 20.0

SETTINGS = {
    "listen_interfaces": "127.0.0.1:0",
    "enable_dht": False,
    "enable_lsd": False,
    "enable_upnp": False,
    "enable_natpmp": False,
    "stop_tracker_timeout": 0,
    "alert_mask": 0x7FFFFFFF & ~(0x2000 | 0x4000 | 0x8000 | 0x20000 | 0x80000 | 0x100000),
}


class Observer:
    """Everything that a session has reported."""

    def __init__(self, session):
        self.session = session
        self.alerts = []

    def wait(self, *names):
        """Until every one of the alerts has come since the last time."""
        wanted = set(names)
        deadline = time.monotonic() + WAIT_LIMIT
        while wanted:
            if time.monotonic() > deadline:
                raise RuntimeError(f"no {wanted} alert in time")
            self.session.wait_for_alert(200)
            for alert in self.session.pop_alerts():
                self.alerts.append([alert.what(), int(alert.category()), alert.message()])
                wanted.discard(alert.what())


def params_of(torrent, path, flags):
    params = lt.add_torrent_params()
    params.ti = lt.torrent_info(torrent)
    params.save_path = path
    params.flags = flags
    return params


def alerts_of_a_life(torrent, path, elsewhere):
    observer = Observer(lt.session(SETTINGS))
    session = observer.session
    observer.wait("listen_succeeded")
    handle = session.add_torrent(params_of(torrent, path, 0))
    observer.wait("add_torrent", "torrent_checked", "tracker_error")
    session.async_add_torrent(params_of(torrent, path, lt.torrent_flags.duplicate_is_error))
    observer.wait("add_torrent")
    handle.scrape_tracker()
    observer.wait("scrape_failed")
    handle.read_piece(0)
    observer.wait("read_piece")
    handle.read_piece(100_000)
    observer.wait("read_piece")
    handle.save_resume_data()
    observer.wait("save_resume_data")
    handle.save_resume_data(lt.save_resume_flags_t.only_if_modified)
    observer.wait("save_resume_data_failed")
    handle.rename_file(0, "renamed.bin")
    observer.wait("file_renamed")
    handle.rename_file(0, "/dev/null/renamed.bin")
    observer.wait("file_rename_failed")
    handle.pause()
    observer.wait("torrent_paused")
    handle.resume()
    observer.wait("torrent_resumed")
    handle.move_storage(elsewhere)
    observer.wait("storage_moved")
    handle.move_storage("/dev/null/elsewhere")
    observer.wait("storage_moved_failed")
    handle.flush_cache()
    observer.wait("cache_flushed")
    session.post_torrent_updates()
    observer.wait("state_update")
    session.post_session_stats()
    observer.wait("session_stats_header", "session_stats")
    session.apply_settings({"listen_interfaces": "127.0.0.1:0,203.0.113.7:0"})
    observer.wait("listen_failed")
    session.remove_torrent(handle, lt.session.delete_files)
    observer.wait("torrent_removed", "torrent_deleted")
    return observer.alerts

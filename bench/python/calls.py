"""The cost of a call: one that returns at once, and one that waits for libtorrent."""

import libtorrent as lt
from harness import now, open_session, emit, wait_for, arguments


def each(count, call):
    start = now()
    for _ in range(count):
        call()
    return (now() - start) * 1e6 / count


def typical(count, call):
    """The median, because the kernel sometimes delays the thread that a call waits for."""
    return sorted(each(1, call) for _ in range(count))[count // 2]


def read_pieces(session, count):
    info = lt.torrent_info(arguments["torrent"])
    flags = lt.torrent_flags.seed_mode
    params = {"ti": info, "save_path": arguments["save"], "flags": flags}
    torrent = session.add_torrent(params)
    pieces = info.num_pieces()
    counted = {"next": 0, "bytes": 0}

    def read():
        piece = counted["next"] % pieces
        counted["next"] += 1
        torrent.read_piece(piece)
        alert = wait_for(session, lt.read_piece_alert, lambda alert: alert.piece == piece)
        counted["bytes"] += len(alert.buffer)

    each(pieces, read)
    took = typical(count, read)
    emit("done", read=took / 1e3, bytes=counted["bytes"])


def calls(session, count):
    params = lt.add_torrent_params()
    params.info_hashes = lt.info_hash_t(lt.sha1_hash(b"1" * 20))
    params.save_path = "."
    params.flags = lt.torrent_flags.apply_ip_filter
    torrent = session.add_torrent(params)
    each(count, lambda: torrent.set_upload_limit(1000))
    torrent.status()
    posted = each(count, lambda: torrent.set_upload_limit(1000))
    torrent.status()
    sync = typical(-(-count // 20), torrent.upload_limit)
    emit("done", post=posted, sync=sync)


run = read_pieces if "torrent" in arguments else calls
run(open_session(), int(arguments["count"]))

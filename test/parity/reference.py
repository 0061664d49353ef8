"""What libtorrent's own Python binding answers.

Reads a list of jobs, [name, argument ...], as JSON from stdin and prints the list of their results.
Bytes are {"bytes": "<hex>"} in both directions; a job that raises answers {"raises": "<message>"}.
"""

import json
import sys
import warnings

import libtorrent as lt

import reference_alerts

# That a name is deprecated doesn't make its answer another one.
warnings.simplefilter("ignore", DeprecationWarning)


def plain(value):
    """A value as JSON has them."""
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": bytes(value).hex()}
    if isinstance(value, dict):
        return {key_text(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, bool) or value is None or type(value) in (int, float, str):
        return value
    if isinstance(value, int):
        return int(value)
    return str(value)


def key_text(key):
    return key.decode("latin-1") if isinstance(key, bytes) else str(key)


def from_plain(value):
    if isinstance(value, dict):
        if set(value) == {"bytes"}:
            return bytes.fromhex(value["bytes"])
        return {key: from_plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [from_plain(item) for item in value]
    return value


def hashes(value):
    return {
        "v1": str(value.v1) if value.has_v1() else None,
        "v2": str(value.v2) if value.has_v2() else None,
    }


def in_order(listed):
    """The files in the order of their names, as addFiles() lists them: v1 torrents keep the order."""
    files = lt.file_storage()
    paths = [listed.file_path(i) for i in range(listed.num_files())]
    for i in sorted(range(len(paths)), key=lambda i: paths[i].split("/")):
        files.add_file(paths[i], listed.file_size(i), listed.file_flags(i))
    return files


def create(directory, name, options):
    """A torrent of a file or directory, as bytes, and its info-hashes."""
    flags = options.get("flags", 0)
    files = lt.file_storage()
    lt.add_files(files, f"{directory}/{name}", flags=flags)
    if flags == lt.create_torrent.v1_only:
        files = in_order(files)
    torrent = lt.create_torrent(files, options.get("piece_size", 0), flags)
    for url, tier in options.get("trackers", []):
        torrent.add_tracker(url, tier)
    for node in options.get("nodes", []):
        torrent.add_node(*node)
    for setting in ("add_url_seed", "add_http_seed", "add_collection", "set_comment"):
        for value in options.get(setting, []):
            getattr(torrent, setting)(value)
    for setting in ("set_creator", "set_root_cert", "set_priv"):
        for value in options.get(setting, []):
            getattr(torrent, setting)(value)
    for value in options.get("add_similar_torrent", []):
        torrent.add_similar_torrent(lt.sha1_hash(bytes.fromhex(value)))
    lt.set_piece_hashes(torrent, directory)
    content = lt.bencode(torrent.generate())
    return {"torrent": content, "hashes": hashes(lt.torrent_info(content).info_hashes())}


def file_answers(files, index):
    return {
        "filePath": files.file_path(index, "root"),
        "fileName": files.file_name(index),
        "fileSize": files.file_size(index),
        "fileOffset": files.file_offset(index),
        "fileFlags": int(files.file_flags(index)),
        "symlink": files.symlink(index),
        "root": str(files.root(index)),
        "hash": str(files.hash(index)),
        "pieceIndexAtFile": files.piece_index_at_file(index),
        "fileAbsolutePath": files.file_absolute_path(index),
    }


def storage(torrent, blocks, ranges):
    """What a file_storage says of every file, every piece, and some ranges."""
    info = lt.torrent_info(torrent)
    files = info.files()
    slices = [info.map_block(*block) for block in blocks]
    requests = [info.map_file(*part) for part in ranges]
    return {
        "files": [file_answers(files, i) for i in range(files.num_files())],
        "pieces": [
            [files.piece_size(i), files.file_index_at_piece(i)] for i in range(files.num_pieces())
        ],
        "offsets": [
            files.file_index_at_offset(at) for at in range(0, files.total_size(), 5000)
        ],
        "whole": [files.name(), files.total_size(), files.piece_length(), files.v2()],
        "blocks": [[[s.file_index, s.offset, s.size] for s in block] for block in slices],
        "ranges": [[r.piece, r.start, r.length] for r in requests],
    }


def info_of(torrent):
    info = lt.torrent_info(torrent)
    names = ["name", "comment", "creator", "total_size", "piece_length", "num_pieces", "num_files"]
    names += ["priv", "is_i2p", "is_valid", "creation_date", "ssl_cert", "collections", "info_section"]
    answers = {name: getattr(info, name)() for name in names}
    answers["info_hashes"] = hashes(info.info_hashes())
    answers["similar_torrents"] = [str(value) for value in info.similar_torrents()]
    answers["trackers"] = [[tracker.url, tracker.tier] for tracker in info.trackers()]
    answers["web_seeds"] = [[seed["url"], seed["type"]] for seed in info.web_seeds()]
    answers["nodes"] = info.nodes()
    answers["pieces"] = [info.piece_size(i) for i in range(info.num_pieces())]
    return answers


def rewrite(torrent, flags):
    return lt.bencode(lt.write_torrent_file(lt.load_torrent_buffer(torrent), flags=flags))


def params_from(values):
    params = lt.add_torrent_params()
    for name, value in values.items():
        if name == "info_hashes":
            v1, v2 = (bytes.fromhex(value[version]) for version in ("v1", "v2"))
            value = lt.info_hash_t(lt.sha1_hash(v1), lt.sha256_hash(v2))
        elif name == "ti":
            value = lt.torrent_info(value)
        elif name in ("peers", "banned_peers", "dht_nodes"):
            value = [tuple(pair) for pair in value]
        elif name in ("renamed_files", "unfinished_pieces"):
            value = {int(key): item for key, item in value.items()}
        setattr(params, name, value)
    return params


TEXTS = ["name", "save_path", "trackerid", "trackers", "tracker_tiers", "dht_nodes", "url_seeds"]
TEXTS += ["http_seeds", "peers", "banned_peers", "renamed_files"]
NUMBERS = ["flags", "max_uploads", "max_connections", "upload_limit", "download_limit"]
NUMBERS += ["total_uploaded", "total_downloaded", "active_time", "finished_time", "seeding_time"]
NUMBERS += ["added_time", "completed_time", "last_seen_complete", "last_download", "last_upload"]
NUMBERS += ["num_complete", "num_incomplete", "num_downloaded"]
LISTS = ["file_priorities", "piece_priorities", "have_pieces", "verified_pieces"]


def params_to(params):
    answers = {name: getattr(params, name) for name in TEXTS + NUMBERS + LISTS}
    answers["storage_mode"] = str(params.storage_mode)
    answers["unfinished_pieces"] = params.unfinished_pieces
    answers["info_hashes"] = hashes(params.info_hashes)
    return answers


def make_magnet(values):
    return lt.make_magnet_uri(params_from(values))


def make_magnet_of_info(torrent):
    return lt.make_magnet_uri(lt.torrent_info(torrent))


def parse_magnet(uri):
    return params_to(lt.parse_magnet_uri(uri))


def write_resume(values):
    return lt.write_resume_data_buf(params_from(values))


def read_resume(content):
    return params_to(lt.read_resume_data(content))


def write_session(settings):
    params = lt.session_params()
    params.settings = settings
    return lt.write_session_params_buf(params)


def settings(preset):
    return getattr(lt, preset)()


def messages(category, values):
    namespace = getattr(lt, f"{category}_category")()
    texts = [lt.error_code(value, namespace).message() for value in values]
    return {"name": namespace.name(), "messages": texts}


def constants(scope):
    """The integers and enumerators of a class (or of the module's scope of that name)."""
    namespace = getattr(lt, scope)
    names = [name for name in vars(namespace) if not name.startswith("_")]
    values = {name: getattr(namespace, name) for name in names}
    return {name: int(value) for name, value in values.items() if isinstance(value, int)}


def operations():
    return [lt.operation_name(lt.operation_t.values[i]) for i in sorted(lt.operation_t.values)]


def metrics():
    return [[m.name, m.value_index, str(m.type)] for m in lt.session_stats_metrics()]


def metric_indices(names):
    return [lt.find_metric_idx(name) for name in names]


def alert_classes():
    return [name[:-6] for name in dir(lt) if name.endswith("_alert")]


def bencode(value):
    return lt.bencode(value)


def bdecode(content):
    return lt.bdecode(content)


def fingerprint(arguments):
    return lt.generate_fingerprint(*arguments)


def identify(peer_ids):
    return [lt.identify_client(lt.sha1_hash(peer_id)) for peer_id in peer_ids]


def version():
    return lt.version


JOBS = [create, storage, info_of, rewrite, make_magnet, make_magnet_of_info, parse_magnet]
JOBS += [write_resume, read_resume, write_session, settings, messages, constants, operations]
JOBS += [metrics, metric_indices, alert_classes, bencode, bdecode, fingerprint, identify, version]
JOBS += [reference_alerts.alerts_of_a_life]


def run(job):
    name, *arguments = job
    function = next(candidate for candidate in JOBS if candidate.__name__ == name)
    try:
        return plain(function(*(from_plain(argument) for argument in arguments)))
    except (RuntimeError, ValueError) as error:
        return {"raises": str(error)}


if __name__ == "__main__":
    json.dump([run(job) for job in json.load(sys.stdin)], sys.stdout)

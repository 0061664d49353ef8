// Lists the files on the disk that a torrent is made of.
#pragma once

#include <functional>
#include <string>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>

namespace binding {

namespace lt = libtorrent;

// Whether a file or directory is listed, by its path. Called before the disk is read there. Bytes
// that are not UTF-8 are escaped in the path.
using ScanFilter = std::function<bool(std::string const& path)>;

// Lists `path` and what is below it, in the order of the names. Throws a FileError for what
// libtorrent's add_files() leaves out silently: what can't be read, a name that isn't UTF-8, what
// is neither a file nor a directory. Also for a directory that contains itself by way of a link,
// which add_files() would list again and again, and when there is no file at all.
lt::file_storage scan(std::string const& path, lt::create_flags_t flags, ScanFilter const& accepts);

}  // namespace binding

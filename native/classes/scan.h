// Lists the files on the disk that a torrent is made of.
#pragma once

#include <functional>
#include <string>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>

namespace binding {

namespace lt = libtorrent;

// Returns whether to list a file or directory. Called before the disk is read there. Bytes that are
// not UTF-8 are escaped in `path`.
using ScanFilter = std::function<bool(std::string const& path)>;

// Lists the files of `path` and below it, in the order of their names. Throws a FileError when
// there is no file, and for an entry that libtorrent's add_files() leaves out or can't list:
// - an unreadable entry, and one that is neither a file nor a directory;
// - a name that is not UTF-8;
// - a directory that contains itself by way of a link, which add_files() would list without end.
lt::file_storage scan(std::string const& path, lt::create_flags_t flags, ScanFilter const& accepts);

}  // namespace binding

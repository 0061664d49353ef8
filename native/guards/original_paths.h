// Paths of files as a torrent spells them. When libtorrent loads a torrent, it replaces characters
// that a file system might refuse, and numbers paths that differ in case only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent_info.hpp>

namespace binding {

namespace lt = libtorrent;

// Returns the bytes of each file's path, in the order of orig_files(). Padding has libtorrent's
// path. Empty without metadata.
std::vector<std::string> original_paths(lt::torrent_info const& info);

// Returns the original paths of the files whose path has changed. Leaves out paths that are not
// UTF-8, and paths outside of the directory that has the name of the torrent.
std::map<lt::file_index_t, std::string> original_names(lt::torrent_info const& info);

// Throws OutOfRange when libtorrent can't load a torrent of these files, or changes the path of
// one. Reads no content.
void require_loadable(lt::file_storage const& files, lt::create_flags_t flags);

}  // namespace binding

// Paths of files as a torrent spells them. libtorrent replaces what a file system might not take,
// and numbers paths that differ in case only, when it loads a torrent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <libtorrent/create_torrent.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/torrent_info.hpp>

namespace binding {

namespace lt = libtorrent;

// The bytes of the path of each file, in the order of orig_files(). Padding has libtorrent's path.
// Empty without metadata.
std::vector<std::string> original_paths(lt::torrent_info const& info);

// The paths of the files whose path is another one now. Without those that are not UTF-8, and those
// that would lie outside of the directory that the torrent is named after.
std::map<lt::file_index_t, std::string> original_names(lt::torrent_info const& info);

// Throws OutOfRange when libtorrent can't load a torrent of these files, or reads a file of it as
// another one, whatever the content of the files is.
void require_loadable(lt::file_storage const& files, lt::create_flags_t flags);

}  // namespace binding

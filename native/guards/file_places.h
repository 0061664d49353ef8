// The places of the files of a session's torrents, to find torrents that would write to one file.
//
// Problem: libtorrent lets torrents overwrite each other's files, and calls each of them complete.
// Rule: a torrent is neither checked nor moved where an earlier torrent has a file of the same path
// and another content. Torrents may share content (the same files as v1 and as v2).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <libtorrent/file_storage.hpp>
#include <libtorrent/storage_defs.hpp>

namespace binding {

namespace lt = libtorrent;

// Returns the path of a file, absolute and without "." and "..".
std::filesystem::path place_of(std::string const& save_path, std::string const& name);

// Network thread. A torrent has one entry per root: the file or directory that contains its files.
class FilePlaces {
 public:
  // `files` outlives the entry. `renamed`: not all files are below their common root.
  void add(lt::storage_index_t torrent, lt::file_storage const& files, std::string const& save_path,
           bool renamed);
  void remove(lt::storage_index_t torrent);
  void moved(lt::storage_index_t torrent, std::string const& save_path);
  void renamed(lt::storage_index_t torrent, std::string const& name);

  // From here on, other torrents collide with its files.
  void accept(lt::storage_index_t torrent);

  // Returns a file of the torrent that an accepted torrent has with another content, if the torrent
  // were at `save_path`.
  std::optional<lt::file_index_t> collision(lt::storage_index_t torrent,
                                            std::string const& save_path) const;
  // Returns whether a file of another accepted torrent has this path, on the disk or not yet.
  bool is_taken(lt::storage_index_t torrent, std::filesystem::path const& path) const;

 private:
  using Root = std::size_t;  // hash of the path
  struct Place {
    lt::file_storage const* files;
    std::string save_path;
    bool renamed;
    bool accepted;
    std::vector<Root> roots;
  };
  std::vector<Root> roots_of(Place const& place, std::string const& save_path) const;
  void enter(lt::storage_index_t torrent, Place& place);
  void leave(lt::storage_index_t torrent, Place& place);

  std::unordered_map<lt::storage_index_t, Place> places_;
  std::unordered_multimap<Root, lt::storage_index_t> torrents_;
};

}  // namespace binding

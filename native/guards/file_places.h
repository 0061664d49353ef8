// Where the files of a session's torrents are, to find two torrents that would write to one file.
//
// Problem: libtorrent lets torrents overwrite each other's files, and calls each of them complete.
// Rule: a torrent is not checked, and not moved, where an earlier torrent has a file of the same
// path and another content. Torrents that share content (the same files as v1 and as v2) are right.
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

// The path of a file, absolute and without "." and "..".
std::filesystem::path place_of(std::string const& save_path, std::string const& name);

// Network thread. A torrent costs one entry per root: the file or directory that its files are in.
class FilePlaces {
 public:
  // `files` outlives the entry. `renamed`: not all of them are below their common root.
  void add(lt::storage_index_t torrent, lt::file_storage const& files, std::string const& save_path,
           bool renamed);
  void remove(lt::storage_index_t torrent);
  void moved(lt::storage_index_t torrent, std::string const& save_path);
  void renamed(lt::storage_index_t torrent, std::string const& name);

  // From here on, others are kept from its files.
  void accept(lt::storage_index_t torrent);

  // A file of the torrent that an accepted one has with another content, were it at `save_path`.
  std::optional<lt::file_index_t> collision(lt::storage_index_t torrent,
                                            std::string const& save_path) const;
  // Whether a file of another accepted torrent has this path, on the disk or not yet.
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

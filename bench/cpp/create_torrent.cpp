// Making a torrent of a file: how fast it is hashed, on the one thread that libtorrent takes by
// default.
#include <iterator>
#include <vector>

#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>

#include "emit.h"
#include "programs.h"

namespace lt = libtorrent;

void create_torrent(Arguments const& arguments) {
  auto const& path = arguments.text("file");
  auto const& version = arguments.text("version");
  lt::create_flags_t flags{};
  if (version == "v1") flags = lt::create_torrent::v1_only;
  if (version == "v2") flags = lt::create_torrent::v2_only;
  double const start = now();
  lt::file_storage files;
  lt::add_files(files, path);
  lt::create_torrent torrent(files, arguments.number("piece"), flags);
  lt::set_piece_hashes(torrent, path.substr(0, path.rfind('/')));
  std::vector<char> bytes;
  lt::bencode(std::back_inserter(bytes), torrent.generate());
  double const wall = now() - start;
  emit("done", {{"speed", static_cast<double>(files.total_size()) / wall / 1e6}});
}

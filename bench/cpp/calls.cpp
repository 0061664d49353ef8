// The cost of a call: one that returns at once, and one that waits for libtorrent.
#include <algorithm>
#include <vector>

#include <libtorrent/load_torrent.hpp>

#include "emit.h"
#include "programs.h"
#include "session.h"

namespace {

template <typename Call>
double each(int count, Call call) {
  double const start = now();
  for (int i = 0; i < count; i++) call();
  return (now() - start) * 1e6 / count;
}

// The median, because the kernel sometimes delays the thread that a call waits for.
template <typename Call>
double typical(int count, Call call) {
  std::vector<double> times;
  for (int i = 0; i < count; i++) times.push_back(each(1, call));
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void read_pieces(Arguments const& arguments, lt::session& session) {
  auto params = lt::load_torrent_file(arguments.text("torrent"));
  params.save_path = arguments.text("save");
  params.flags = lt::torrent_flags::seed_mode;
  int const pieces = params.ti->num_pieces();
  auto const torrent = session.add_torrent(std::move(params));
  double bytes = 0;
  int next = 0;
  std::vector<boost::shared_array<char>> kept(
      static_cast<std::size_t>(arguments.has("keep") ? arguments.number("keep") : 0));
  auto const read = [&] {
    lt::piece_index_t const piece(next++ % pieces);
    torrent.read_piece(piece);
    auto const& alert =
        wait_for<lt::read_piece_alert>(session, [&](auto const& a) { return a.piece == piece; });
    bytes += alert.size;
    if (!kept.empty()) kept[static_cast<std::size_t>(next) % kept.size()] = alert.buffer;
  };
  each(pieces, read);
  double const took = typical(arguments.number("count"), read);
  emit("done", {{"read", took / 1e3}, {"bytes", bytes}});
}

}  // namespace

void calls(Arguments const& arguments) {
  auto const session = open_session(arguments);
  if (arguments.has("torrent")) return read_pieces(arguments, *session);
  lt::add_torrent_params params;
  params.info_hashes.v1 = lt::sha1_hash("11111111111111111111");
  params.save_path = ".";
  params.flags = {};
  auto const torrent = session->add_torrent(std::move(params));
  int const count = arguments.number("count");
  auto const post = [&] { torrent.set_upload_limit(1000); };
  each(count, post);
  torrent.status({});
  double const posted = each(count, post);
  torrent.status({});
  double const sync = typical((count + 19) / 20, [&] { torrent.in_session(); });
  emit("done", {{"post", posted}, {"sync", sync}});
}

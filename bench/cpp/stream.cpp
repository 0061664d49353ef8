// A file that is read while it is downloaded: the first byte, then all of it or reads at random
// offsets.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/load_torrent.hpp>
#include <libtorrent/torrent_info.hpp>

#include "emit.h"
#include "programs.h"
#include "session.h"

namespace {

constexpr std::int64_t window = 4 << 20;
constexpr int step = 250;  // milliseconds between deadlines
constexpr std::int64_t seek_length = 64 * 1024;

// Reads the pieces of a torrent in their order, as deadlines deliver them.
class Reader {
 public:
  Reader(lt::session& session, lt::torrent_handle torrent)
      : session_(session), torrent_(std::move(torrent)), info_(torrent_.torrent_file()) {}

  std::int64_t size() const { return info_->total_size(); }

  // Sets the deadlines of the pieces that are read first.
  void seek(std::int64_t offset) {
    torrent_.clear_piece_deadlines();
    read_.clear();
    offset_ = offset;
    piece_ = next_ = piece_at(offset);
    extend();
  }

  // Returns when `length` bytes have been read since seek().
  void read(std::int64_t length) {
    int const last = piece_at(std::min(offset_ + length, size()) - 1);
    while (piece_ <= last) {
      take_pieces();
      while (read_.erase(piece_) != 0) piece_++;
      extend();
    }
  }

 private:
  int piece_at(std::int64_t offset) const {
    return static_cast<int>(offset / info_->piece_length());
  }

  // All that have come: one call returns many alerts.
  void take_pieces() {
    std::vector<lt::alert*> alerts;
    session_.wait_for_alert(lt::seconds(10));
    session_.pop_alerts(&alerts);
    for (auto* alert : alerts) {
      auto const* read = lt::alert_cast<lt::read_piece_alert>(alert);
      if (read != nullptr && !read->error) read_.insert(static_cast<int>(read->piece));
    }
  }

  void extend() {
    auto const ahead = std::max<std::int64_t>(2, window / info_->piece_length());
    int const end = std::min(piece_ + static_cast<int>(ahead), info_->num_pieces());
    for (; next_ < end; next_++) {
      torrent_.set_piece_deadline(lt::piece_index_t(next_), (next_ - piece_) * step,
                                  lt::torrent_handle::alert_when_available);
    }
  }

  lt::session& session_;
  lt::torrent_handle torrent_;
  std::shared_ptr<lt::torrent_info const> info_;
  std::int64_t offset_ = 0;
  int piece_ = 0;  // the next one to read
  int next_ = 0;   // the first one without a deadline
  std::set<int> read_;
};

lt::tcp::endpoint endpoint(std::string const& text) {
  auto const colon = text.rfind(':');
  auto const port = static_cast<std::uint16_t>(std::stoi(text.substr(colon + 1)));
  return {lt::make_address(text.substr(0, colon)), port};
}

double median_seek(Reader& reader, int count) {
  std::vector<double> times;
  std::int64_t state = 1;
  for (int i = 0; i < count; i++) {
    state = state * 48271 % 2147483647;
    auto const limit = static_cast<double>(reader.size() - seek_length);
    double const before = now();
    reader.seek(
        static_cast<std::int64_t>(std::floor(static_cast<double>(state) / 2147483647 * limit)));
    reader.read(seek_length);
    times.push_back(now() - before);
  }
  std::sort(times.begin(), times.end());
  return times.at(times.size() / 2);
}

}  // namespace

void stream(Arguments const& arguments) {
  auto const session = open_session(arguments);
  wait_for_port(*session);
  auto params = lt::load_torrent_file(arguments.text("torrent"));
  params.save_path = arguments.text("save");
  params.peers.push_back(endpoint(arguments.text("peer")));
  params.flags = lt::torrent_flags::stop_when_ready;
  double const start = now();
  auto const torrent = session->add_torrent(std::move(params));
  wait_for<lt::torrent_checked_alert>(*session, [](auto const&) { return true; });
  Reader reader(*session, torrent);
  reader.seek(0);
  torrent.resume();
  reader.read(1);
  double const first = now() - start;
  int const count = arguments.number("seeks");
  if (count == 0) {
    reader.read(reader.size());
    emit("done", {{"first", first}, {"whole", now() - start}});
  } else {
    emit("done", {{"first", first}, {"seek", median_seek(reader, count)}});
  }
}

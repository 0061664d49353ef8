// Very many torrents in one session: adding them, what they take of the memory, and the status of
// all.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/torrent_status.hpp>

#include "emit.h"
#include "programs.h"
#include "session.h"

namespace {

// KiB
double resident() {
  std::ifstream statm("/proc/self/statm");
  double total = 0;
  double pages = 0;
  statm >> total >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024;
}

lt::add_torrent_params numbered(int number) {
  lt::add_torrent_params params;
  for (std::size_t byte = 0; byte < sizeof number; byte++) {
    params.info_hashes.v1[3 - byte] = static_cast<unsigned char>(number >> (8 * byte));
  }
  params.name = "torrent " + std::to_string(number);
  params.save_path = "/tmp/torrents";
  params.flags = lt::torrent_flags::paused;
  return params;
}

// ms
double add_more(lt::session& session, std::vector<lt::torrent_handle>& added, int count) {
  double const start = now();
  auto const wanted = added.size() + static_cast<std::size_t>(count);
  int const first = static_cast<int>(added.size()) + 1;
  for (int i = 0; i < count; i++) session.async_add_torrent(numbered(first + i));
  std::vector<lt::alert*> alerts;
  while (added.size() < wanted) {
    session.wait_for_alert(lt::seconds(10));
    session.pop_alerts(&alerts);
    for (auto const* alert : alerts) {
      auto const* news = lt::alert_cast<lt::add_torrent_alert>(alert);
      if (news != nullptr) added.push_back(news->handle);
    }
  }
  return now() - start;
}

// Reads what a list of torrents shows, several times. Returns ms of each.
double list(lt::session const& session) {
  constexpr int times = 10;
  double const start = now();
  auto const flags =
      lt::torrent_handle::query_name | lt::torrent_handle::query_accurate_download_counters;
  double read = 0;
  for (int time = 0; time < times; time++) {
    for (auto const& status : session.get_torrent_status([](auto const&) { return true; }, flags)) {
      read += static_cast<double>(status.name.size()) + status.progress + status.state;
      read += status.download_rate + status.upload_rate + status.num_peers + status.num_seeds;
    }
  }
  double const took = (now() - start) / times;
  if (read <= 0) throw std::runtime_error("nothing was read");
  return took;
}

}  // namespace

void torrents(Arguments const& arguments) {
  int const count = arguments.number("count");
  auto const session = open_session(arguments);
  std::vector<lt::torrent_handle> added;
  double add = add_more(*session, added, count / 2);
  double const before = resident();
  add += add_more(*session, added, count / 2);
  double const memory = (resident() - before) / (count / 2);
  double const from = now();
  auto const statuses =
      session->get_torrent_status([](auto const&) { return true; }, lt::status_flags_t::all());
  double const status = now() - from;
  if (statuses.size() != added.size()) throw std::runtime_error("statuses are missing");
  emit("done", {{"add", add}, {"memory", memory}, {"status", status}, {"fields", list(*session)}});
}

// What it costs to get alerts: they queue up while nobody fetches them, and then are popped at
// once; or, with live=true, how long a transfer takes of which every alert is read while it goes
// on.
#include <ctime>
#include <thread>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/load_torrent.hpp>

#include "programs.h"
#include "say.h"
#include "session.h"

namespace {

std::size_t printed = 0;  // so that the compiler can't leave message() out

void read_all(std::vector<lt::alert*> const& alerts, bool messages) {
  for (auto const* alert : alerts) {
    printed += messages ? alert->message().size() : static_cast<std::size_t>(alert->type());
  }
}

void pause_often(lt::session& session, int count) {
  lt::add_torrent_params params;
  params.info_hashes.v1 = lt::sha1_hash("11111111111111111111");
  params.save_path = ".";
  params.flags = {};
  auto const torrent = session.add_torrent(std::move(params));
  std::vector<lt::alert*> earlier;
  session.pop_alerts(&earlier);
  for (int i = 0; i < count / 2; i++) {
    torrent.pause();
    torrent.resume();
  }
  torrent.status({});
}

struct Transfer {
  Transfer(Words const& words, lt::session& leecher) {
    auto quiet = settings_from(words);
    quiet.set_int(lt::settings_pack::alert_mask, lt::alert_category::status);
    seeder = std::make_unique<lt::session>(lt::session_params(quiet));
    auto params = lt::load_torrent_file(words.text("torrent"));
    auto leeching = params;
    params.save_path = words.text("save");
    params.flags = lt::torrent_flags::seed_mode;
    leeching.peers = {
        {lt::make_address("127.0.0.1"), static_cast<std::uint16_t>(wait_for_port(*seeder))}};
    seeder->add_torrent(std::move(params));
    leeching.save_path = words.text("scratch");
    leeching.flags = lt::torrent_flags::stop_when_ready;
    torrent = leecher.add_torrent(std::move(leeching));
    wait_for<lt::torrent_checked_alert>(leecher, [](auto const&) { return true; });
  }
  std::unique_ptr<lt::session> seeder;
  lt::torrent_handle torrent;
};

void run_live(lt::session& session, lt::torrent_handle const& torrent, bool messages) {
  double const start = now();
  torrent.resume();
  std::vector<lt::alert*> alerts;
  for (bool finished = false; !finished;) {
    session.wait_for_alert(lt::seconds(10));
    session.pop_alerts(&alerts);
    read_all(alerts, messages);
    for (auto const* alert : alerts) {
      finished = finished || lt::alert_cast<lt::torrent_finished_alert>(alert) != nullptr;
    }
  }
  say("done", {{"wall", now() - start}});
}

}  // namespace

void alerts(Words const& words) {
  bool const messages = words.text("read") == "message";
  auto const session = open_session(words);
  std::unique_ptr<Transfer> transfer;
  if (words.has("torrent")) {
    transfer = std::make_unique<Transfer>(words, *session);
    if (words.has("live")) return run_live(*session, transfer->torrent, messages);
    transfer->torrent.resume();
    while (!transfer->torrent.status({}).is_seeding) {
      std::this_thread::sleep_for(lt::milliseconds(20));
    }
  } else {
    pause_often(*session, words.number("count"));
  }
  auto const start = std::clock();
  std::vector<lt::alert*> popped;
  session->pop_alerts(&popped);
  if (words.text("read") != "none") read_all(popped, messages);
  auto const took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  auto const count = static_cast<double>(popped.size());
  say("done", {{"each", took * 1e9 / count}, {"heard", count}});
}

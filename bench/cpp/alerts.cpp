// The cost of receiving alerts: they queue up without being fetched, and then are popped at
// once, rounds=N times; or, with live=true, how long a transfer takes of which every alert is read
// while it goes on.
#include <ctime>
#include <thread>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/load_torrent.hpp>

#include "emit.h"
#include "programs.h"
#include "session.h"

namespace {

std::size_t printed = 0;  // so that the compiler can't leave message() out

void read_all(std::vector<lt::alert*> const& alerts, bool messages) {
  for (auto const* alert : alerts) {
    printed += messages ? alert->message().size() : static_cast<std::size_t>(alert->type());
  }
}

lt::torrent_handle add_paused(lt::session& session) {
  lt::add_torrent_params params;
  params.info_hashes.v1 = lt::sha1_hash("11111111111111111111");
  params.save_path = ".";
  params.flags = {};
  return session.add_torrent(std::move(params));
}

void pause_often(lt::torrent_handle const& torrent, int count) {
  for (int i = 0; i < count / 2; i++) {
    torrent.pause();
    torrent.resume();
  }
  torrent.status({});
}

class Seeder {
 public:
  explicit Seeder(Arguments const& arguments) {
    auto quiet = settings_from(arguments);
    quiet.set_int(lt::settings_pack::alert_mask, lt::alert_category::status);
    session_ = std::make_unique<lt::session>(lt::session_params(quiet));
    leeching_ = lt::load_torrent_file(arguments.text("torrent"));
    auto seeding = leeching_;
    seeding.save_path = arguments.text("save");
    seeding.flags = lt::torrent_flags::seed_mode;
    auto const port = static_cast<std::uint16_t>(wait_for_port(*session_));
    leeching_.peers = {{lt::make_address("127.0.0.1"), port}};
    leeching_.save_path = arguments.text("scratch");
    leeching_.flags = lt::torrent_flags::stop_when_ready;
    session_->add_torrent(std::move(seeding));
  }
  lt::torrent_handle add_stopped(lt::session& leecher) const {
    auto torrent = leecher.add_torrent(leeching_);
    wait_for<lt::torrent_checked_alert>(leecher, [](auto const&) { return true; });
    return torrent;
  }

 private:
  std::unique_ptr<lt::session> session_;
  lt::add_torrent_params leeching_;
};

void transfer(lt::torrent_handle const& torrent) {
  torrent.resume();
  while (!torrent.status({}).is_seeding) std::this_thread::sleep_for(lt::milliseconds(20));
}

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
  emit("done", {{"wall", now() - start}});
}

// The last round counts: that of a program that has been running for a while.
void run_queued(Arguments const& arguments, lt::session& session, Seeder const* seeder) {
  for (int rounds = arguments.number("rounds"); rounds > 0; rounds--) {
    auto const torrent = seeder ? seeder->add_stopped(session) : add_paused(session);
    std::vector<lt::alert*> popped;
    session.pop_alerts(&popped);
    if (seeder) {
      transfer(torrent);
    } else {
      pause_often(torrent, arguments.number("count"));
    }
    auto const start = std::clock();
    session.pop_alerts(&popped);
    if (arguments.text("read") != "none") read_all(popped, arguments.text("read") == "message");
    auto const took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    auto const count = static_cast<double>(popped.size());
    if (rounds == 1) emit("done", {{"each", took * 1e9 / count}, {"received", count}});
    session.remove_torrent(torrent, lt::session::delete_files);
    wait_for<lt::torrent_removed_alert>(session, [](auto const&) { return true; });
  }
}

}  // namespace

void alerts(Arguments const& arguments) {
  auto const session = open_session(arguments);
  std::unique_ptr<Seeder> seeder;
  if (arguments.has("torrent")) seeder = std::make_unique<Seeder>(arguments);
  if (arguments.has("live")) {
    run_live(*session, seeder->add_stopped(*session), arguments.text("read") == "message");
  } else {
    run_queued(arguments, *session, seeder.get());
  }
}

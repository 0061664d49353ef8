// One peer of a swarm. It reads commands line by line: `add`, `start`, `remove` (bench/README.md).
#include <iostream>
#include <sstream>
#include <stdexcept>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/load_torrent.hpp>

#include "emit.h"
#include "programs.h"
#include "session.h"

namespace {

lt::tcp::endpoint endpoint(std::string const& text) {
  auto const colon = text.rfind(':');
  auto const port = static_cast<std::uint16_t>(std::stoi(text.substr(colon + 1)));
  return {lt::make_address(text.substr(0, colon)), port};
}

class Peer {
 public:
  explicit Peer(Arguments const& arguments) : session_(open_session(arguments)) {
    emit("ready", {{"port", wait_for_port(*session_)}});
  }

  void execute(std::vector<std::string> const& line) {
    if (line[0] == "add") return add(line);
    if (line[0] == "start") return run();
    if (line[0] == "remove") return remove();
    throw std::invalid_argument("no such command: " + line[0]);
  }

 private:
  // add, torrent file, save path, peers. The torrent stops once its files are checked; its peers
  // are dialled when it is resumed.
  void add(std::vector<std::string> const& line) {
    auto params = lt::load_torrent_file(line.at(1));
    params.save_path = line.at(2);
    for (std::size_t i = 3; i < line.size(); i++) params.peers.push_back(endpoint(line[i]));
    params.flags = lt::torrent_flags::stop_when_ready;
    torrent_ = session_->add_torrent(std::move(params));
    wait<lt::torrent_checked_alert>();
    complete_ = torrent_.status().is_finished;
    emit("checked");
  }

  void run() {
    double const start = now();
    torrent_.resume();
    if (!complete_) wait<lt::torrent_finished_alert>();
    emit("done", {{"start", start}, {"end", now()}});
  }

  void remove() {
    session_->remove_torrent(torrent_);
    wait_for<lt::torrent_removed_alert>(*session_, [](auto const&) { return true; });
    emit("removed");
  }

  template <typename Alert>
  void wait() {
    wait_for<Alert>(*session_, [this](Alert const& alert) { return alert.handle == torrent_; });
  }

  std::unique_ptr<lt::session> session_;
  lt::torrent_handle torrent_;
  bool complete_ = false;
};

std::vector<std::string> split(std::string const& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
  return fields;
}

}  // namespace

void peer(Arguments const& arguments) {
  Peer peer(arguments);
  for (std::string line; std::getline(std::cin, line);) peer.execute(split(line));
}

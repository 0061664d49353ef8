#include "classes/torrent_summary.h"

#include <map>
#include <utility>

namespace binding {
namespace {

// Shared by the process, because a handle is unique in it.
struct Followed {
  std::mutex mutex;
  std::map<lt::torrent_handle, std::shared_ptr<SharedSummary>> summaries;
};

// Leaked on purpose: sessions use it until the process ends.
Followed& followed() {
  static auto* const all = new Followed;
  return *all;
}

}  // namespace

Follower::Follower(lt::torrent_handle torrent) : torrent_(std::move(torrent)) {
  update();
  std::lock_guard<std::mutex> const lock(followed().mutex);
  followed().summaries[torrent_] = shared_;
}

Follower::~Follower() {
  std::lock_guard<std::mutex> const lock(followed().mutex);
  followed().summaries.erase(torrent_);
}

void Follower::on_state(lt::torrent_status::state_t state) {
  if (!has_metadata_) return update();
  shared_->set_state(state);
}

void Follower::update() {
  auto const status = torrent_.status(lt::torrent_handle::query_name);
  has_metadata_ = status.has_metadata;
  shared_->set({status.info_hashes, status.name, status.state});
}

std::shared_ptr<SharedSummary const> summary_of(lt::torrent_handle const& torrent) {
  std::lock_guard<std::mutex> const lock(followed().mutex);
  auto const found = followed().summaries.find(torrent);
  return found == followed().summaries.end() ? nullptr : found->second;
}

lt::info_hash_t info_hashes_of(lt::torrent_handle const& torrent) {
  auto const summary = summary_of(torrent);
  return summary ? summary->get().info_hashes : torrent.info_hashes();
}

}  // namespace binding

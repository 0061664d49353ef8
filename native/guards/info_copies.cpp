#include "guards/info_copies.h"

#include <utility>

#include <libtorrent/alert_types.hpp>

namespace binding {

SharedInfo refer_to_copy(lt::torrent_status& status) {
  auto const live = status.torrent_file.lock();
  auto copy = live && live->is_valid() ? info_copy(live) : nullptr;
  status.torrent_file = copy;
  return copy;
}

void InfoCopies::subscribe(int alert_type, bool on) {
  subscribed_[static_cast<std::size_t>(alert_type)] = on;
}

// An alert that is posted between this call and pop_alerts() has its copy in posted_, which find()
// searches, too. So no copy is dropped before the alert that refers to it is converted.
void InfoCopies::begin_batch() {
  popped_.clear();
  std::lock_guard<std::mutex> const lock(mutex_);
  popped_.swap(posted_);
}

std::optional<SharedInfo> InfoCopies::find(lt::torrent_info const* live) {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    auto const newest = posted_.find(live);
    if (newest != posted_.end()) return newest->second;
  }
  auto const found = popped_.find(live);
  if (found == popped_.end()) return std::nullopt;
  return found->second;
}

void InfoCopies::on_alert(lt::alert const* alert) {
  if (!subscribed_[static_cast<std::size_t>(alert->type())].load(std::memory_order_relaxed)) return;
  if (auto const* added = lt::alert_cast<lt::add_torrent_alert>(alert)) {
    copy(added->params.ti);
  } else if (auto const* saved = lt::alert_cast<lt::save_resume_data_alert>(alert)) {
    copy(saved->params.ti);
  } else if (auto const* update = lt::alert_cast<lt::state_update_alert>(alert)) {
    for (auto const& status : update->status) copy(status.torrent_file.lock());
  }
}

void InfoCopies::copy(SharedInfo const& live) {
  if (!live) return;
  auto made = live->is_valid() ? info_copy(live) : nullptr;
  std::lock_guard<std::mutex> const lock(mutex_);
  posted_[live.get()] = std::move(made);
}

}  // namespace binding

#include "guards/info_copies.h"

#include <utility>

#include <libtorrent/alert_types.hpp>

namespace binding {

namespace {

// Makes the weak pointer of a status refer to a copy, which `copies` owns.
void copy_info(lt::torrent_status& status, std::vector<SharedInfo>& copies) {
  auto const live = status.torrent_file.lock();
  if (!live) return;
  copies.push_back(info_copy(live));
  status.torrent_file = copies.back();
}

}  // namespace

WithInfoCopies<lt::torrent_status> with_info_copies(lt::torrent_status status) {
  WithInfoCopies<lt::torrent_status> result{std::move(status), {}};
  copy_info(result.value, result.copies);
  return result;
}

WithInfoCopies<std::vector<lt::torrent_status>> with_info_copies(
    std::vector<lt::torrent_status> statuses) {
  WithInfoCopies<std::vector<lt::torrent_status>> result{std::move(statuses), {}};
  for (auto& status : result.value) copy_info(status, result.copies);
  return result;
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

SharedInfo InfoCopies::find(lt::torrent_info const* live) {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    auto const newest = posted_.find(live);
    if (newest != posted_.end()) return newest->second;
  }
  auto const found = popped_.find(live);
  return found == popped_.end() ? nullptr : found->second;
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
  auto made = info_copy(live);
  std::lock_guard<std::mutex> const lock(mutex_);
  posted_[live.get()] = std::move(made);
}

}  // namespace binding

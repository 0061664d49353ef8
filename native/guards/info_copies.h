// Copies of objects that libtorrent goes on writing to.
//
// Problem: rename_file() changes file names in the torrent_info of a torrent on the network thread,
// while the JS thread may read them.
// Rule: JavaScript never reads the torrent_info of a torrent. The network thread makes a copy:
// - in the job, for results of methods: info_copy(), WithInfoCopy, StatusList;
// - when it posts an alert, for objects that the alert refers to: InfoCopies.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <libtorrent/extensions.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

#include "tables/records.h"

namespace binding {

using SharedInfo = std::shared_ptr<lt::torrent_info const>;

// Network thread.
inline SharedInfo info_copy(SharedInfo const& live) {
  return live ? std::make_shared<lt::torrent_info const>(*live) : nullptr;
}

// Makes the weak pointer of a status refer to a copy, which the caller keeps. Returns null, and
// resets the pointer, when there is no metadata.
SharedInfo refer_to_copy(lt::torrent_status& status);

// The status of a torrent, and the copy that its weak pointer refers to.
class WithInfoCopy {
 public:
  explicit WithInfoCopy(lt::torrent_status from)
      : status_(std::move(from)), copy_(refer_to_copy(status_)) {}
  lt::torrent_status const& status() const { return status_; }

 private:
  lt::torrent_status status_;
  SharedInfo copy_;
};

template <>
struct codec<WithInfoCopy> {
  static napi_value to_js(Conversion& cx, WithInfoCopy const& with_copy) {
    return codec<lt::torrent_status>::to_js(cx, with_copy.status());
  }
  static std::string ts() { return ts_out<lt::torrent_status>(); }
};

// An extension of a session that makes the copies for alerts.
class InfoCopies final : public lt::plugin {
 public:
  // JS thread. Copies are made for subscribed types only.
  void subscribe(int alert_type, bool on);

  // JS thread, before pop_alerts(): drops the copies of alerts that were popped before.
  void begin_batch();

  // JS thread. Returns the copy that was made when the alert was posted, null for a torrent_info
  // without metadata. Returns nothing when its type was not subscribed then.
  std::optional<SharedInfo> find(lt::torrent_info const* live);

  lt::feature_flags_t implemented_features() override { return alert_feature; }
  // Any thread of libtorrent. It has locked the alert mutex, so the alert can't be popped yet.
  void on_alert(lt::alert const* alert) override;

 private:
  using Copies = std::unordered_map<lt::torrent_info const*, SharedInfo>;
  void copy(SharedInfo const& live);

  std::array<std::atomic<bool>, lt::num_alert_types> subscribed_{};
  std::mutex mutex_;  // guards posted_
  Copies posted_;     // since begin_batch()
  Copies popped_;     // JS thread
};

}  // namespace binding

// Copies of objects that libtorrent goes on writing to.
//
// Problem: rename_file() changes file names in the torrent_info of a torrent on the network thread,
// while the JS thread may read them.
// Rule: JavaScript never reads the torrent_info of a torrent. The network thread makes a copy:
// - in the job, for results of methods: info_copy(), with_info_copies();
// - when it posts an alert, for objects that the alert refers to: InfoCopies.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

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

// A result, and the copies that its weak pointers refer to.
template <class T>
struct WithInfoCopies {
  T value;
  std::vector<SharedInfo> copies;
};

template <class T>
struct codec<WithInfoCopies<T>> {
  static napi_value to_js(Conversion& cx, WithInfoCopies<T> const& result) {
    return codec<T>::to_js(cx, result.value);
  }
  static std::string ts() { return ts_out<T>(); }
};

// Network thread.
WithInfoCopies<lt::torrent_status> with_info_copies(lt::torrent_status status);
WithInfoCopies<std::vector<lt::torrent_status>> with_info_copies(
    std::vector<lt::torrent_status> statuses);

// An extension of a session that makes the copies for alerts.
class InfoCopies final : public lt::plugin {
 public:
  // JS thread. Copies are made for subscribed types only.
  void subscribe(int alert_type, bool on);

  // JS thread, before pop_alerts(): drops the copies of alerts that were popped before.
  void begin_batch();

  // JS thread. Returns the copy that was made when the alert was posted. Null when its type was not
  // subscribed then.
  SharedInfo find(lt::torrent_info const* live);

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

// The status of many torrents, converted in parts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <libtorrent/torrent_status.hpp>

#include "convert/parts.h"
#include "tables/records.h"

namespace binding {

// How many torrents a part has.
std::size_t statuses_in_part();

template <class List>
std::size_t append_statuses(Conversion& cx, List const& list, std::size_t at, napi_value array) {
  std::size_t const end = std::min(list.size(), at + statuses_in_part());
  Batch const batch(cx);
  RecordsBuilder records(cx, array);
  for (; at < end; ++at) records.push(list[at]);
  records.finish();
  return end;
}

// The list of a state_update_alert.
class UpdatedStatuses {
 public:
  explicit UpdatedStatuses(std::vector<lt::torrent_status> const& statuses)
      : statuses_(&statuses) {}
  std::size_t size() const { return statuses_->size(); }
  lt::torrent_status const& operator[](std::size_t index) const { return (*statuses_)[index]; }

 private:
  std::vector<lt::torrent_status> const* statuses_;
};

template <>
struct codec<UpdatedStatuses> {
  // AlertDelivery converts the list before the alert.
  static napi_value to_js(Conversion& cx, UpdatedStatuses const& list) {
    return cx.alert_list != nullptr ? cx.alert_list : whole_list(cx, list);
  }
  static std::size_t append_part(Conversion& cx, UpdatedStatuses const& list, std::size_t at,
                                 napi_value array) {
    return append_statuses(cx, list, at, array);
  }
  static std::string ts() { return ts_out<std::vector<lt::torrent_status>>(); }
};

}  // namespace binding

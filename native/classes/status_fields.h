// Chosen members of the status of torrents.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

#include "guards/status_list.h"
#include "tables/records.h"

namespace binding {

// The members that JavaScript chose, by their names.
struct StatusFields {
  std::vector<bool> chosen;    // of the fields of the table, in its order
  lt::status_flags_t flags{};  // what libtorrent finds out for them
};

template <>
struct codec<StatusFields> {
  static StatusFields from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "ReadonlyArray<keyof TorrentStatus>"; }
};

// The chosen fields of the status of torrents: objects with these members, in the order of the
// table.
struct ChosenStatus {
  StatusList statuses;
  StatusFields fields;
  std::size_t size() const { return statuses.size(); }
};

template <>
struct codec<ChosenStatus> {
  static napi_value to_js(Conversion& cx, ChosenStatus const& list) { return whole_list(cx, list); }
  static std::size_t append_part(Conversion& cx, ChosenStatus const& list, std::size_t at,
                                 napi_value array);
  static std::string ts() { return "ReadonlyArray<Partial<TorrentStatus>>"; }
};

}  // namespace binding

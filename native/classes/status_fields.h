// Chosen members of the status of torrents.
#pragma once

#include <string>
#include <vector>

#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

#include "guards/info_copies.h"
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

// The names of the chosen fields in the order of the table, and then their values in this order, of
// one torrent after the other.
struct ChosenStatus {
  WithInfoCopies<std::vector<lt::torrent_status>> statuses;
  StatusFields fields;
};

template <>
struct codec<ChosenStatus> {
  static napi_value to_js(Conversion& cx, ChosenStatus const& chosen);
  static std::string ts() { return "ReadonlyArray<unknown>"; }
};

}  // namespace binding

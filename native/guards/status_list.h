// The status of many torrents, with copies of the metadata that it refers to (info_copies.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <libtorrent/torrent_status.hpp>

#include "guards/info_copies.h"
#include "tables/status_parts.h"

namespace binding {

class StatusList {
 public:
  // Network thread.
  void add(lt::torrent_status const& status);
  void add(lt::torrent_status&& status);

  std::size_t size() const;
  lt::torrent_status const& operator[](std::size_t index) const {
    return chunks_[index / chunk_size][index % chunk_size];
  }

 private:
  static constexpr std::size_t chunk_size = 128;

  std::vector<lt::torrent_status>& chunk_with_room();
  void copy_info(lt::torrent_status& status);

  // Each has chunk_size elements, but for the last one. A single vector would move all of its
  // elements whenever it grows.
  std::vector<std::vector<lt::torrent_status>> chunks_;
  std::vector<SharedInfo> copies_;
};

template <>
struct codec<StatusList> {
  static napi_value to_js(Conversion& cx, StatusList const& list) { return whole_list(cx, list); }
  static std::size_t append_part(Conversion& cx, StatusList const& list, std::size_t at,
                                 napi_value array) {
    return append_statuses(cx, list, at, array);
  }
  static std::string ts() { return ts_out<std::vector<lt::torrent_status>>(); }
};

}  // namespace binding

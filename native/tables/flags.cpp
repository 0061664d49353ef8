#include "tables/flags.h"

#include <libtorrent/alert.hpp>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/announce_entry.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/download_priority.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/ip_filter.hpp>
#include <libtorrent/kademlia/announce_flags.hpp>
#include <libtorrent/peer_info.hpp>
#include <libtorrent/pex_flags.hpp>
#include <libtorrent/session_handle.hpp>
#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>
#include <libtorrent/write_resume_data.hpp>

#include "convert/schema.h"
#include "tables/since.h"

namespace binding {

namespace lt = libtorrent;

namespace {

// libtorrent defines no bit above 31, so "all" has 32 bits.
template <class T>
double number_of(T value) {
  if constexpr (std::is_enum_v<T> || std::is_arithmetic_v<T>) {
    return static_cast<double>(value);
  } else if constexpr (std::is_same_v<T, lt::file_index_t>) {
    return static_cast<int>(value);
  } else {
    return static_cast<double>(static_cast<std::uint32_t>(value));
  }
}

std::string last_part(std::string_view qualified) {
  auto const colon = qualified.rfind(':');
  return camel_case(qualified.substr(colon == std::string_view::npos ? 0 : colon + 1));
}

template <class T>
void describe(JsonWriter& json, char const* qualified, T value) {
  json.begin_object();
  json.key("name").value(last_part(qualified));
  json.key("cpp").value(qualified);
  json.key("value").value(number_of(value));
  json.end_object();
}

}  // namespace

void describe_flags(JsonWriter& json) {
#define V(name) describe(json, #name, name);
#define FLAGS(group, list)        \
  json.key(#group).begin_array(); \
  list json.end_array();
#include "tables/flags.inc"
#undef FLAGS
#undef V
}

}  // namespace binding

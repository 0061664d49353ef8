// The records and enums of records.inc and enums.inc, as record<> and enumeration<>.
#pragma once

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/announce_entry.hpp>
#include <libtorrent/disk_interface.hpp>
#include <libtorrent/kademlia/dht_state.hpp>
#include <libtorrent/operations.hpp>
#include <libtorrent/peer_class_type_filter.hpp>
#include <libtorrent/peer_info.hpp>
#include <libtorrent/piece_block.hpp>
#include <libtorrent/session_params.hpp>
#include <libtorrent/session_stats.hpp>
#include <libtorrent/torrent_status.hpp>

#include "convert/codec_libtorrent.h"
#include "convert/enumeration.h"
#include "convert/record.h"
#include "tables/since.h"

namespace binding {

class JsonWriter;

// ---- structs that libtorrent lacks

struct Endpoint {
  lt::address address;
  std::uint16_t port = 0;
};

struct InfoHashes {
  std::optional<lt::sha1_hash> v1;
  std::optional<lt::sha256_hash> v2;
};

// A partial_piece_info that owns its blocks. libtorrent's points into a buffer of the session.
struct PartialPiece {
  lt::piece_index_t piece_index;
  int blocks_in_piece = 0;
  int finished = 0;
  int writing = 0;
  int requested = 0;
  std::vector<lt::block_info> blocks;
};

std::vector<PartialPiece> partial_pieces(std::vector<lt::partial_piece_info> const& pieces);

struct IpRange {
  lt::address first;
  lt::address last;
  std::uint32_t flags = 0;
};

struct ExportedFilter {
  std::vector<IpRange> ipv4;
  std::vector<IpRange> ipv6;
};

struct KeyPair {
  std::array<char, 32> public_key;
  std::array<char, 64> secret_key;
};

// An item of the DHT that the owner of its key may change.
struct MutableItem {
  lt::entry data;
  std::array<char, 32> public_key{};
  std::array<char, 64> secret_key{};
  std::string salt;
};

// The state of a torrent, or the reason why it has none.
struct StateOrEnd {
  std::optional<lt::torrent_status::state_t> state;
  char const* end = "removed";  // or "session_closed"
};
template <>
struct codec<StateOrEnd> {
  static napi_value to_js(Conversion& cx, StateOrEnd const& value);
  static std::string ts();
};

// The data of a torrent that the JS thread reads without waiting for the network thread.
struct TorrentSummary {
  std::string name;
  lt::info_hash_t info_hashes;
  StateOrEnd state;
};

// Options of a session besides libtorrent's session_params.
enum class DiskBackend { standard, mmap, posix, disabled };
enum class Extension { ut_metadata, ut_pex, smart_ban };
struct SessionOptions {
  bool alert_messages = true;
  DiskBackend disk_backend = DiskBackend::standard;
  std::vector<Extension> extensions = {Extension::ut_metadata, Extension::ut_pex,
                                       Extension::smart_ban};
  lt::session_flags_t flags{};
  bool tcp_no_delay = true;
  std::string certificate_authorities;  // PEM
};

// How deep and how large a bencoded value may be.
struct BdecodeLimits {
  int max_depth = 100;
  int max_tokens = 2000000;
};

// Session statistics by the names of their metrics.
struct Counters {
  lt::span<std::int64_t const> values;
};
template <>
struct codec<Counters> {
  static napi_value to_js(Conversion& cx, Counters const& value);
  static std::string ts() { return "SessionStats"; }
};

inline std::vector<lt::announce_infohash> both_versions(lt::announce_endpoint const& endpoint) {
  return {endpoint.info_hashes[lt::protocol_version::V1],
          endpoint.info_hashes[lt::protocol_version::V2]};
}

// The origins of a tracker, as flags.
inline int tracker_source(lt::announce_entry const& tracker) { return tracker.source; }

SINCE_2_0_9_WITH_I2P(
    // A peer of another network has none.
    inline std::optional<lt::sha256_hash> i2p_destination(lt::peer_info const& peer) {
      if (peer.flags & lt::peer_info::i2p_socket) return peer.i2p_destination();
      return std::nullopt;
    })

inline lt::span<char const> piece_bytes(lt::read_piece_alert const& alert) {
  return {alert.buffer.get(), alert.buffer ? alert.size : 0};
}

// ---- numbers of lib's factories, in the order of the tables

#define ALERT(type, base, fields) type,
#define RECORD(type, name, fields) name,
enum class Factory : std::size_t {
#include "tables/alerts.inc"
#include "tables/records.inc"
  Settings,
  SessionStats,
  count
};
#undef RECORD
#undef ALERT

// In the order of Factory.
std::vector<char const*> factory_names();

void describe_records(JsonWriter& json);
void describe_enums(JsonWriter& json);
void describe_metrics(JsonWriter& json);

// ---- enums

#define V(name) {type::name, #name},
#define ENUM(cpp_type, ts_name, list)                    \
  template <>                                            \
  struct enumeration<cpp_type> {                         \
    using type = cpp_type;                               \
    static constexpr char const* name = #ts_name;        \
    static constexpr Enumerator<type> values[] = {list}; \
  };
#include "tables/enums.inc"
#undef ENUM
#undef V

// ---- records

// An enum that is stored as a plain integer.
template <class Enum>
struct EnumView {
  explicit EnumView(int number) : value(static_cast<Enum>(number)) {}
  explicit EnumView(Enum e) : value(e) {}
  Enum value;
};
template <class Enum>
struct codec<EnumView<Enum>> {
  static napi_value to_js(Conversion& cx, EnumView<Enum> view) {
    return codec<Enum>::to_js(cx, view.value);
  }
  static EnumView<Enum> from_js(Conversion& cx, napi_value value, Path const& path) {
    return EnumView<Enum>(codec<Enum>::from_js(cx, value, path));
  }
  static std::string ts() { return codec<Enum>::ts(); }
};

// A count or a limit. -1 stands for none, and so does the largest number of 24 bits in resume data.
struct NarrowNumber {
  static constexpr int none = 0xffffff;
  explicit NarrowNumber(int number) : value(number) {}
  bool operator==(NarrowNumber const& other) const {
    auto const known = [](int number) { return number == none ? -1 : number; };
    return known(value) == known(other.value);
  }
  int value;
};
template <>
struct codec<NarrowNumber> {
  static napi_value to_js(Conversion& cx, NarrowNumber number) {
    return binding::to_js(cx, number.value);
  }
  static NarrowNumber from_js(Conversion& cx, napi_value value, Path const& path) {
    return NarrowNumber(binding::from_js<int>(cx, value, path));
  }
  static std::string ts() { return "number"; }
};

template <>
inline bool is_absent(lt::client_data_t const& value, lt::client_data_t const&) {
  return value.get<UserToken>() == nullptr;
}

#define F(member) visit(#member, &self_type::member);
#define O(member) visit(#member, optional(&self_type::member));
#define OT(member) visit(#member, optional(viewed<UnixTime>(&self_type::member)));
#define ON(member) visit(#member, optional(viewed<NarrowNumber>(&self_type::member)));
#define T(member) visit(#member, viewed<UnixTime>(&self_type::member));
#define B(member)                                                             \
  visit(#member, bit([](self_type const& self) { return bool(self.member); }, \
                     [](self_type& self, bool value) { self.member = value; }));
// NOLINTNEXTLINE(bugprone-macro-parentheses): a type
#define E(member, enum_type) visit(#member, viewed<EnumView<enum_type>>(&self_type::member));
#define C(member, expression) \
  visit(#member, computed([]([[maybe_unused]] self_type const& self) { return expression; }));
#define RECORD(cpp_type, ts_name, fields)                                              \
  template <>                                                                          \
  struct record<cpp_type> {                                                            \
    using self_type = cpp_type;                                                        \
    static constexpr char const* name = #ts_name;                                      \
    static constexpr std::size_t factory = static_cast<std::size_t>(Factory::ts_name); \
    template <class Visitor>                                                           \
    static constexpr void each(Visitor& visit) {                                       \
      fields                                                                           \
    }                                                                                  \
  };
#include "tables/records.inc"
#undef RECORD
#undef F
#undef O
#undef OT
#undef ON
#undef T
#undef B
#undef E
#undef C

template <>
inline std::string input_type<lt::add_torrent_params>() {
  return "Partial<AddTorrentParamsInit>";
}

template <>
inline lt::web_seed_entry blank() {
  return {"", lt::web_seed_entry::url_seed};
}

// libtorrent and the codecs recurse once per level, so the stack limits the depth.
inline void require_depth(int depth, char const* name) {
  constexpr int deepest = 1000;
  if (depth >= 1 && depth <= deepest) return;
  throw OutOfRange{std::string(name) + " must be from 1 to " + std::to_string(deepest) + ", got " +
                   std::to_string(depth)};
}
template <>
inline void validate(BdecodeLimits const& limits) {
  require_depth(limits.max_depth, "limits.maxDepth");
}
template <>
inline void validate(lt::load_torrent_limits const& limits) {
  require_depth(limits.max_decode_depth, "limits.maxDecodeDepth");
}

// libtorrent ignores an empty URL.
inline void require_url(std::string const& url) {
  if (url.empty()) throw OutOfRange{"url must not be empty"};
}
template <>
inline void validate(lt::announce_entry const& tracker) {
  require_url(tracker.url);
}

template <class Map>
void require_keys(Map const& map, int count, char const* name) {
  if (map.empty()) return;
  auto const [first, last] =
      std::pair(static_cast<int>(map.begin()->first), static_cast<int>(map.rbegin()->first));
  if (first >= 0 && last < count) return;
  throw OutOfRange{std::string(name) + " must have indices from 0 to " + std::to_string(count - 1) +
                   ", got " + std::to_string(first < 0 ? first : last)};
}
// Resume data has an entry for every file up to the last renamed one, so the limit bounds its size.
template <>
inline void validate(lt::add_torrent_params const& params) {
  require_keys(params.renamed_files, 1 << 20, "params.renamedFiles");
  for (auto const& [file, name] : params.renamed_files) {
    if (name.empty()) throw OutOfRange{"params.renamedFiles must not have empty names"};
  }
  require_keys(params.unfinished_pieces, 1 << 29, "params.unfinishedPieces");
}

}  // namespace binding

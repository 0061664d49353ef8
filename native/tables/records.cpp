#include "tables/records.h"

#include "convert/schema.h"

namespace binding {

std::size_t codec<lt::info_hash_t>::factory() { return codec<InfoHashes>::factory(); }

void codec<lt::info_hash_t>::put(Conversion& cx, lt::info_hash_t const& value,
                                 RecordBuffer& records) {
  InfoHashes both;
  if (value.has_v1()) both.v1 = value.v1;
  if (value.has_v2()) both.v2 = value.v2;
  binding::put(cx, both, records);
}

lt::info_hash_t codec<lt::info_hash_t>::from_js(Conversion& cx, napi_value value,
                                                Path const& path) {
  auto const both = binding::from_js<InfoHashes>(cx, value, path);
  return lt::info_hash_t(both.v1.value_or(lt::sha1_hash()), both.v2.value_or(lt::sha256_hash()));
}

napi_value codec<StateOrEnd>::to_js(Conversion& cx, StateOrEnd const& value) {
  return value.state ? binding::to_js(cx, *value.state) : cx.literal(value.end);
}

std::string codec<StateOrEnd>::ts() {
  return ts_out<lt::torrent_status::state_t>() + " | 'removed' | 'session_closed'";
}

std::size_t endpoint_factory() { return codec<Endpoint>::factory(); }

void put_endpoint(Conversion& cx, lt::address const& address, std::uint16_t port,
                  RecordBuffer& records) {
  put(cx, Endpoint{address, port}, records);
}

std::pair<lt::address, std::uint16_t> endpoint_from_js(Conversion& cx, napi_value value,
                                                       Path const& path) {
  std::optional<lt::address> address;
  std::optional<std::uint16_t> port;
  for_each_property(cx, value, path, [&](std::string const& key, napi_value property) {
    if (key == "address") {
      address = binding::from_js<lt::address>(cx, property, Path(path, "address"));
    } else if (key == "port") {
      port = binding::from_js<std::uint16_t>(cx, property, Path(path, "port"));
    } else if (key != "family") {  // a member of net.AddressInfo
      throw_unknown_key(cx, path, key, nearest_name(key, std::array{"address", "port"}));
    }
  });
  if (!address) throw_type_error(cx, Path(path, "address"), "an IP address", js_undefined(cx));
  if (!port) {
    throw_type_error(cx, Path(path, "port"), "an integer from 0 to 65535", js_undefined(cx));
  }
  return {*address, *port};
}

std::vector<PartialPiece> partial_pieces(std::vector<lt::partial_piece_info> const& pieces) {
  std::vector<PartialPiece> result;
  result.reserve(pieces.size());
  for (auto const& piece : pieces) {
    result.push_back(
        {piece.piece_index, piece.blocks_in_piece, piece.finished, piece.writing, piece.requested,
         std::vector<lt::block_info>(piece.blocks, piece.blocks + piece.blocks_in_piece)});
  }
  return result;
}

std::vector<char const*> const& metric_names() {
  static auto const* names = [] {
    auto* const result = new std::vector<char const*>;
    for (auto const& metric : lt::session_stats_metrics()) {
      auto const index = static_cast<std::size_t>(metric.value_index);
      if (result->size() <= index) result->resize(index + 1, nullptr);
      (*result)[index] = metric.name;
    }
    return result;
  }();
  return *names;
}

// The fields are in the order of the counters' indices.
napi_value codec<Counters>::to_js(Conversion& cx, Counters const& counters) {
  RecordBuffer records;
  put_number(cx, static_cast<std::size_t>(Factory::SessionStats), records);
  auto const count = static_cast<std::ptrdiff_t>(metric_names().size());
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    put(cx, i < counters.values.size() ? counters.values[i] : 0, records);
  }
  return cx.call(Hook::record, records.size(), records.data());
}

std::vector<char const*> factory_names() {
#define ALERT(type, base, fields) #type,
#define RECORD(type, name, fields) #name,
  return {
#include "tables/alerts.inc"
#include "tables/records.inc"
      "Settings",
      "SessionStats",
  };
#undef RECORD
#undef ALERT
}

void describe_records(JsonWriter& json) {
#define RECORD(type, name, fields) describe_record<type>(json, #type);
#include "tables/records.inc"
#undef RECORD
}

void describe_enums(JsonWriter& json) {
#define ENUM(type, name, values) describe_enum<type>(json, #type);
#include "tables/enums.inc"
#undef ENUM
}

void describe_metrics(JsonWriter& json) {
  for (char const* const name : metric_names()) json.value(name == nullptr ? "" : name);
}

}  // namespace binding

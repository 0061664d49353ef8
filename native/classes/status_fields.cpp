#include "classes/status_fields.h"

#include <algorithm>
#include <cstddef>

namespace binding {
namespace {

using lt::torrent_handle;

// Members that libtorrent leaves empty unless a flag asks for them.
struct Queried {
  char const* name;
  lt::status_flags_t flag;
};
constexpr Queried queried[] = {
    {"name", torrent_handle::query_name},
    {"savePath", torrent_handle::query_save_path},
    {"torrentFile", torrent_handle::query_torrent_file},
    {"pieces", torrent_handle::query_pieces},
    {"verifiedPieces", torrent_handle::query_verified_pieces},
    {"lastSeenComplete", torrent_handle::query_last_seen_complete},
    {"distributedCopies", torrent_handle::query_distributed_copies},
    {"distributedFraction", torrent_handle::query_distributed_copies},
    {"distributedFullCopies", torrent_handle::query_distributed_copies},
    {"totalDone", torrent_handle::query_accurate_download_counters},
    {"totalWantedDone", torrent_handle::query_accurate_download_counters},
    {"progress", torrent_handle::query_accurate_download_counters},
    {"progressPpm", torrent_handle::query_accurate_download_counters},
};

struct AllNames {
  std::vector<std::string> names;
  template <class Accessor>
  void operator()(char const* name, Accessor) {
    names.push_back(camel_case(name));
  }
};

std::vector<std::string> const& status_names() {
  static auto const* const names = [] {
    AllNames all;
    record<lt::torrent_status>::each(all);
    return new std::vector<std::string>(std::move(all.names));
  }();
  return *names;
}

struct ChosenWriter {
  Conversion& cx;
  lt::torrent_status const& status;
  std::vector<bool> const& chosen;
  RecordBuffer& values;
  std::size_t index = 0;
  template <class Accessor>
  void operator()(char const*, Accessor accessor) {
    if (!chosen[index++]) return;
    values.push_back(
        codec<field_type<lt::torrent_status, Accessor>>::to_js(cx, read(status, accessor)));
  }
};

// The object that appendMembers() of lib/ copies.
napi_value template_of(Conversion& cx, std::vector<bool> const& chosen) {
  RecordBuffer names;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i]) names.push_back(binding::to_js(cx, status_names()[i]));
  }
  return cx.call(Hook::member_template, names.size(), names.data());
}

}  // namespace

StatusFields codec<StatusFields>::from_js(Conversion& cx, napi_value value, Path const& path) {
  auto const& names = status_names();
  StatusFields fields;
  fields.chosen.resize(names.size());
  auto const given = binding::from_js<std::vector<std::string>>(cx, value, path);
  if (given.empty()) throw OutOfRange{path.text() + " must have at least one element"};
  for (auto const& name : given) {
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw_unknown_key(cx, path, name, nearest_name(name, names));
    fields.chosen[static_cast<std::size_t>(found - names.begin())] = true;
    for (auto const& each : queried) {
      if (name == each.name) fields.flags |= each.flag;
    }
  }
  return fields;
}

std::size_t codec<ChosenStatus>::append_part(Conversion& cx, ChosenStatus const& list,
                                             std::size_t at, napi_value array) {
  auto const& chosen = list.fields.chosen;
  Batch const part(cx);
  napi_value const members = template_of(cx, chosen);
  std::size_t const width = std::count(chosen.begin(), chosen.end(), true);
  std::size_t const end = std::min(list.size(), at + values_in_part / width);
  constexpr std::size_t enough = 1024;  // values: arguments live on V8's stack
  while (at < end) {
    Batch const batch(cx);
    RecordBuffer values = {array, members};
    while (at < end && values.size() < enough) {
      ChosenWriter writer{cx, list.statuses[at++], chosen, values};
      record<lt::torrent_status>::each(writer);
    }
    cx.call(Hook::append_members, values.size(), values.data());
  }
  return end;
}

}  // namespace binding

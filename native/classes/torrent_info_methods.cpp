#include "classes/classes.h"
#include "guards/original_paths.h"
#include "tables/bounds.h"
#include "tables/methods.h"

namespace binding {
namespace {

using Info = lt::torrent_info;

void require_v1(Info const& info) {
  if (!info.v1()) throw lt::system_error(lt::errors::invalid_hash_request);
}

void require_layers(Info const& info, std::vector<std::vector<char>> const& layers) {
  require_count(layers.size(), info.num_files(), "layers");
  for (auto const& layer : layers) {
    if (layer.size() % lt::sha256_hash::size() != 0) {
      throw OutOfRange{"every layer must be a sequence of hashes of 32 bytes"};
    }
  }
}

auto as_layers(std::vector<std::vector<char>> layers) {
  lt::aux::vector<lt::aux::vector<char>, lt::file_index_t> result;
  for (auto& layer : layers) result.push_back(lt::aux::vector<char>(std::move(layer)));
  return result;
}

Methods make_methods() {
  using Receiver = WrappedInfo;
  MethodTable<Receiver> table;
#define READ(name, ...)                                                                   \
  add_line<Info const>(table, Kind::js_thread, #name, as_reading<Receiver>, MEMBER(name), \
                       __VA_ARGS__);
#define EDIT(name, ...) \
  add_line<Info>(table, Kind::js_thread, #name, as_editing<Receiver>, MEMBER(name), __VA_ARGS__);
#include "tables/torrent_info.inc"
  return table.take();
}

}  // namespace

Methods const& torrent_info_methods() {
  static auto const* methods = new Methods(make_methods());
  return *methods;
}

}  // namespace binding

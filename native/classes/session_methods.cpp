#include <iterator>

#include <libtorrent/bencode.hpp>
#include <libtorrent/kademlia/item.hpp>
#include <libtorrent/session.hpp>

#include "classes/classes.h"
#include "tables/methods.h"

namespace binding {
namespace {

// The argument of addTorrent(). libtorrent only asserts what is checked here, in a debug build.
struct TorrentToAdd {
  lt::add_torrent_params params;
};

bool is_missing(Environment& env, napi_value object, char const* key) {
  napi_value value = nullptr;
  check(env.raw(), napi_get_named_property(env.raw(), object, key, &value));
  return type_of(env, value) == napi_undefined;
}

void require_addable(Environment& env, lt::add_torrent_params const& params, napi_value value,
                     Path const& path) {
  if (params.save_path.empty()) {
    if (!is_missing(env, value, "savePath")) {
      throw OutOfRange{Path(path, "savePath").text() + " must not be empty"};
    }
    throw_missing(env, Path(path, "savePath"), "the directory of its files");
  }
  if (params.ti && !params.ti->is_valid()) {
    throw OutOfRange{Path(path, "ti").text() + " must have metadata"};
  }
  if (params.ti || params.info_hashes.has_v1() || params.info_hashes.has_v2()) return;
  if (!is_missing(env, value, "infoHashes")) {
    throw OutOfRange{Path(path, "infoHashes").text() + " must have v1 or v2"};
  }
  throw_missing(env, Path(path, "ti"), "a TorrentInfo, or infoHashes instead");
}

}  // namespace

template <>
struct codec<TorrentToAdd> {
  static TorrentToAdd from_js(Environment& env, napi_value value, Path const& path) {
    TorrentToAdd result{binding::from_js<lt::add_torrent_params>(env, value, path)};
    require_addable(env, result.params, value, path);
    return result;
  }
  static std::string ts() { return "AddTorrentParamsInit"; }
};

namespace {

std::optional<lt::torrent_handle> found(lt::torrent_handle handle) {
  if (!handle.is_valid()) return std::nullopt;
  return handle;
}

std::vector<char> bencoded(lt::entry const& value) {
  std::vector<char> bytes;
  lt::bencode(std::back_inserter(bytes), value);
  return bytes;
}

// Called on libtorrent's thread, with what the lookup found.
auto signer(MutableItem const& item) {
  return [item](lt::entry& data, std::array<char, 64>& signature, std::int64_t& sequence,
                std::string const& salt) {
    data = item.data;
    ++sequence;
    signature = lt::dht::sign_mutable_item(bencoded(data), salt, lt::dht::sequence_number(sequence),
                                           lt::dht::public_key(item.public_key.data()),
                                           lt::dht::secret_key(item.secret_key.data()))
                    .bytes;
  };
}

Methods make_methods() {
  using Receiver = lt::session;
  MethodTable<Receiver> table;
#include "tables/session.inc"
  return table.take();
}

}  // namespace

Methods const& session_methods() {
  static auto const* methods = new Methods(make_methods());
  return *methods;
}

}  // namespace binding

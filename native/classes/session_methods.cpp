#include <algorithm>

#include <libtorrent/kademlia/item.hpp>
#include <libtorrent/session.hpp>

#include "classes/classes.h"
#include "classes/status_fields.h"
#include "tables/bounds.h"
#include "tables/methods.h"

namespace binding {
namespace {

// The argument of addTorrent(). It is checked here, because libtorrent checks it in debug builds
// only.
struct TorrentToAdd {
  lt::add_torrent_params params;
};

bool is_missing(Conversion& cx, napi_value object, char const* key) {
  return type_of(cx, get_property(cx, object, key)) == napi_undefined;
}

// Problem: libtorrent 2.0.8 writes as many bits of a file as it gets, behind the end of its own,
// and resume data that 2.0.11 wrote may have the bits of another file. Rule: a file gets as many as
// it has blocks. 2.0.11 takes no more either.
void drop_excess_leaves(lt::add_torrent_params& params) {
  if (!params.ti) return;
  auto const& files = params.ti->orig_files();
  auto& leaves = params.verified_leaf_hashes;
  for (lt::file_index_t file{0}; file < leaves.end_index(); ++file) {
    std::size_t const most =
        file < files.end_file() ? static_cast<std::size_t>(files.file_num_blocks(file)) : 0;
    if (leaves[file].size() > most) leaves[file].resize(most);
  }
}

void require_addable(Conversion& cx, lt::add_torrent_params const& params, napi_value value,
                     Path const& path) {
  if (params.save_path.empty()) {
    if (!is_missing(cx, value, "savePath")) {
      throw OutOfRange{Path(path, "savePath").text() + " must not be empty"};
    }
    throw_missing(cx, Path(path, "savePath"), "the directory of its files");
  }
  if (params.ti && !params.ti->is_valid()) {
    throw OutOfRange{Path(path, "ti").text() + " must have metadata"};
  }
  if (params.ti || params.info_hashes.has_v1() || params.info_hashes.has_v2()) return;
  if (!is_missing(cx, value, "infoHashes")) {
    throw OutOfRange{Path(path, "infoHashes").text() + " must have v1 or v2"};
  }
  throw_missing(cx, Path(path, "ti"), "a TorrentInfo, or infoHashes instead");
}

}  // namespace

template <>
struct codec<TorrentToAdd> {
  static TorrentToAdd from_js(Conversion& cx, napi_value value, Path const& path) {
    TorrentToAdd result{binding::from_js<lt::add_torrent_params>(cx, value, path)};
    require_addable(cx, result.params, value, path);
    drop_excess_leaves(result.params);
    for (int* const limit : {&result.params.max_uploads, &result.params.max_connections}) {
      *limit = std::min(*limit, no_limit);
    }
    return result;
  }
  static std::string ts() { return "AddTorrentParamsInit"; }
};

namespace {

std::optional<lt::torrent_handle> found(lt::torrent_handle handle) {
  if (!handle.is_valid()) return std::nullopt;
  return handle;
}

// The predicate takes copies: libtorrent's own result moves its elements whenever it grows, which
// takes as long as everything else.
StatusList all_statuses(lt::session const& session, lt::status_flags_t flags) {
  StatusList list;
  auto const take = [&list](lt::torrent_status const& status) {
    list.add(status);
    return false;
  };
  session.get_torrent_status(take, flags);
  return list;
}

// Returns a function that libtorrent calls on its network thread with the item that it found.
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

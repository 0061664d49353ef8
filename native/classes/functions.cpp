#include <algorithm>
#include <array>
#include <libtorrent/fingerprint.hpp>
#include <libtorrent/kademlia/ed25519.hpp>
#include <libtorrent/kademlia/item.hpp>
#include <libtorrent/load_torrent.hpp>
#include <libtorrent/magnet_uri.hpp>
#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/session_stats.hpp>
#include <libtorrent/truncate.hpp>
#include <libtorrent/version.hpp>
#include <libtorrent/write_resume_data.hpp>

#include "classes/classes.h"
#include "node/file_lock.h"
#include "tables/errors.h"
#include "tables/methods.h"
#include "tables/settings.h"

namespace binding {
namespace {

// Requires two letters and four digits of base 36.
void require_fingerprint(std::string const& name, std::array<int, 4> const& numbers) {
  auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (name.size() != 2 || !std::all_of(name.begin(), name.end(), is_ascii)) {
    throw OutOfRange{"name must be 2 ASCII characters, got \"" + name + '"'};
  }
  for (int const number : numbers) {
    if (number >= 0 && number < 36) continue;
    throw OutOfRange{"major, minor, revision and tag must be from 0 to 35, got " +
                     std::to_string(number)};
  }
}

void require_metadata(lt::add_torrent_params const& params) {
  if (!params.ti || !params.ti->is_valid()) throw lt::system_error(lt::errors::no_metadata);
}

// Problem: libtorrent rejects a piece layer with missing hashes as invalid, even when the flags
// allow missing layers. Rule: when the flags allow it, the torrent file is written without any
// layer.
lt::entry torrent_file_of(lt::add_torrent_params params, lt::write_torrent_flags_t flags) {
  require_metadata(params);
  try {
    return lt::write_torrent_file(params, flags);
  } catch (lt::system_error const& failure) {
    if (failure.code() != lt::errors::torrent_invalid_piece_layer) throw;
  }
  if (!(flags & lt::write_flags::allow_missing_piece_layer)) {
    throw lt::system_error(lt::errors::torrent_missing_piece_layer);
  }
  params.merkle_trees.clear();
  return lt::write_torrent_file(params, flags);
}

// The nodes point into the bytes, so both live until the result is converted.
struct Decoded {
  std::vector<char> bytes;
  lt::bdecode_node root;
};

Decoded decoded(std::vector<char> bytes, BdecodeLimits const& limits) {
  Decoded result{std::move(bytes), {}};
  lt::error_code error;
  result.root = lt::bdecode(result.bytes, error, nullptr, limits.max_depth, limits.max_tokens);
  if (error) throw LoadError{error, exceeded_limit(error, limits), ""};
  return result;
}

}  // namespace

template <>
struct codec<Decoded> {
  static napi_value to_js(Conversion& cx, Decoded const& value) {
    return binding::to_js(cx, value.root);
  }
  static std::string ts() { return ts_out<lt::entry>(); }
};

namespace {

Methods make_methods() {
  using Receiver = Nothing;
  MethodTable<Receiver> table;
#include "tables/functions.inc"
  return table.take();
}

}  // namespace

Methods const& functions() {
  static auto const* methods = new Methods(make_methods());
  return *methods;
}

}  // namespace binding

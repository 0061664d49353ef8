#include <iterator>

#include <libtorrent/bencode.hpp>
#include <libtorrent/kademlia/item.hpp>
#include <libtorrent/session.hpp>

#include "objects/classes.h"
#include "tables/methods.h"

namespace binding {
namespace {

// libtorrent only asserts these, in a debug build.
void require_addable(lt::add_torrent_params const& params) {
  if (params.save_path.empty()) throw OutOfRange{"params.savePath must not be empty"};
  if (params.ti && !params.ti->is_valid()) throw OutOfRange{"params.ti must have metadata"};
}

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

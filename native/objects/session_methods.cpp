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

// Sets TCP_NODELAY on every plain TCP connection of a torrent. libtorrent 2.0 has no setting for
// it.
#pragma once

#include <memory>

#include <libtorrent/extensions.hpp>
#include <libtorrent/peer_connection_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// For torrent_plugin::new_connection(). Returns null for a web seed. Network thread.
std::shared_ptr<lt::peer_plugin> send_at_once(lt::peer_connection_handle const& peer);

}  // namespace binding

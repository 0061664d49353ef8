// Sets TCP_NODELAY on every plain TCP connection of a torrent. libtorrent 2.0 has no setting for
// it.
#pragma once

#include <memory>

#include <libtorrent/client_data.hpp>
#include <libtorrent/extensions.hpp>

namespace binding {

namespace lt = libtorrent;

// An extension for session_handle::add_extension().
std::shared_ptr<lt::torrent_plugin> create_no_delay_plugin(lt::torrent_handle const&,
                                                           lt::client_data_t);

}  // namespace binding

// Retries web seeds after a temporary HTTP error.
//
// Problem: after any HTTP error libtorrent 2.0 marks the file as missing on the server, until the
// web seed is removed. It waits for the time of Retry-After, but finds no file to request then. So
// a torrent of one file never connects to that server again.
// Rule: after a temporary error, the marks are those from before the request.
#pragma once

#include <memory>

#include <libtorrent/extensions.hpp>
#include <libtorrent/peer_connection_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// For torrent_plugin::new_connection(). Returns null unless the peer is a web seed. Network thread.
std::shared_ptr<lt::peer_plugin> retry_web_seed(lt::peer_connection_handle const& peer);

}  // namespace binding

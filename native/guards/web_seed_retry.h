// Retries web seeds after a temporary HTTP error.
//
// Problem: after any HTTP error libtorrent 2.0 marks the file as missing on the server, until the
// web seed is removed. It waits for the time of Retry-After, but finds no file to request then. So
// a torrent of one file never connects to that server again.
// Rule: after a temporary error, the marks are those from before the request.
#pragma once

#include <memory>

#include <libtorrent/client_data.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/torrent_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// An extension for session_handle::add_extension(). Network thread.
std::shared_ptr<lt::torrent_plugin> retry_web_seeds(lt::torrent_handle const&, lt::client_data_t);

}  // namespace binding

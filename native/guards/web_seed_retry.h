// Web seeds whose server answers with a status that may pass.
//
// Problem: after any HTTP error libtorrent 2.0 holds that the server lacks the file, for as long as
// the web seed exists. It keeps the time of Retry-After, but finds no file to request then. So a
// torrent of one file never connects to that server again.
// Rule: after a status that may pass, the server has the files that it had before the request.
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

// A torrent that was finished, and wants more.
//
// Problem: libtorrent disconnects the seeds of a torrent that wants nothing more, and leaves them
// out when it counts the peers to dial. When files are chosen later it does not count again, so it
// dials none of them until it learns of a new peer, and then only after min_reconnect_time.
// Rule: when such a torrent wants more, the peers are counted again, and may be dialled at once.
#pragma once

#include <memory>

#include <libtorrent/extensions.hpp>
#include <libtorrent/session_handle.hpp>
#include <libtorrent/torrent_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// What an extension for session_handle::add_extension() returns. Network thread.
std::shared_ptr<lt::torrent_plugin> redial_when_more_is_wanted(lt::session_handle const& session,
                                                               lt::torrent_handle const& torrent);

}  // namespace binding

// Redials peers when a finished torrent downloads again.
//
// Problem: libtorrent disconnects the seeds of a finished torrent, and leaves them out when it
// counts the peers to dial. When files are selected later it does not count again. So it dials none
// of them until it learns of a new peer, and then only after min_reconnect_time. Rule: when a
// finished torrent downloads again, the peers are counted again, and may be dialled at once.
#pragma once

#include <memory>

#include <libtorrent/extensions.hpp>
#include <libtorrent/session_handle.hpp>
#include <libtorrent/torrent_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// The plugin of a torrent, for an extension of the session. Network thread.
std::shared_ptr<lt::torrent_plugin> redial_after_finish(lt::session_handle const& session,
                                                        lt::torrent_handle const& torrent);

}  // namespace binding

// Redials peers when a finished torrent downloads again.
//
// Problem: libtorrent disconnects the seeds of a finished torrent, and leaves them out when it
// counts the peers to dial. When files are selected later it does not count again. So it dials none
// of them until it learns of a new peer, and then only after min_reconnect_time. Rule: when a
// finished torrent downloads again, the peers are counted again, and may be dialled at once.
#pragma once

#include <utility>

#include <libtorrent/session_handle.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

namespace binding {

namespace lt = libtorrent;

// Network thread, where calls that libtorrent would queue are made at once.
class Redial {
 public:
  Redial(lt::session_handle session, lt::torrent_handle torrent)
      : session_(std::move(session)), torrent_(std::move(torrent)) {}
  // For torrent_plugin::on_state().
  void on_state(lt::torrent_status::state_t state);

 private:
  lt::session_handle const session_;
  lt::torrent_handle const torrent_;
  bool was_finished_ = false;
};

}  // namespace binding

// The plugin of every torrent: one for all guards. libtorrent keeps a list of a torrent's plugins,
// and calls all of them for every event, so a plugin for each guard would take 0.2 KiB more.
#pragma once

#include <memory>

#include <libtorrent/extensions.hpp>
#include <libtorrent/session_handle.hpp>
#include <libtorrent/torrent_handle.hpp>

#include "classes/torrent_summary.h"
#include "guards/redial.h"

namespace binding {

// Network thread.
class TorrentPlugin final : public lt::torrent_plugin {
 public:
  TorrentPlugin(lt::session_handle const& session, lt::torrent_handle const& torrent,
                bool tcp_no_delay)
      : follower_(torrent), redial_(session, torrent), tcp_no_delay_(tcp_no_delay) {}

  std::shared_ptr<lt::peer_plugin> new_connection(lt::peer_connection_handle const& peer) override;
  void on_state(lt::torrent_status::state_t state) override;

 private:
  Follower follower_;
  Redial redial_;
  bool const tcp_no_delay_;
};

}  // namespace binding

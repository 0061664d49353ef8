#include "classes/torrent_plugin.h"

#include "guards/no_delay.h"
#include "guards/web_seed_retry.h"

namespace binding {

std::shared_ptr<lt::peer_plugin> TorrentPlugin::new_connection(
    lt::peer_connection_handle const& peer) {
  if (auto web_seed = retry_web_seed(peer)) return web_seed;
  return tcp_no_delay_ ? send_at_once(peer) : nullptr;
}

void TorrentPlugin::on_state(lt::torrent_status::state_t state) {
  follower_.on_state(state);
  redial_.on_state(state);
}

}  // namespace binding

#include "guards/redial.h"

#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_flags.hpp>

namespace binding {
namespace {

// Makes libtorrent drop the times of the last connections to peers of the torrent. It does so when
// a torrent leaves upload mode. A torrent that is in upload mode will leave it later.
void allow_reconnect(lt::torrent_handle const& torrent) {
  if (torrent.flags() & lt::torrent_flags::upload_mode) return;
  torrent.set_flags(lt::torrent_flags::upload_mode);
  torrent.unset_flags(lt::torrent_flags::upload_mode);
}

// Makes libtorrent count the peers of all torrents that can be dialled. It does so when the setting
// changes. No other code runs on the network thread before the setting has its value again.
void count_peers(lt::session_handle session) {
  constexpr int name = lt::settings_pack::max_failcount;
  int const value = session.get_settings().get_int(name);
  for (int const each : {value + 1, value}) {
    lt::settings_pack settings;
    settings.set_int(name, each);
    session.apply_settings(std::move(settings));
  }
}

}  // namespace

void Redial::on_state(lt::torrent_status::state_t state) {
  // libtorrent may check the files in between, as right after the metadata of a magnet link.
  if (state == lt::torrent_status::finished) was_finished_ = true;
  if (state != lt::torrent_status::downloading || !std::exchange(was_finished_, false)) return;
  allow_reconnect(torrent_);
  count_peers(session_);
  torrent_.set_max_connections(torrent_.max_connections());  // dials by the count
}

}  // namespace binding

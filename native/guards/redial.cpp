#include "guards/redial.h"

#include <utility>

#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_status.hpp>

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

// Network thread, where calls that libtorrent would queue are made at once.
class Redial final : public lt::torrent_plugin {
 public:
  Redial(lt::session_handle session, lt::torrent_handle torrent)
      : session_(std::move(session)), torrent_(std::move(torrent)) {}

  void on_state(lt::torrent_status::state_t state) override {
    // libtorrent may check the files in between, as right after the metadata of a magnet link.
    if (state == lt::torrent_status::finished) was_finished_ = true;
    if (state != lt::torrent_status::downloading || !std::exchange(was_finished_, false)) return;
    allow_reconnect(torrent_);
    count_peers(session_);
    torrent_.set_max_connections(torrent_.max_connections());  // dials by the count
  }

 private:
  lt::session_handle const session_;
  lt::torrent_handle const torrent_;
  bool was_finished_ = false;
};

}  // namespace

std::shared_ptr<lt::torrent_plugin> redial_after_finish(lt::session_handle const& session,
                                                        lt::torrent_handle const& torrent) {
  return std::make_shared<Redial>(session, torrent);
}

}  // namespace binding

// A session as the arguments describe it: `set.aio_threads=2 disk=posix nodelay=1`.
#pragma once

#include <memory>

#include <libtorrent/alert_types.hpp>
#include <libtorrent/session.hpp>

#include "arguments.h"

namespace lt = libtorrent;

lt::settings_pack settings_from(Arguments const& arguments);
std::unique_ptr<lt::session> open_session(Arguments const& arguments);

// Waits for the next alert of that type that the filter takes, and drops all others. It is valid
// until the next call.
template <typename Alert, typename Filter>
Alert const& wait_for(lt::session& session, Filter filter) {
  std::vector<lt::alert*> alerts;
  for (;;) {
    session.wait_for_alert(lt::seconds(10));
    session.pop_alerts(&alerts);
    for (auto* alert : alerts) {
      auto const* wanted = lt::alert_cast<Alert>(alert);
      if (wanted != nullptr && filter(*wanted)) return *wanted;
    }
  }
}

// The TCP port where peers are accepted, once it is open.
int wait_for_port(lt::session& session);

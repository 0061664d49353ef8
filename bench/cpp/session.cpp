#include "session.h"

#include <stdexcept>

#include <libtorrent/mmap_disk_io.hpp>
#include <libtorrent/posix_disk_io.hpp>
#include <libtorrent/session_params.hpp>

#include "guards/no_delay.h"

namespace {

// What the option tcpNoDelay of the binding does.
class NoDelay final : public lt::torrent_plugin {
 public:
  std::shared_ptr<lt::peer_plugin> new_connection(lt::peer_connection_handle const& peer) override {
    return binding::send_at_once(peer);
  }
};

bool truth(std::string const& value) { return value == "true" || value == "1"; }

void set(lt::settings_pack& settings, std::string const& name, std::string const& value) {
  int const setting = lt::setting_by_name(name);
  if (setting < 0) throw std::invalid_argument("there is no setting " + name);
  switch (setting & lt::settings_pack::type_mask) {
    case lt::settings_pack::string_type_base: settings.set_str(setting, value); break;
    case lt::settings_pack::int_type_base: settings.set_int(setting, std::stoi(value)); break;
    default: settings.set_bool(setting, truth(value));
  }
}

}  // namespace

lt::settings_pack settings_from(Arguments const& arguments) {
  lt::settings_pack settings;
  settings.set_int(lt::settings_pack::alert_mask, lt::alert_category::status);
  std::string const prefix = "set.";
  for (auto const& [name, value] : arguments.all()) {
    if (name.compare(0, prefix.size(), prefix) == 0) {
      set(settings, name.substr(prefix.size()), value);
    }
  }
  return settings;
}

std::unique_ptr<lt::session> open_session(Arguments const& arguments) {
  lt::session_params params(settings_from(arguments));
  auto const disk = arguments.text("disk", "standard");
  if (disk == "posix") params.disk_io_constructor = lt::posix_disk_io_constructor;
  if (disk == "mmap") params.disk_io_constructor = lt::mmap_disk_io_constructor;
  auto session = std::make_unique<lt::session>(std::move(params));
  if (truth(arguments.text("nodelay", "false"))) {
    session->add_extension(
        [](lt::torrent_handle const&, lt::client_data_t) { return std::make_shared<NoDelay>(); });
  }
  return session;
}

int wait_for_port(lt::session& session) {
  auto const& alert = wait_for<lt::listen_succeeded_alert>(session, [](auto const& candidate) {
    return candidate.socket_type == lt::socket_type_t::tcp;
  });
  return alert.port;
}

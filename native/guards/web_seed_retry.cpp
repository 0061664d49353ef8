#include "guards/web_seed_retry.h"

#include <cstddef>
#include <utility>

#include <libtorrent/error_code.hpp>
#include <libtorrent/peer_connection.hpp>
#include <libtorrent/torrent.hpp>

namespace binding {
namespace {

bool is_temporary(lt::error_code const& error) {
  if (error.category() != lt::http_category()) return false;
  switch (error.value()) {
    case 408:  // Request Timeout
    case 425:  // Too Early
    case 429:  // Too Many Requests
    case 500:  // Internal Server Error
    case 502:  // Bad Gateway
    case 503:  // Service Unavailable
    case 504:  // Gateway Timeout
      return true;
    default: return false;
  }
}

// libtorrent has no accessor of a web seed, but one of its member peer_info.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
lt::web_seed_t* web_seed_of(lt::peer_connection_handle const& peer) {
  auto const connection = peer.native_handle();
  auto* const info = connection ? connection->peer_info_struct() : nullptr;
  if (info == nullptr || !info->web_seed) return nullptr;
  auto* const member = static_cast<lt::ipv4_peer*>(info);
  auto* const bytes = reinterpret_cast<std::byte*>(member);
  return reinterpret_cast<lt::web_seed_t*>(bytes - offsetof(lt::web_seed_t, peer_info));
}
#pragma GCC diagnostic pop

// One connection to a server. An HTTP error ends it, so it marks at most one file as missing.
class WebSeedConnection final : public lt::peer_plugin {
 public:
  explicit WebSeedConnection(lt::peer_connection_handle peer) : peer_(std::move(peer)) {
    if (auto const* const web_seed = web_seed_of(peer_)) files_ = web_seed->have_files;
  }

  void on_disconnect(lt::error_code const& error) override {
    auto* const web_seed = is_temporary(error) ? web_seed_of(peer_) : nullptr;
    if (web_seed == nullptr) return;
    auto& files = web_seed->have_files;
    if (files_.empty()) {
      files.set_all();
      return;
    }
    for (auto const file : files_.range()) {
      if (files_[file]) files.set_bit(file);
    }
  }

 private:
  lt::peer_connection_handle const peer_;
  lt::typed_bitfield<lt::file_index_t> files_;  // before the connection; empty for all
};

}  // namespace

std::shared_ptr<lt::peer_plugin> retry_web_seed(lt::peer_connection_handle const& peer) {
  if (peer.type() != lt::connection_type::url_seed) return nullptr;
  return std::make_shared<WebSeedConnection>(peer);
}

}  // namespace binding

#include "guards/no_delay.h"

#include <boost/asio/ip/tcp.hpp>

#include <libtorrent/peer_connection.hpp>
#include <libtorrent/peer_connection_handle.hpp>

namespace binding {
namespace {

// Nagle's algorithm delays a small message until the previous one is acknowledged, and the receiver
// delays that acknowledgement by 40 ms. The last block of a small piece waits for both.
void send_at_once(lt::peer_connection_handle const& peer) {
  auto const connection = peer.native_handle();
  if (!connection) return;
  auto* const socket = boost::get<lt::tcp::socket>(&connection->get_socket());
  if (socket == nullptr || !socket->is_open()) return;  // uTP, a proxy or TLS, or not connected yet
  lt::error_code ignored;
  socket->set_option(boost::asio::ip::tcp::no_delay(true), ignored);
}

// Network thread.
class NoDelayPeer final : public lt::peer_plugin {
 public:
  explicit NoDelayPeer(lt::peer_connection_handle peer) : peer_(std::move(peer)) {}
  void on_connected() override { send_at_once(peer_); }

 private:
  lt::peer_connection_handle peer_;
};

class NoDelayTorrent final : public lt::torrent_plugin {
 public:
  std::shared_ptr<lt::peer_plugin> new_connection(lt::peer_connection_handle const& peer) override {
    if (peer.type() != lt::connection_type::bittorrent) return nullptr;
    send_at_once(peer);  // libtorrent does not call on_connected() for an accepted connection
    return std::make_shared<NoDelayPeer>(peer);
  }
};

}  // namespace

std::shared_ptr<lt::torrent_plugin> create_no_delay_plugin(lt::torrent_handle const&,
                                                           lt::client_data_t) {
  return std::make_shared<NoDelayTorrent>();
}

}  // namespace binding

#include "guards/no_delay.h"

#include <boost/asio/ip/tcp.hpp>

#include <libtorrent/peer_connection.hpp>

namespace binding {
namespace {

// Nagle's algorithm delays a small message until the previous one is acknowledged, and the receiver
// delays that acknowledgement by 40 ms. The last block of a small piece waits for both.
void set_no_delay(lt::peer_connection_handle const& peer) {
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
  void on_connected() override { set_no_delay(peer_); }

 private:
  lt::peer_connection_handle peer_;
};

}  // namespace

std::shared_ptr<lt::peer_plugin> send_at_once(lt::peer_connection_handle const& peer) {
  if (peer.type() != lt::connection_type::bittorrent) return nullptr;
  set_no_delay(peer);  // libtorrent does not call on_connected() for an accepted connection
  return std::make_shared<NoDelayPeer>(peer);
}

}  // namespace binding

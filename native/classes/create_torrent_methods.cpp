#include <libtorrent/create_torrent.hpp>

#include "classes/classes.h"
#include "tables/bounds.h"
#include "tables/methods.h"

namespace binding {
namespace {

using Torrent = lt::create_torrent;

// Throws while another thread writes the hashes: no other thread may access the torrent meanwhile.
Torrent& idle(WrappedCreateTorrent& wrapped) {
  if (wrapped.hashing) throw std::logic_error("setPieceHashes() has not finished");
  return wrapped.torrent;
}

template <class Result, class... Args>
auto using_torrent(Result (*function)(Torrent&, Args...)) {
  return [function](WrappedCreateTorrent& wrapped, Args... args) {
    return function(idle(wrapped), std::move(args)...);
  };
}
template <class Result>
auto using_torrent(Result (Torrent::*member)() const) {
  return [member](WrappedCreateTorrent& wrapped) { return (idle(wrapped).*member)(); };
}

Methods make_methods() {
  using Receiver = WrappedCreateTorrent;
  MethodTable<Receiver> table;
  constexpr auto adapt = [](auto function) { return using_torrent(as_pointer(function)); };
#define READ(name, ...) \
  add_line<Torrent>(table, Kind::js_thread, #name, adapt, MEMBER(name), __VA_ARGS__);
#include "tables/create_torrent.inc"
  return table.take();
}

}  // namespace

Methods const& create_torrent_methods() {
  static auto const* methods = new Methods(make_methods());
  return *methods;
}

}  // namespace binding

#include "classes/session_ids.h"

#include <libtorrent/session.hpp>

#include "classes/session_core.h"

namespace binding {
namespace {

SessionIds& ids_of(Conversion& cx) { return cx.session()->ids(); }

char const* noun(lt::peer_class_t) { return "a peer class that createPeerClass() returned"; }
char const* noun(lt::port_mapping_t) { return "a port mapping that addPortMapping() returned"; }

// A mask names the classes 0 to 31.
void require_known(SessionIds const& ids, std::uint32_t mask, Path const& path) {
  for (std::uint32_t bit = 0; bit < 32; ++bit) {
    if ((mask >> bit & 1U) == 0 || ids.has(lt::peer_class_t(bit))) continue;
    throw OutOfRange{path.text() + " must name peer classes of this session, got class " +
                     std::to_string(bit)};
  }
}

template <class Ranges>
std::uint32_t classes_in(Ranges const& ranges) {
  std::uint32_t mask = 0;
  for (auto const& range : ranges) mask |= range.flags;
  return mask;
}

}  // namespace

bool SessionIds::has(lt::peer_class_t id) const {
  return id == lt::session::global_peer_class_id || id == lt::session::tcp_peer_class_id ||
         id == lt::session::local_peer_class_id || peer_classes_.count(id) > 0;
}

template <class Id>
napi_value codec<Given<Id>>::to_js(Conversion& cx, Given<Id> const& given) {
  ids_of(cx).give(given.id);
  return binding::to_js(cx, given.id);
}
template struct codec<Given<lt::peer_class_t>>;
template struct codec<Given<lt::port_mapping_t>>;

template <class Id>
Taken<Id> codec<Taken<Id>>::from_js(Conversion& cx, napi_value value, Path const& path) {
  auto const id = binding::from_js<Id>(cx, value, path);
  if (!ids_of(cx).take(id)) {
    throw_range_error(cx, path, std::string(noun(id)) + " and that was not deleted", value);
  }
  return {id};
}
template struct codec<Taken<lt::peer_class_t>>;
template struct codec<Taken<lt::port_mapping_t>>;

KnownPeerClass codec<KnownPeerClass>::from_js(Conversion& cx, napi_value value, Path const& path) {
  auto const id = binding::from_js<lt::peer_class_t>(cx, value, path);
  if (!ids_of(cx).has(id)) throw_range_error(cx, path, "a peer class of this session", value);
  return {id};
}

PeerClassFilter codec<PeerClassFilter>::from_js(Conversion& cx, napi_value value,
                                                Path const& path) {
  auto filter = binding::from_js<lt::ip_filter>(cx, value, path);
  auto const [v4, v6] = filter.export_filter();
  require_known(ids_of(cx), classes_in(v4) | classes_in(v6), path);
  return {std::move(filter)};
}

PeerClassByType codec<PeerClassByType>::from_js(Conversion& cx, napi_value value,
                                                Path const& path) {
  using Types = lt::peer_class_type_filter;
  auto filter = binding::from_js<Types>(cx, value, path);
  std::uint32_t added = 0;
  for (int type = 0; type < Types::num_socket_types; ++type) {
    added |= filter.apply(static_cast<Types::socket_type_t>(type), 0);
  }
  require_known(ids_of(cx), added, path);
  return {filter};
}

}  // namespace binding

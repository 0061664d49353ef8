// Ids of a session's peer classes and port mappings.
//
// Problem: libtorrent counts references of peer classes without checks. Deleting the class of a
// torrent, or one class twice, frees memory that is in use.
// Rule: a method accepts only ids that its session returned.
#pragma once

#include <set>

#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class.hpp>
#include <libtorrent/peer_class_type_filter.hpp>
#include <libtorrent/portmap.hpp>

#include "convert/codec_libtorrent.h"

namespace binding {

// JS thread. An id is valid from its conversion to JavaScript until a call deletes it.
class SessionIds {
 public:
  void give(lt::peer_class_t id) { peer_classes_.insert(id); }
  void give(lt::port_mapping_t id) { port_mappings_.insert(id); }
  bool has(lt::peer_class_t id) const;
  // Removes an id, for a call that deletes it. False for an unknown id.
  bool take(lt::peer_class_t id) { return peer_classes_.erase(id) > 0; }
  bool take(lt::port_mapping_t id) { return port_mappings_.erase(id) > 0; }

 private:
  std::set<lt::peer_class_t> peer_classes_;
  std::set<lt::port_mapping_t> port_mappings_;
};

// ---- results that are ids

template <class Id>
struct Given {
  Id id;
};

// ---- arguments that are ids: a RangeError unless the session returned them

struct KnownPeerClass {  // also one of libtorrent's three predefined classes
  lt::peer_class_t id;
};
// An id that the call deletes. Reading it removes it from SessionIds.
template <class Id>
struct Taken {
  Id id;
};
// Filters that assign classes to peers.
struct PeerClassFilter {
  lt::ip_filter filter;
};
struct PeerClassByType {
  lt::peer_class_type_filter filter;
};

template <class Id>
struct codec<Given<Id>> {
  static napi_value to_js(Conversion& cx, Given<Id> const& given);
  static std::string ts() { return "number"; }
};
template <class Id>
struct codec<Taken<Id>> {
  static Taken<Id> from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "number"; }
};
template <>
struct codec<KnownPeerClass> {
  static KnownPeerClass from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "number"; }
};
template <>
struct codec<PeerClassFilter> {
  static PeerClassFilter from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return ts_out<lt::ip_filter>(); }
};
template <>
struct codec<PeerClassByType> {
  static PeerClassByType from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return ts_out<lt::peer_class_type_filter>(); }
};

}  // namespace binding

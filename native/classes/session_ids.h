// Ids of a session's peer classes and port mappings.
//
// Rule: a method takes only ids that its session gave. libtorrent counts references of peer classes
// without checks: deleting the class of a torrent, or one class twice, frees memory that is in use.
#pragma once

#include <set>

#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class.hpp>
#include <libtorrent/peer_class_type_filter.hpp>
#include <libtorrent/portmap.hpp>

#include "convert/codec_libtorrent.h"

namespace binding {

// JS thread. An id counts from the moment at which JavaScript receives it.
class SessionIds {
 public:
  void give(lt::peer_class_t id) { peer_classes_.insert(id); }
  void give(lt::port_mapping_t id) { port_mappings_.insert(id); }
  bool has(lt::peer_class_t id) const;
  // Takes an id back, for a call that deletes it; false when it was not given.
  bool take(lt::peer_class_t id) { return peer_classes_.erase(id) > 0; }
  bool take(lt::port_mapping_t id) { return port_mappings_.erase(id) > 0; }

 private:
  std::set<lt::peer_class_t> peer_classes_;
  std::set<lt::port_mapping_t> port_mappings_;
};

// ---- results that give an id to JavaScript

template <class Id>
struct Given {
  Id id;
};

// ---- arguments: a RangeError unless the session gave what they name

struct KnownPeerClass {  // one of libtorrent's own three, too
  lt::peer_class_t id;
};
// An id that is deleted: taken back when it is read.
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
  static napi_value to_js(Environment& env, Given<Id> const& given);
  static std::string ts() { return "number"; }
};
template <class Id>
struct codec<Taken<Id>> {
  static Taken<Id> from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return "number"; }
};
template <>
struct codec<KnownPeerClass> {
  static KnownPeerClass from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return "number"; }
};
template <>
struct codec<PeerClassFilter> {
  static PeerClassFilter from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return ts_out<lt::ip_filter>(); }
};
template <>
struct codec<PeerClassByType> {
  static PeerClassByType from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return ts_out<lt::peer_class_type_filter>(); }
};

}  // namespace binding

// The classes IpFilter, PortFilter and PeerClassTypeFilter.
#pragma once

#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class_type_filter.hpp>

#include "classes/classes.h"
#include "tables/records.h"

namespace binding {

template <>
struct receiver<lt::ip_filter> : local_receiver<lt::ip_filter> {};
template <>
struct receiver<lt::port_filter> : local_receiver<lt::port_filter> {};
template <>
struct receiver<lt::peer_class_type_filter> : local_receiver<lt::peer_class_type_filter> {};

Methods const& ip_filter_methods();
Methods const& port_filter_methods();
Methods const& peer_class_type_filter_methods();
void define_filters(Environment& env, napi_value exports);

}  // namespace binding

// The classes IpFilter, PortFilter and PeerClassTypeFilter. A session copies them.
#include "classes/filters.h"

#include "tables/methods.h"

namespace binding {
namespace {

using Types = lt::peer_class_type_filter;

ExportedFilter exported(lt::ip_filter const& filter) {
  auto [v4, v6] = filter.export_filter();
  ExportedFilter result;
  for (auto const& range : v4) result.ipv4.push_back({range.first, range.last, range.flags});
  for (auto const& range : v6) result.ipv6.push_back({range.first, range.last, range.flags});
  return result;
}

// The filter is a mask of 32 bits, one per class.
lt::peer_class_t checked(lt::peer_class_t peer_class) {
  require_index(peer_class, 32, "peerClass");
  return peer_class;
}

Methods make_ip_filter_methods() {
  using Receiver = lt::ip_filter;
  MethodTable<Receiver> table;
#include "tables/ip_filter.inc"
  return table.take();
}

Methods make_port_filter_methods() {
  using Receiver = lt::port_filter;
  MethodTable<Receiver> table;
#include "tables/port_filter.inc"
  return table.take();
}

Methods make_peer_class_type_filter_methods() {
  using Receiver = Types;
  MethodTable<Receiver> table;
#include "tables/peer_class_type_filter.inc"
  return table.take();
}

template <class Filter>
constexpr ObjectTag tag_of{};
template <>
constexpr ObjectTag tag_of<lt::ip_filter>{{0x3fd1a2c94b78e650, 0x49505f46494c5445}, "an IpFilter"};
template <>
constexpr ObjectTag tag_of<lt::port_filter>{{0x64b0c8e71d25f93a, 0x504f52545f464c54},
                                            "a PortFilter"};
template <>
constexpr ObjectTag tag_of<Types>{{0xb8237fe05d9164ca, 0x545950455f464c54},
                                  "a PeerClassTypeFilter"};

template <class Filter>
napi_value construct(Conversion& cx, Call const& call) {
  auto wrapped = adopt_pending<Filter>(cx);
  if (!wrapped) wrapped = std::make_unique<Filter>();
  wrap(cx, call.self, tag_of<Filter>, std::move(wrapped));
  return call.self;
}

template <class Filter>
void define(Environment& env, napi_value exports, char const* name, Methods const& methods) {
  define_class(env, exports, name, constructor<construct<Filter>>, methods);
}

}  // namespace

napi_value codec<lt::ip_filter>::to_js(Conversion& cx, lt::ip_filter const& value) {
  return new_object(cx, std::make_unique<lt::ip_filter>(value));
}
lt::ip_filter codec<lt::ip_filter>::from_js(Conversion& cx, napi_value value, Path const& path) {
  return unwrap<lt::ip_filter>(cx, value, tag_of<lt::ip_filter>, path);
}

lt::port_filter codec<lt::port_filter>::from_js(Conversion& cx, napi_value value,
                                                Path const& path) {
  return unwrap<lt::port_filter>(cx, value, tag_of<lt::port_filter>, path);
}

napi_value codec<Types>::to_js(Conversion& cx, Types const& value) {
  return new_object(cx, std::make_unique<Types>(value));
}
Types codec<Types>::from_js(Conversion& cx, napi_value value, Path const& path) {
  return unwrap<Types>(cx, value, tag_of<Types>, path);
}

Methods const& ip_filter_methods() {
  static auto const* methods = new Methods(make_ip_filter_methods());
  return *methods;
}
Methods const& port_filter_methods() {
  static auto const* methods = new Methods(make_port_filter_methods());
  return *methods;
}
Methods const& peer_class_type_filter_methods() {
  static auto const* methods = new Methods(make_peer_class_type_filter_methods());
  return *methods;
}

void define_filters(Environment& env, napi_value exports) {
  define<lt::ip_filter>(env, exports, "IpFilter", ip_filter_methods());
  define<lt::port_filter>(env, exports, "PortFilter", port_filter_methods());
  define<Types>(env, exports, "PeerClassTypeFilter", peer_class_type_filter_methods());
}

}  // namespace binding

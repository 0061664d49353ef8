// Codecs of libtorrent's value types. tables/ has those of structs and enums.
#pragma once

#include <array>
#include <chrono>
#include <ctime>
#include <memory>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/address.hpp>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/bdecode.hpp>
#include <libtorrent/bitfield.hpp>
#include <libtorrent/client_data.hpp>
#include <libtorrent/entry.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/flags.hpp>
#include <libtorrent/info_hash.hpp>
#include <libtorrent/ip_filter.hpp>
#include <libtorrent/peer_class_type_filter.hpp>
#include <libtorrent/settings_pack.hpp>
#include <libtorrent/sha1_hash.hpp>
#include <libtorrent/socket.hpp>
#include <libtorrent/span.hpp>
#include <libtorrent/time.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/units.hpp>

#include "convert/containers.h"
#include "convert/time.h"

namespace binding {

namespace lt = libtorrent;

// ---- wrappers that libtorrent puts around standard types

template <class T>
struct codec<lt::aux::noexcept_movable<T>> : codec<T> {};

template <class T, class Index>
struct codec<lt::aux::container_wrapper<T, Index, std::vector<T>>>
    : list_codec<lt::aux::container_wrapper<T, Index, std::vector<T>>, T> {
  static napi_value to_js(Conversion& cx, std::vector<T> const& value) {
    return codec<std::vector<T>>::to_js(cx, value);
  }
};

// Indices (piece_index_t, file_index_t ...) and priorities are numbers.
template <class T, class Tag>
struct codec<lt::aux::strong_typedef<T, Tag>> {
  using type = lt::aux::strong_typedef<T, Tag>;
  static napi_value to_js(Conversion& cx, type value) {
    return codec<T>::to_js(cx, static_cast<T>(value));
  }
  static type from_js(Conversion& cx, napi_value value, Path const& path) {
    return type(codec<T>::from_js(cx, value, path));
  }
  static std::string ts() { return "number"; }
};

// Sets of flags are numbers. libtorrent defines no flag above bit 31, so JavaScript's bit operators
// work on them. A negative result of these is read as unsigned.
template <class T, class Tag>
struct codec<lt::flags::bitfield_flag<T, Tag>> {
  using type = lt::flags::bitfield_flag<T, Tag>;
  static napi_value to_js(Conversion& cx, type value) {
    return js_number(cx, static_cast<std::uint32_t>(static_cast<T>(value)));
  }
  static type from_js(Conversion& cx, napi_value value, Path const& path) {
    constexpr double high = static_cast<double>(std::min<std::uint64_t>(
        std::numeric_limits<T>::max(), std::numeric_limits<std::uint32_t>::max()));
    auto const number = static_cast<std::int64_t>(
        integer_from_js(cx, value, path, std::numeric_limits<std::int32_t>::min(), high));
    return type(static_cast<T>(static_cast<std::uint32_t>(number)));
  }
  static std::string ts() { return "number"; }
};

// ---- bytes and hashes

std::string hex_of(char const* data, std::size_t size);
napi_value hex_to_js(Conversion& cx, char const* data, std::size_t size);
// Fills exactly `size` bytes from twice as many hex digits.
void hex_from_js(Conversion& cx, napi_value value, Path const& path, char* out, std::size_t size);

template <std::ptrdiff_t N>
struct codec<lt::digest32<N>> {
  static napi_value to_js(Conversion& cx, lt::digest32<N> const& value) {
    return hex_to_js(cx, value.data(), N / 8);
  }
  static lt::digest32<N> from_js(Conversion& cx, napi_value value, Path const& path) {
    lt::digest32<N> result;
    hex_from_js(cx, value, path, result.data(), N / 8);
    return result;
  }
  static std::string ts() { return "string"; }
};

// The key of a torrent in a session: its v1 info-hash, or the first 20 bytes of its v2 info-hash.
struct EitherInfoHash {
  lt::sha1_hash key;
};
template <>
struct codec<EitherInfoHash> {
  static EitherInfoHash from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "string"; }
};

template <>
struct codec<lt::info_hash_t> {
  static std::size_t factory();
  static void put(Conversion& cx, lt::info_hash_t const& value, RecordBuffer& records);
  static napi_value to_js(Conversion& cx, lt::info_hash_t const& value) {
    return record_to_js(cx, value);
  }
  static lt::info_hash_t from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "InfoHash"; }
  static std::string ts_in() { return "InfoHashInit"; }
};

template <>
struct codec<lt::span<char const>> {
  static napi_value to_js(Conversion& cx, lt::span<char const> value) {
    return bytes_to_js(cx, value.data(), static_cast<std::size_t>(value.size()));
  }
  static std::string ts() { return "Buffer"; }
};

// Keys and signatures: any other length is a RangeError.
template <std::size_t N>
struct codec<std::array<char, N>> {
  static napi_value to_js(Conversion& cx, std::array<char, N> const& value) {
    return bytes_to_js(cx, value.data(), N);
  }
  static std::array<char, N> from_js(Conversion& cx, napi_value value, Path const& path) {
    auto const bytes = bytes_from_js(cx, value, path);
    if (bytes.size != N) {
      throw_range_error(cx, path, std::to_string(N) + " bytes", std::to_string(bytes.size));
    }
    std::array<char, N> result;
    std::copy_n(bytes.data, N, result.begin());
    return result;
  }
  static std::string ts() { return "Buffer"; }
  static std::string ts_in() { return "Uint8Array"; }
};

template <>
struct codec<lt::bitfield> {
  static napi_value to_js(Conversion& cx, lt::bitfield const& value);
  static lt::bitfield from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "Bitfield"; }
  static std::string ts_in() { return "Bitfield | ReadonlyArray<boolean>"; }
};

template <class Index>
struct codec<lt::typed_bitfield<Index>> : codec<lt::bitfield> {
  static lt::typed_bitfield<Index> from_js(Conversion& cx, napi_value value, Path const& path) {
    return lt::typed_bitfield<Index>(codec<lt::bitfield>::from_js(cx, value, path));
  }
};

// ---- addresses

template <>
struct codec<lt::address> {
  static napi_value to_js(Conversion& cx, lt::address const& value);
  static lt::address from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "string"; }
};

// { address, port } as in net.AddressInfo
std::size_t endpoint_factory();
void put_endpoint(Conversion& cx, lt::address const& address, std::uint16_t port,
                  RecordBuffer& records);
std::pair<lt::address, std::uint16_t> endpoint_from_js(Conversion& cx, napi_value value,
                                                       Path const& path);

template <class Protocol>
struct codec<boost::asio::ip::basic_endpoint<Protocol>> {
  using type = boost::asio::ip::basic_endpoint<Protocol>;
  static std::size_t factory() { return endpoint_factory(); }
  static void put(Conversion& cx, type const& value, RecordBuffer& records) {
    put_endpoint(cx, value.address(), value.port(), records);
  }
  static napi_value to_js(Conversion& cx, type const& value) { return record_to_js(cx, value); }
  static type from_js(Conversion& cx, napi_value value, Path const& path) {
    auto const [address, port] = endpoint_from_js(cx, value, path);
    return type(address, port);
  }
  static std::string ts() { return "Endpoint"; }
};

// ---- errors, entries, settings, objects

template <>
struct codec<lt::error_code> {
  static napi_value to_js(Conversion& cx, lt::error_code const& value);
  static std::string ts() { return "LibtorrentError | null"; }
};

template <>
struct codec<lt::entry> {
  static napi_value to_js(Conversion& cx, lt::entry const& value);
  static lt::entry from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "Entry"; }
  static std::string ts_in() { return "EntryInit"; }
};

std::vector<char> bencoded(lt::entry const& value);

// An argument that is bencoded bytes, or an object to bencode.
struct Bencoded {
  std::vector<char> bytes;
};
template <>
struct codec<Bencoded> {
  static Bencoded from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "Uint8Array | Readonly<Record<string, EntryInit>>"; }
};

template <>
struct codec<lt::bdecode_node> {
  static napi_value to_js(Conversion& cx, lt::bdecode_node const& value);
  static std::string ts() { return "Entry | null"; }
};

// The settings that the pack has.
template <>
struct codec<lt::settings_pack> {
  static napi_value to_js(Conversion& cx, lt::settings_pack const& value);
  static lt::settings_pack from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "SettingsInit"; }
};

// All settings. Those that the pack lacks have their defaults.
struct AllSettings {
  lt::settings_pack pack;
};
template <>
struct codec<AllSettings> {
  static napi_value to_js(Conversion& cx, AllSettings const& value);
  static std::string ts() { return "Settings"; }
};

// An incomplete type for libtorrent's type-checked user pointer. The pointer is a number of lib/.
struct UserToken;

// The number of the user's value in lib/. 0 stands for none.
template <>
struct codec<lt::client_data_t> {
  static napi_value to_js(Conversion& cx, lt::client_data_t value);
  static lt::client_data_t from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "number"; }
};

// Filters are objects. A session takes and returns copies.
template <>
struct codec<lt::ip_filter> {
  static napi_value to_js(Conversion& cx, lt::ip_filter const& value);
  static lt::ip_filter from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "IpFilter"; }
};
template <>
struct codec<lt::file_storage> {  // a copy that owns its names
  static lt::file_storage from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "FileStorage"; }
};
template <>
struct codec<lt::port_filter> {
  static lt::port_filter from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "PortFilter"; }
};
template <>
struct codec<lt::peer_class_type_filter> {
  static napi_value to_js(Conversion& cx, lt::peer_class_type_filter const& value);
  static lt::peer_class_type_filter from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "PeerClassTypeFilter"; }
};

// Always the same object for the same torrent. Null for a handle that never had a torrent.
template <>
struct codec<lt::torrent_handle> {
  static napi_value to_js(Conversion& cx, lt::torrent_handle const& value);
  static lt::torrent_handle from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "TorrentHandle"; }
};

// A result, or why libtorrent refuses it: an exception would be unwound on the network thread, and
// again on the JS thread.
template <class T>
struct Outcome {
  T value;
  lt::error_code error;
};

template <class T>
struct codec<Outcome<T>> {
  static napi_value to_js(Conversion& cx, Outcome<T> const& outcome) {
    if (outcome.error) throw lt::system_error(outcome.error);
    return codec<T>::to_js(cx, outcome.value);
  }
  static napi_value error(Conversion& cx, Outcome<T> const& outcome) {
    return outcome.error ? codec<lt::error_code>::to_js(cx, outcome.error) : nullptr;
  }
  static std::string ts() { return ts_out<T>(); }
};

template <>
struct codec<std::shared_ptr<lt::torrent_info const>> {
  static napi_value to_js(Conversion& cx, std::shared_ptr<lt::torrent_info const> const& value);
  static std::string ts() { return "TorrentInfo | null"; }
};
template <>
struct codec<std::shared_ptr<lt::torrent_info>> {
  static napi_value to_js(Conversion& cx, std::shared_ptr<lt::torrent_info> const& value);
  static std::shared_ptr<lt::torrent_info> from_js(Conversion& cx, napi_value value,
                                                   Path const& path);
  static std::string ts() { return "TorrentInfo | null"; }
};
// Null also for a torrent_info without metadata, which the torrent of a magnet link has.
template <>
struct codec<std::weak_ptr<lt::torrent_info const>> {
  static napi_value to_js(Conversion& cx, std::weak_ptr<lt::torrent_info const> const& value);
  static std::string ts() { return "TorrentInfo | null"; }
};

}  // namespace binding

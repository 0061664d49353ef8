#include "convert/codec_libtorrent.h"

#include <algorithm>
#include <cstring>

namespace binding {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

template <class Clock>
double now_in_milliseconds() {
  using milliseconds = std::chrono::duration<double, std::milli>;
  return milliseconds(Clock::now().time_since_epoch()).count();
}

}  // namespace

std::string hex_of(char const* data, std::size_t size) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text(size * 2, '\0');
  for (std::size_t i = 0; i < size; ++i) {
    auto const byte = static_cast<unsigned char>(data[i]);
    text[2 * i] = digits[byte >> 4];
    text[2 * i + 1] = digits[byte & 15];
  }
  return text;
}

napi_value hex_to_js(Conversion& cx, char const* data, std::size_t size) {
  auto const make = [&] { return js_latin1(cx, hex_of(data, size)); };
  return cx.once(Batch::Kind::hex, {data, size}, make);
}

namespace {

// Reads as many bytes as `text` has pairs of hex digits. False for any other character.
bool read_hex(std::string const& text, char* out) {
  for (std::size_t i = 0; i < text.size() / 2; ++i) {
    int const high = digit(text[2 * i]);
    int const low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<char>(high * 16 + low);
  }
  return true;
}

}  // namespace

void hex_from_js(Conversion& cx, napi_value value, Path const& path, char* out, std::size_t size) {
  auto const expected = [&] { return std::to_string(size * 2) + " hex digits"; };
  if (type_of(cx, value) != napi_string) throw_type_error(cx, path, expected(), value);
  std::string const text = string_from_js(cx, value, path);
  if (text.size() != size * 2 || !read_hex(text, out)) {
    throw_range_error(cx, path, expected(), value);
  }
}

EitherInfoHash codec<EitherInfoHash>::from_js(Conversion& cx, napi_value value, Path const& path) {
  constexpr auto expected = "40 hex digits, or 64";
  if (type_of(cx, value) != napi_string) throw_type_error(cx, path, expected, value);
  std::string const text = string_from_js(cx, value, path);
  lt::sha256_hash hash;
  if ((text.size() != 40 && text.size() != 64) || !read_hex(text, hash.data())) {
    throw_range_error(cx, path, expected, value);
  }
  return {lt::sha1_hash(hash.data())};
}

// libtorrent stores the most significant bit first, as the protocol does.
napi_value codec<lt::bitfield>::to_js(Conversion& cx, lt::bitfield const& value) {
  auto const make = [&] {
    std::array<napi_value, 2> const argv = {
        bytes_to_js(cx, value.data(), static_cast<std::size_t>(value.size() + 7) / 8),
        binding::to_js(cx, value.size())};
    return cx.call(Hook::bitfield, argv.size(), argv.data());
  };
  // Thousands of torrents that were not asked for their pieces share one.
  return value.empty() ? cx.once(Batch::Kind::no_bits, "", make) : make();
}

lt::bitfield codec<lt::bitfield>::from_js(Conversion& cx, napi_value value, Path const& path) {
  lt::bitfield result;
  napi_value const parts = cx.call(Hook::bitfield_parts, 1, &value);
  if (is_nothing(cx, parts)) {
    auto const bits = binding::from_js<std::vector<bool>>(cx, value, path);
    result.resize(static_cast<int>(bits.size()), false);
    for (std::size_t i = 0; i < bits.size(); ++i) {
      if (bits[i]) result.set_bit(static_cast<int>(i));
    }
    return result;
  }
  napi_value both[2] = {};
  check(cx.raw(), napi_get_element(cx.raw(), parts, 0, &both[0]));
  check(cx.raw(), napi_get_element(cx.raw(), parts, 1, &both[1]));
  auto const bytes = bytes_from_js(cx, both[0], path);
  auto const most = static_cast<double>(std::min<std::size_t>(bytes.size, 1U << 27U) * 8);
  int const bits = static_cast<int>(integer_from_js(cx, both[1], path, 0, most));
  if (bits > 0) result.assign(bytes.data, bits);
  return result;
}

napi_value codec<lt::address>::to_js(Conversion& cx, lt::address const& value) {
  auto const make = [&] { return js_latin1(cx, value.to_string()); };
  // An IPv6 address has a scope besides its bytes.
  if (!value.is_v4()) return make();
  auto const bytes = value.to_v4().to_bytes();
  char key[sizeof bytes];
  std::memcpy(key, bytes.data(), sizeof key);
  return cx.once(Batch::Kind::address, {key, sizeof key}, make);
}

lt::address codec<lt::address>::from_js(Conversion& cx, napi_value value, Path const& path) {
  std::string const text = string_from_js(cx, value, path);
  boost::system::error_code error;
  auto result = boost::asio::ip::make_address(text, error);
  if (error) throw_type_error(cx, path, "an IP address", value);
  return result;
}

napi_value codec<UnixTime>::to_js(Conversion& cx, UnixTime time) {
  if (time.is_never()) return js_null(cx);
  napi_value const milliseconds = js_number(cx, static_cast<double>(time.value) * 1000);
  return cx.call(Hook::date, 1, &milliseconds);
}

UnixTime codec<UnixTime>::from_js(Conversion& cx, napi_value value, Path const& path) {
  if (is_nothing(cx, value)) return {};
  napi_value const milliseconds = cx.call(Hook::date_value, 1, &value);
  double number = std::nan("");
  check(cx.raw(), napi_get_value_double(cx.raw(), milliseconds, &number));
  if (std::isnan(number)) throw_type_error(cx, path, "a Date or null", value);
  return {static_cast<std::time_t>(std::floor(number / 1000))};
}

double milliseconds_of(Conversion& cx, lt::time_point time) {
  using milliseconds = std::chrono::duration<double, std::milli>;
  double const since_epoch = milliseconds(time.time_since_epoch()).count();
  if constexpr (std::is_same_v<lt::clock_type, std::chrono::steady_clock>) {
    return since_epoch + cx.clock_offset();
  } else {
    // libtorrent uses the standard library's high_resolution_clock, which may be the wall clock.
    // Its distance to the monotonic clock is measured now, so a later step of the clock has no
    // effect.
    auto const distance = [] {
      return now_in_milliseconds<std::chrono::steady_clock>() -
             now_in_milliseconds<lt::clock_type>();
    };
    if (!cx.clock_distance) cx.clock_distance = distance();
    return since_epoch + *cx.clock_distance + cx.clock_offset();
  }
}

napi_value codec<CalendarTime>::to_js(Conversion& cx, CalendarTime time) {
  if (time.value == lt::time_point()) return js_null(cx);
  auto const ago = std::chrono::duration_cast<std::chrono::system_clock::duration>(
      lt::clock_type::now() - time.value);
  auto const date =
      std::chrono::round<std::chrono::seconds>(std::chrono::system_clock::now() - ago);
  return binding::to_js(cx, UnixTime{std::chrono::system_clock::to_time_t(date)});
}

napi_value codec<TimeFromNow>::to_js(Conversion& cx, TimeFromNow time) {
  if (time.value <= lt::time_duration::zero()) return js_null(cx);
  return js_number(cx, milliseconds_of(cx, lt::clock_type::now() + time.value));
}

napi_value codec<lt::client_data_t>::to_js(Conversion& cx, lt::client_data_t value) {
  auto const token = reinterpret_cast<std::uintptr_t>(value.get<UserToken>());
  return binding::to_js(cx, static_cast<std::uint64_t>(token));
}

lt::client_data_t codec<lt::client_data_t>::from_js(Conversion& cx, napi_value value,
                                                    Path const& path) {
  auto const token = static_cast<std::uintptr_t>(binding::from_js<std::uint64_t>(cx, value, path));
  return lt::client_data_t(reinterpret_cast<UserToken*>(token));  // NOLINT: never dereferenced
}

}  // namespace binding

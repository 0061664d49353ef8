// One codec per C++ type converts its values to and from JavaScript, and names its TypeScript type.
// A type without a codec does not compile.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert/conversion.h"
#include "convert/path.h"
#include "node/boundary.h"
#include "node/value.h"

namespace binding {

// Specialisations have some of:
//   static napi_value to_js(Conversion&, T const&);
//   static T from_js(Conversion&, napi_value, Path const&);
//   static std::string ts();     the type that JavaScript receives
//   static std::string ts_in();  the type that JavaScript may pass, when it is wider than ts()
template <class T, class Enable = void>
struct codec;

template <class T, class = void>
struct has_ts_in : std::false_type {};
template <class T>
struct has_ts_in<T, std::void_t<decltype(codec<T>::ts_in())>> : std::true_type {};

template <class T>
std::string ts_out() {
  return codec<T>::ts();
}
template <class T>
std::string ts_in() {
  if constexpr (has_ts_in<T>::value) {
    return codec<T>::ts_in();
  } else {
    return codec<T>::ts();
  }
}

template <class T>
napi_value to_js(Conversion& cx, T const& value) {
  return codec<T>::to_js(cx, value);
}
template <class T>
T from_js(Conversion& cx, napi_value value, Path const& path) {
  return codec<T>::from_js(cx, value, path);
}

// ---- parts of codecs

// Text that may occur again in the batch.
inline napi_value js_repeated(Conversion& cx, std::string_view text) {
  return cx.once(Batch::Kind::text, text, [&] { return js_string(cx, text); });
}

std::uint32_t array_length(Conversion& cx, napi_value value, Path const& path);

// Calls `each(value, index)` for the elements of a JS array.
template <class F>
void for_each_element(Conversion& cx, napi_value value, Path const& path, F&& each) {
  std::uint32_t const length = array_length(cx, value, path);
  for (std::uint32_t i = 0; i < length; ++i) {
    napi_value element = nullptr;
    check(cx.raw(), napi_get_element(cx.raw(), value, i, &element));
    each(element, i);
  }
}

// Reads an integer in [low, high]. Both bounds are exact as doubles.
double integer_from_js(Conversion& cx, napi_value value, Path const& path, double low, double high);

constexpr double max_safe_integer = 9007199254740991.0;  // 2^53 - 1

struct Bytes {
  char const* data = nullptr;
  std::size_t size = 0;
};
// The bytes of a Uint8Array (or Buffer), valid until JavaScript runs again.
Bytes bytes_from_js(Conversion& cx, napi_value value, Path const& path);
bool is_bytes(Conversion& cx, napi_value value);
napi_value bytes_to_js(Conversion& cx, char const* data, std::size_t size);

std::string string_from_js(Conversion& cx, napi_value value, Path const& path);
std::string latin1_from_js(Conversion& cx, napi_value value, Path const& path);

// The type of a value between its conversion and its use: neither reference nor const.
template <class T>
using plain_argument = std::remove_cv_t<std::remove_reference_t<T>>;

// ---- codecs of C++'s own types

template <>
struct codec<bool> {
  static napi_value to_js(Conversion& cx, bool value) {
    napi_value result = nullptr;
    check(cx.raw(), napi_get_boolean(cx.raw(), value, &result));
    return result;
  }
  static bool from_js(Conversion& cx, napi_value value, Path const& path) {
    if (type_of(cx, value) != napi_boolean) throw_type_error(cx, path, "a boolean", value);
    bool result = false;
    check(cx.raw(), napi_get_value_bool(cx.raw(), value, &result));
    return result;
  }
  static std::string ts() { return "boolean"; }
};

// Integers are numbers. A value that a number can't represent exactly is a RangeError, never
// rounded.
template <class T>
struct codec<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
  using limits = std::numeric_limits<T>;
  static napi_value to_js(Conversion& cx, T value) {
    napi_value result = nullptr;
    if constexpr (sizeof(T) < 4 || std::is_same_v<T, std::int32_t>) {
      check(cx.raw(), napi_create_int32(cx.raw(), value, &result));
    } else if constexpr (sizeof(T) == 4) {
      check(cx.raw(), napi_create_uint32(cx.raw(), value, &result));
    } else {
      auto const number = static_cast<double>(value);
      if (number > max_safe_integer || number < -max_safe_integer) {
        throw_plain_error(
            cx, "RangeError",
            std::to_string(value) + " is no safe integer: a number can't represent it exactly");
      }
      check(cx.raw(), napi_create_double(cx.raw(), number, &result));
    }
    return result;
  }
  static T from_js(Conversion& cx, napi_value value, Path const& path) {
    constexpr double low =
        sizeof(T) > 4 ? (limits::is_signed ? -max_safe_integer : 0) : double(limits::min());
    constexpr double high = sizeof(T) > 4 ? max_safe_integer : double(limits::max());
    return static_cast<T>(integer_from_js(cx, value, path, low, high));
  }
  static std::string ts() { return "number"; }
};

// An integer all of whose 64 bits have a meaning.
struct BigInteger {
  std::int64_t value = 0;
};
template <>
struct codec<BigInteger> {
  static napi_value to_js(Conversion& cx, BigInteger integer);
  static BigInteger from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "bigint"; }
  static std::string ts_in() { return "number | bigint"; }
};

template <class T>
struct codec<T, std::enable_if_t<std::is_floating_point_v<T>>> {
  static napi_value to_js(Conversion& cx, T value) { return js_number(cx, value); }
  static T from_js(Conversion& cx, napi_value value, Path const& path) {
    if (type_of(cx, value) != napi_number) throw_type_error(cx, path, "a number", value);
    double number = 0;
    check(cx.raw(), napi_get_value_double(cx.raw(), value, &number));
    if (!std::isfinite(number)) throw_range_error(cx, path, "a finite number", value);
    return static_cast<T>(number);
  }
  static std::string ts() { return "number"; }
};

template <>
struct codec<std::string> {
  static napi_value to_js(Conversion& cx, std::string const& value) {
    return js_repeated(cx, value);
  }
  // libtorrent and the system end a string at its first zero, and would lose the rest.
  static std::string from_js(Conversion& cx, napi_value value, Path const& path) {
    std::string text = string_from_js(cx, value, path);
    if (text.find('\0') != std::string::npos) {
      throw_type_error(cx, path, "a string without null characters", value);
    }
    return text;
  }
  static std::string ts() { return "string"; }
};

template <>
struct codec<char const*> {
  static napi_value to_js(Conversion& cx, char const* value) {
    return js_repeated(cx, value == nullptr ? std::string_view() : std::string_view(value));
  }
  static std::string ts() { return "string"; }
};

template <>
struct codec<std::vector<char>> {
  static napi_value to_js(Conversion& cx, std::vector<char> const& value) {
    return bytes_to_js(cx, value.data(), value.size());
  }
  static std::vector<char> from_js(Conversion& cx, napi_value value, Path const& path) {
    auto const bytes = bytes_from_js(cx, value, path);
    return bytes.size == 0 ? std::vector<char>()
                           : std::vector<char>(bytes.data, bytes.data + bytes.size);
  }
  static std::string ts() { return "Buffer"; }
  static std::string ts_in() { return "Uint8Array"; }
};

}  // namespace binding

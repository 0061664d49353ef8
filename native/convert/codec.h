// One codec per C++ type: how it reads in JavaScript, how it is read from there, and what
// TypeScript calls it. A type without a codec does not compile.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert/path.h"
#include "node/batch.h"
#include "node/boundary.h"
#include "node/environment.h"

namespace binding {

// Specialisations have some of:
//   static napi_value to_js(Environment&, T const&);
//   static T from_js(Environment&, napi_value, Path const&);
//   static std::string ts();     what JavaScript gets
//   static std::string ts_in();  what JavaScript may give, when that is more than ts()
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
napi_value to_js(Environment& env, T const& value) {
  return codec<T>::to_js(env, value);
}
template <class T>
T from_js(Environment& env, napi_value value, Path const& path) {
  return codec<T>::from_js(env, value, path);
}

// ---- pieces that codecs are made of

inline napi_valuetype type_of(Environment& env, napi_value value) {
  napi_valuetype type = napi_undefined;
  check(env.raw(), napi_typeof(env.raw(), value, &type));
  return type;
}

inline bool is_nothing(Environment& env, napi_value value) {
  auto const type = type_of(env, value);
  return type == napi_undefined || type == napi_null;
}

inline napi_value js_null(Environment& env) {
  napi_value result = nullptr;
  check(env.raw(), napi_get_null(env.raw(), &result));
  return result;
}

inline napi_value js_undefined(Environment& env) {
  napi_value result = nullptr;
  check(env.raw(), napi_get_undefined(env.raw(), &result));
  return result;
}

inline napi_value js_number(Environment& env, double value) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_double(env.raw(), value, &result));
  return result;
}

inline napi_value js_string(Environment& env, std::string_view text) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_string_utf8(env.raw(), text.data(), text.size(), &result));
  return result;
}

// Text that may come again.
inline napi_value js_repeated(Environment& env, std::string_view text) {
  if (env.batch == nullptr) return js_string(env, text);
  return env.batch->once(Batch::Kind::text, text, [&] { return js_string(env, text); });
}

// Text in which every character is one byte.
inline napi_value js_latin1(Environment& env, std::string_view text) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_string_latin1(env.raw(), text.data(), text.size(), &result));
  return result;
}

std::uint32_t array_length(Environment& env, napi_value value, Path const& path);

// Calls `each(value, index)` for the elements of a JS array.
template <class F>
void for_each_element(Environment& env, napi_value value, Path const& path, F&& each) {
  std::uint32_t const length = array_length(env, value, path);
  for (std::uint32_t i = 0; i < length; ++i) {
    napi_value element = nullptr;
    check(env.raw(), napi_get_element(env.raw(), value, i, &element));
    each(element, i);
  }
}

// An integer in [low, high]; both are exact as doubles.
double integer_from_js(Environment& env, napi_value value, Path const& path, double low,
                       double high);

constexpr double max_safe_integer = 9007199254740991.0;  // 2^53 - 1

struct Bytes {
  char const* data = nullptr;
  std::size_t size = 0;
};
// The bytes of a Uint8Array (or Buffer), valid until JavaScript runs again.
Bytes bytes_from_js(Environment& env, napi_value value, Path const& path);
bool is_bytes(Environment& env, napi_value value);
napi_value bytes_to_js(Environment& env, char const* data, std::size_t size);

std::string string_from_js(Environment& env, napi_value value, Path const& path);
std::string latin1_from_js(Environment& env, napi_value value, Path const& path);

// The type that keeps a value while it crosses: no reference, no const.
template <class T>
using plain_argument = std::remove_cv_t<std::remove_reference_t<T>>;

// ---- codecs of the language's own types

template <>
struct codec<bool> {
  static napi_value to_js(Environment& env, bool value) {
    napi_value result = nullptr;
    check(env.raw(), napi_get_boolean(env.raw(), value, &result));
    return result;
  }
  static bool from_js(Environment& env, napi_value value, Path const& path) {
    if (type_of(env, value) != napi_boolean) throw_type_error(env, path, "a boolean", value);
    bool result = false;
    check(env.raw(), napi_get_value_bool(env.raw(), value, &result));
    return result;
  }
  static std::string ts() { return "boolean"; }
};

// Integers are numbers; what a number can't hold exactly is a RangeError, never rounded.
template <class T>
struct codec<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
  using limits = std::numeric_limits<T>;
  static napi_value to_js(Environment& env, T value) {
    napi_value result = nullptr;
    if constexpr (sizeof(T) < 4 || std::is_same_v<T, std::int32_t>) {
      check(env.raw(), napi_create_int32(env.raw(), value, &result));
    } else if constexpr (sizeof(T) == 4) {
      check(env.raw(), napi_create_uint32(env.raw(), value, &result));
    } else {
      auto const number = static_cast<double>(value);
      if (number > max_safe_integer || number < -max_safe_integer) {
        throw_plain_error(env, "RangeError",
                          std::to_string(value) + " is beyond what a number holds exactly");
      }
      check(env.raw(), napi_create_double(env.raw(), number, &result));
    }
    return result;
  }
  static T from_js(Environment& env, napi_value value, Path const& path) {
    constexpr double low =
        sizeof(T) > 4 ? (limits::is_signed ? -max_safe_integer : 0) : double(limits::min());
    constexpr double high = sizeof(T) > 4 ? max_safe_integer : double(limits::max());
    return static_cast<T>(integer_from_js(env, value, path, low, high));
  }
  static std::string ts() { return "number"; }
};

// Where all 64 bits have a meaning.
struct BigInteger {
  std::int64_t value = 0;
};
template <>
struct codec<BigInteger> {
  static napi_value to_js(Environment& env, BigInteger integer);
  static BigInteger from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return "bigint"; }
  static std::string ts_in() { return "number | bigint"; }
};

template <class T>
struct codec<T, std::enable_if_t<std::is_floating_point_v<T>>> {
  static napi_value to_js(Environment& env, T value) { return js_number(env, value); }
  static T from_js(Environment& env, napi_value value, Path const& path) {
    if (type_of(env, value) != napi_number) throw_type_error(env, path, "a number", value);
    double number = 0;
    check(env.raw(), napi_get_value_double(env.raw(), value, &number));
    if (!std::isfinite(number)) throw_range_error(env, path, "a finite number", value);
    return static_cast<T>(number);
  }
  static std::string ts() { return "number"; }
};

template <>
struct codec<std::string> {
  static napi_value to_js(Environment& env, std::string const& value) {
    return js_repeated(env, value);
  }
  // libtorrent and the system end a string at its first zero: what comes behind would be lost.
  static std::string from_js(Environment& env, napi_value value, Path const& path) {
    std::string text = string_from_js(env, value, path);
    if (text.find('\0') != std::string::npos) {
      throw_type_error(env, path, "a string without null characters", value);
    }
    return text;
  }
  static std::string ts() { return "string"; }
};

template <>
struct codec<char const*> {
  static napi_value to_js(Environment& env, char const* value) {
    return js_repeated(env, value == nullptr ? std::string_view() : std::string_view(value));
  }
  static std::string ts() { return "string"; }
};

template <>
struct codec<std::vector<char>> {
  static napi_value to_js(Environment& env, std::vector<char> const& value) {
    return bytes_to_js(env, value.data(), value.size());
  }
  static std::vector<char> from_js(Environment& env, napi_value value, Path const& path) {
    auto const bytes = bytes_from_js(env, value, path);
    return bytes.size == 0 ? std::vector<char>()
                           : std::vector<char>(bytes.data, bytes.data + bytes.size);
  }
  static std::string ts() { return "Buffer"; }
  static std::string ts_in() { return "Uint8Array"; }
};

}  // namespace binding

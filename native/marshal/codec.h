// One codec per C++ type: how it reads in JavaScript, how it is read from there, and what
// TypeScript calls it. A type without a codec does not compile.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "marshal/path.h"
#include "runtime/batch.h"
#include "runtime/boundary.h"
#include "runtime/environment.h"

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

// Values on their way to the factories of lib/, in the order of the tables.
using Tape = std::vector<napi_value>;

// Codecs of records have, besides:
//   static std::size_t factory();                     the number of lib's factory
//   static void put(Environment&, T const&, Tape&);   the fields, one after the other
// So that a record within a record costs no call of its own.
template <class T, class = void>
struct is_record_codec : std::false_type {};
template <class T>
struct is_record_codec<T, std::void_t<decltype(codec<T>::factory())>> : std::true_type {};

template <class T>
void put(Environment& env, T const& value, Tape& tape) {
  if constexpr (is_record_codec<T>::value) {
    codec<T>::put(env, value, tape);
  } else {
    tape.push_back(codec<T>::to_js(env, value));
  }
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

inline void put_number(Environment& env, std::size_t number, Tape& tape) {
  napi_value value = nullptr;
  check(env.raw(), napi_create_uint32(env.raw(), static_cast<std::uint32_t>(number), &value));
  tape.push_back(value);
}

template <class T>
void put_record(Environment& env, T const& value, Tape& tape) {
  put_number(env, codec<T>::factory(), tape);
  codec<T>::put(env, value, tape);
}

template <class T>
napi_value record_to_js(Environment& env, T const& value) {
  Tape tape;
  put_record(env, value, tape);
  return env.call(Hook::record, tape.size(), tape.data());
}

// An array of lib's realm, in chunks: arguments live on V8's stack. Handles of one chunk live at
// once.
template <Hook make, Hook append>
class Array {
 public:
  explicit Array(Environment& env) : env_(env) {}
  template <class T>
  void push(T const& value) {
    if constexpr (std::is_same_v<T, napi_value>) {
      chunk_.push_back(value);
    } else {
      put_record(env_, value, chunk_);
    }
    if (chunk_.size() >= limit) flush();
  }
  napi_value finish() {
    if (array_ == nullptr || chunk_.size() > 1) flush();
    batch_.reset();
    return array_;
  }

 private:
  static constexpr std::size_t limit = 1024;
  void flush() {
    napi_value const result =
        env_.call(array_ == nullptr ? make : append, chunk_.size(), chunk_.data());
    if (array_ == nullptr) array_ = result;
    chunk_.assign(1, array_);
    batch_.reset();
    batch_ = std::make_unique<Batch>(env_);
  }

  Environment& env_;
  napi_value array_ = nullptr;    // of the surrounding scope
  std::unique_ptr<Batch> batch_;  // too large for the stack where values nest
  Tape chunk_;                    // from the second one on, the array comes first
};
using ArrayBuilder = Array<Hook::array, Hook::append>;
using RecordsBuilder = Array<Hook::records, Hook::append_records>;

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

// A value as it is held while it crosses: no reference, no const.
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

// Codec of C++ enums as unions of string literals. A table has one line per enum.
#pragma once

#include <array>
#include <string>

#include "convert/codec.h"

namespace binding {

template <class T>
struct Enumerator {
  T value;
  char const* name;
};

// Specialised by the tables: name (in TypeScript) and values (an array of Enumerator<T>).
template <class T>
struct enumeration;

template <class T, class = void>
struct is_enumeration : std::false_type {};
template <class T>
struct is_enumeration<T, std::void_t<decltype(enumeration<T>::values)>> : std::true_type {};

template <class T>
struct codec<T, std::enable_if_t<is_enumeration<T>::value>> {
  static napi_value to_js(Conversion& cx, T value) {
    for (auto const& known : enumeration<T>::values) {
      if (known.value == value) return cx.literal(known.name);
    }
    // The libtorrent at run time is newer than the one that this was compiled against.
    return js_string(cx, std::to_string(static_cast<long long>(value)));
  }
  static T from_js(Conversion& cx, napi_value value, Path const& path) {
    if (type_of(cx, value) == napi_string) {
      std::string const name = string_from_js(cx, value, path);
      for (auto const& known : enumeration<T>::values) {
        if (name == known.name) return known.value;
      }
    }
    std::string expected = "one of";
    for (auto const& known : enumeration<T>::values)
      expected += std::string(" '") + known.name + "'";
    throw_type_error(cx, path, expected, value);
  }
  static std::string ts() { return enumeration<T>::name; }
};

}  // namespace binding

// Codecs of the standard library's containers, by the codecs of their elements.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "convert/codec.h"
#include "convert/record_buffer.h"

namespace binding {

// An argument or member that may be absent.
template <class T>
struct codec<std::optional<T>> {
  static napi_value to_js(Conversion& cx, std::optional<T> const& value) {
    return value ? codec<T>::to_js(cx, *value) : js_null(cx);
  }
  static std::optional<T> from_js(Conversion& cx, napi_value value, Path const& path) {
    if (is_nothing(cx, value)) return std::nullopt;
    return codec<T>::from_js(cx, value, path);
  }
  static std::string ts() { return ts_out<T>() + " | null"; }
  static std::string ts_in() { return binding::ts_in<T>() + " | null"; }
};

template <class First, class Second>
struct codec<std::pair<First, Second>> {
  static napi_value to_js(Conversion& cx, std::pair<First, Second> const& value) {
    ArrayBuilder array(cx);
    array.push(codec<First>::to_js(cx, value.first));
    array.push(codec<Second>::to_js(cx, value.second));
    return array.finish();
  }
  static std::pair<First, Second> from_js(Conversion& cx, napi_value value, Path const& path) {
    constexpr std::uint32_t both = 2;
    if (array_length(cx, value, path) != both) throw_type_error(cx, path, "an array of two", value);
    napi_value first = nullptr;
    napi_value second = nullptr;
    check(cx.raw(), napi_get_element(cx.raw(), value, 0, &first));
    check(cx.raw(), napi_get_element(cx.raw(), value, 1, &second));
    return {codec<First>::from_js(cx, first, Path(path, std::size_t{0})),
            codec<Second>::from_js(cx, second, Path(path, std::size_t{1}))};
  }
  static std::string ts() { return "readonly [" + ts_out<First>() + ", " + ts_out<Second>() + "]"; }
  static std::string ts_in() {
    return "readonly [" + binding::ts_in<First>() + ", " + binding::ts_in<Second>() + "]";
  }
};

// The codec of a container that is filled like a list. `Element` is the type of an element as read.
template <class List, class Element>
struct list_codec {
  static napi_value to_js(Conversion& cx, List const& value) {
    if constexpr (is_record_codec<Element>::value) {
      RecordsBuilder array(cx);
      for (auto const& element : value) array.push(static_cast<Element const&>(element));
      return array.finish();
    } else {
      ArrayBuilder array(cx);
      for (auto const& element : value) {
        array.push(codec<Element>::to_js(cx, static_cast<Element const&>(element)));
      }
      return array.finish();
    }
  }
  static List from_js(Conversion& cx, napi_value value, Path const& path) {
    List result;
    for_each_element(cx, value, path, [&](napi_value element, std::size_t index) {
      result.insert(result.end(), codec<Element>::from_js(cx, element, Path(path, index)));
    });
    return result;
  }
  static std::string ts() { return "ReadonlyArray<" + ts_out<Element>() + ">"; }
  static std::string ts_in() { return "ReadonlyArray<" + binding::ts_in<Element>() + ">"; }
};

template <class T>
struct codec<std::vector<T>> : list_codec<std::vector<T>, T> {};
template <class T>
struct codec<std::set<T>> : list_codec<std::set<T>, T> {};

template <>
struct codec<std::vector<bool>> : list_codec<std::vector<bool>, bool> {
  static napi_value to_js(Conversion& cx, std::vector<bool> const& value) {
    ArrayBuilder array(cx);
    for (bool const element : value) array.push(codec<bool>::to_js(cx, element));
    return array.finish();
  }
};

template <class Key, class Value>
struct codec<std::map<Key, Value>> {
  static napi_value to_js(Conversion& cx, std::map<Key, Value> const& value) {
    ArrayBuilder flat(cx);
    for (auto const& [key, mapped] : value) {
      flat.push(codec<Key>::to_js(cx, key));
      flat.push(codec<Value>::to_js(cx, mapped));
    }
    napi_value const entries = flat.finish();
    return cx.call(Hook::map, 1, &entries);
  }
  static std::map<Key, Value> from_js(Conversion& cx, napi_value value, Path const& path) {
    napi_value const flat = cx.call(Hook::map_entries, 1, &value);
    if (is_nothing(cx, flat)) throw_type_error(cx, path, "a Map", value);
    std::map<Key, Value> result;
    std::optional<Key> key;
    for_each_element(cx, flat, path, [&](napi_value element, std::size_t index) {
      Path const at(path, index / 2);
      if (!key) {
        key = codec<Key>::from_js(cx, element, at);
      } else {
        result[*key] = codec<Value>::from_js(cx, element, at);
        key.reset();
      }
    });
    return result;
  }
  static std::string ts() { return "ReadonlyMap<" + ts_out<Key>() + ", " + ts_out<Value>() + ">"; }
  static std::string ts_in() {
    return "ReadonlyMap<" + binding::ts_in<Key>() + ", " + binding::ts_in<Value>() + ">";
  }
};

}  // namespace binding

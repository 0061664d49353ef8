// Codecs of the standard library's containers, by those of what they contain.
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
  static napi_value to_js(Environment& env, std::optional<T> const& value) {
    return value ? codec<T>::to_js(env, *value) : js_null(env);
  }
  static std::optional<T> from_js(Environment& env, napi_value value, Path const& path) {
    if (is_nothing(env, value)) return std::nullopt;
    return codec<T>::from_js(env, value, path);
  }
  static std::string ts() { return ts_out<T>() + " | null"; }
  static std::string ts_in() { return binding::ts_in<T>() + " | null"; }
};

template <class First, class Second>
struct codec<std::pair<First, Second>> {
  static napi_value to_js(Environment& env, std::pair<First, Second> const& value) {
    ArrayBuilder array(env);
    array.push(codec<First>::to_js(env, value.first));
    array.push(codec<Second>::to_js(env, value.second));
    return array.finish();
  }
  static std::pair<First, Second> from_js(Environment& env, napi_value value, Path const& path) {
    constexpr std::uint32_t both = 2;
    if (array_length(env, value, path) != both)
      throw_type_error(env, path, "an array of two", value);
    napi_value first = nullptr;
    napi_value second = nullptr;
    check(env.raw(), napi_get_element(env.raw(), value, 0, &first));
    check(env.raw(), napi_get_element(env.raw(), value, 1, &second));
    return {codec<First>::from_js(env, first, Path(path, std::size_t{0})),
            codec<Second>::from_js(env, second, Path(path, std::size_t{1}))};
  }
  static std::string ts() { return "readonly [" + ts_out<First>() + ", " + ts_out<Second>() + "]"; }
  static std::string ts_in() {
    return "readonly [" + binding::ts_in<First>() + ", " + binding::ts_in<Second>() + "]";
  }
};

// Anything that is filled like a list. `Element` is what a reader of an element sees.
template <class List, class Element>
struct list_codec {
  static napi_value to_js(Environment& env, List const& value) {
    if constexpr (is_record_codec<Element>::value) {
      RecordsBuilder array(env);
      for (auto const& element : value) array.push(static_cast<Element const&>(element));
      return array.finish();
    } else {
      ArrayBuilder array(env);
      for (auto const& element : value) {
        array.push(codec<Element>::to_js(env, static_cast<Element const&>(element)));
      }
      return array.finish();
    }
  }
  static List from_js(Environment& env, napi_value value, Path const& path) {
    List result;
    for_each_element(env, value, path, [&](napi_value element, std::size_t index) {
      result.insert(result.end(), codec<Element>::from_js(env, element, Path(path, index)));
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
  static napi_value to_js(Environment& env, std::vector<bool> const& value) {
    ArrayBuilder array(env);
    for (bool const element : value) array.push(codec<bool>::to_js(env, element));
    return array.finish();
  }
};

template <class Key, class Value>
struct codec<std::map<Key, Value>> {
  static napi_value to_js(Environment& env, std::map<Key, Value> const& value) {
    ArrayBuilder flat(env);
    for (auto const& [key, mapped] : value) {
      flat.push(codec<Key>::to_js(env, key));
      flat.push(codec<Value>::to_js(env, mapped));
    }
    napi_value const entries = flat.finish();
    return env.call(Hook::map, 1, &entries);
  }
  static std::map<Key, Value> from_js(Environment& env, napi_value value, Path const& path) {
    napi_value const flat = env.call(Hook::map_entries, 1, &value);
    if (is_nothing(env, flat)) throw_type_error(env, path, "a Map", value);
    std::map<Key, Value> result;
    std::optional<Key> key;
    for_each_element(env, flat, path, [&](napi_value element, std::size_t index) {
      Path const at(path, index / 2);
      if (!key) {
        key = codec<Key>::from_js(env, element, at);
      } else {
        result[*key] = codec<Value>::from_js(env, element, at);
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

// Codec of C++ structs as plain JS objects. A table has one line per struct.
//
// A record is a visitor: record<T>::each(v) calls v(name, accessor) for every field, where name and
// accessor come from one token. An accessor is a pointer to a member, a pointer to a const getter,
// or one of the adapters below.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "convert/containers.h"

namespace binding {

// Specialised by the tables: name (in TypeScript), factory (its slot), each(visitor).
template <class T>
struct record;

// ---- accessors

template <class T>
using plain = std::remove_cv_t<std::remove_reference_t<T>>;

// A computed field, which can only be read. Get is T(Struct const&).
template <class Get>
struct Computed {
  Get get;
};
template <class Get>
constexpr Computed<Get> computed(Get get) {
  return {get};
}

// A bool that is a bit-field, and therefore has no address.
template <class Get, class Set>
struct Bit {
  Get get;
  Set set;
};
template <class Get, class Set>
constexpr Bit<Get, Set> bit(Get get, Set set) {
  return {get, set};
}

// A member that is converted as another type. View is constructed from it, and has `.value`.
template <class View, class Struct, class T>
struct Viewed {
  T Struct::*member;
};
template <class View, class Struct, class T>
constexpr Viewed<View, Struct, T> viewed(T Struct::*member) {
  return {member};
}

// A field that is absent in JavaScript where it is empty, or equal to that of a blank struct. So
// `{ savePath, ...params }` keeps its savePath.
template <class Accessor>
struct Optional {
  Accessor accessor;
};
template <class Accessor>
constexpr Optional<Accessor> optional(Accessor accessor) {
  return {accessor};
}

template <class S, class Struct, class T>
decltype(auto) read(S const& object, T Struct::*accessor) {
  if constexpr (std::is_function_v<T>) {
    return (object.*accessor)();
  } else {
    return static_cast<T const&>(object.*accessor);
  }
}
template <class S, class Get>
auto read(S const& object, Computed<Get> const& accessor) {
  return accessor.get(object);
}
template <class S, class Get, class Set>
bool read(S const& object, Bit<Get, Set> const& accessor) {
  return accessor.get(object);
}
template <class S, class View, class Struct, class T>
View read(S const& object, Viewed<View, Struct, T> const& accessor) {
  return View{object.*accessor.member};
}

template <class S, class Accessor>
decltype(auto) read(S const& object, Optional<Accessor> const& field) {
  return read(object, field.accessor);
}

template <class S, class Accessor>
using field_type = plain<decltype(read(std::declval<S const&>(), std::declval<Accessor>()))>;

template <class S, class Struct, class T>
void write(Conversion& cx, S& object, T Struct::*accessor, napi_value value, Path const& path) {
  object.*accessor = from_js<plain<T>>(cx, value, path);
}
template <class S, class Get, class Set>
void write(Conversion& cx, S& object, Bit<Get, Set> const& accessor, napi_value value,
           Path const& path) {
  accessor.set(object, from_js<bool>(cx, value, path));
}
template <class S, class View, class Struct, class T>
void write(Conversion& cx, S& object, Viewed<View, Struct, T> const& accessor, napi_value value,
           Path const& path) {
  object.*accessor.member = from_js<View>(cx, value, path).value;
}
template <class S, class Accessor>
void write(Conversion& cx, S& object, Optional<Accessor> const& field, napi_value value,
           Path const& path) {
  write(cx, object, field.accessor, value, path);
}
template <class Accessor>
struct is_writable : std::true_type {};
template <class Get>
struct is_writable<Computed<Get>> : std::false_type {};

template <class Accessor>
struct is_optional_field : std::false_type {};
template <class Accessor>
struct is_optional_field<Optional<Accessor>> : std::true_type {};

template <class T, class = void>
struct has_empty : std::false_type {};
template <class T>
struct has_empty<T, std::void_t<decltype(std::declval<T const&>().empty())>> : std::true_type {};

// Returns whether `value` is empty or that of a blank struct. Specialised for types without ==.
template <class T>
bool is_absent(T const& value, [[maybe_unused]] T const& blank) {
  if constexpr (has_empty<T>::value) {
    return value.empty();
  } else {
    return value == blank;
  }
}

// ---- names

// Converts libtorrent's snake_case to camelCase: "save_path" -> "savePath".
std::string camel_case(std::string_view snake);
bool is_camel_of(std::string_view camel, char const* snake);

// ---- visitors

// The record before its fields are read. Specialised for types without a default constructor.
template <class T>
T blank() {
  return T{};
}

template <class T>
struct FieldWriter {
  Conversion& cx;
  T const& object;
  RecordBuffer& records;
  template <class Accessor>
  void operator()(char const*, Accessor accessor) {
    using type = field_type<T, Accessor>;
    if constexpr (is_optional_field<Accessor>::value) {
      static auto const* const nothing = new T(blank<T>());
      type const& value = read(object, accessor);
      if (is_absent<type>(value, read(*nothing, accessor))) {
        records.push_back(js_undefined(cx));
        return;
      }
    }
    put<type>(cx, read(object, accessor), records);
  }
};

struct NameCollector {
  std::vector<std::string> names;
  template <class Accessor>
  void operator()(char const* name, Accessor) {
    if constexpr (is_writable<Accessor>::value) names.push_back(camel_case(name));
  }
};

// Assigns the one field that `key` names.
template <class T>
struct FieldReader {
  Conversion& cx;
  T& object;
  std::string const& key;
  napi_value value;
  Path const& path;
  bool found = false;
  template <class Accessor>
  void operator()(char const* name, Accessor accessor) {
    if constexpr (is_writable<Accessor>::value) {
      if (found || !is_camel_of(key, name)) return;
      found = true;
      write(cx, object, accessor, value, Path(path, key.c_str()));
    } else {
      // JavaScript may pass a computed field back. It is ignored.
      found = found || is_camel_of(key, name);
    }
  }
};

// Calls `each(key, value)` for the own enumerable properties whose value is not undefined.
template <class F>
void for_each_property(Conversion& cx, napi_value object, Path const& path, F&& each) {
  if (type_of(cx, object) != napi_object) throw_type_error(cx, path, "an object", object);
  napi_value const keys = cx.call(Hook::keys, 1, &object);
  for_each_element(cx, keys, path, [&](napi_value key, std::size_t) {
    napi_value value = nullptr;
    check(cx.raw(), napi_get_property(cx.raw(), object, key, &value));
    if (type_of(cx, value) != napi_undefined) each(string_from_js(cx, key, path), value);
  });
}

template <class T>
void update_from_js(Conversion& cx, T& object, napi_value value, Path const& path) {
  for_each_property(cx, value, path, [&](std::string const& key, napi_value property) {
    FieldReader<T> reader{cx, object, key, property, path};
    record<T>::each(reader);
    if (reader.found) return;
    NameCollector collector;
    record<T>::each(collector);
    throw_unknown_key(cx, path, key, nearest_name(key, collector.names));
  });
}

// Throws OutOfRange unless the record is valid. Specialised for records that can be invalid.
template <class T>
void validate(T const&) {}

// The TypeScript type of a record that JavaScript passes. By default all fields are optional.
template <class T>
std::string input_type() {
  return std::string(record<T>::name) + "Init";
}

template <class T, class = void>
struct is_record : std::false_type {};
template <class T>
struct is_record<T, std::void_t<decltype(record<T>::factory)>> : std::true_type {};

template <class T>
struct codec<T, std::enable_if_t<is_record<T>::value>> {
  static std::size_t factory() { return record<T>::factory; }
  static void put(Conversion& cx, T const& object, RecordBuffer& records) {
    FieldWriter<T> writer{cx, object, records};
    record<T>::each(writer);
  }
  static napi_value to_js(Conversion& cx, T const& object) { return record_to_js(cx, object); }
  static T from_js(Conversion& cx, napi_value value, Path const& path) {
    T object = blank<T>();
    update_from_js(cx, object, value, path);
    validate(object);
    return object;
  }
  static std::string ts() { return record<T>::name; }
  static std::string ts_in() { return input_type<T>(); }
};

}  // namespace binding

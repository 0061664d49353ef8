// A C++ struct as a plain JS object, told by one table line per struct.
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

// ---- accessors: what they read, and how

template <class T>
using plain = std::remove_cv_t<std::remove_reference_t<T>>;

// A computed field, or one of a bit-field: Get is T(Struct const&).
template <class Get>
struct Computed {
  Get get;
};
template <class Get>
constexpr Computed<Get> computed(Get get) {
  return {get};
}

// A bool that is a bit-field, which has no address.
template <class Get, class Set>
struct Bit {
  Get get;
  Set set;
};
template <class Get, class Set>
constexpr Bit<Get, Set> bit(Get get, Set set) {
  return {get, set};
}

// A member that crosses as another type: View is constructed from it and has `.value`.
template <class View, class Struct, class T>
struct Viewed {
  T Struct::*member;
};
template <class View, class Struct, class T>
constexpr Viewed<View, Struct, T> viewed(T Struct::*member) {
  return {member};
}

// A field that is left out where the struct says nothing: where it is empty, or has the value of a
// blank one. So `{ savePath, ...params }` keeps the savePath.
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
void write(Environment& env, S& object, T Struct::*accessor, napi_value value, Path const& path) {
  object.*accessor = from_js<plain<T>>(env, value, path);
}
template <class S, class Get, class Set>
void write(Environment& env, S& object, Bit<Get, Set> const& accessor, napi_value value,
           Path const& path) {
  accessor.set(object, from_js<bool>(env, value, path));
}
template <class S, class View, class Struct, class T>
void write(Environment& env, S& object, Viewed<View, Struct, T> const& accessor, napi_value value,
           Path const& path) {
  object.*accessor.member = from_js<View>(env, value, path).value;
}
template <class S, class Accessor>
void write(Environment& env, S& object, Optional<Accessor> const& field, napi_value value,
           Path const& path) {
  write(env, object, field.accessor, value, path);
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

// Whether `value` says no more than that of a blank struct; specialised for types without ==.
template <class T>
bool is_absent(T const& value, [[maybe_unused]] T const& blank) {
  if constexpr (has_empty<T>::value) {
    return value.empty();
  } else {
    return value == blank;
  }
}

// ---- names

// libtorrent's snake_case in JavaScript's camelCase: "save_path" -> "savePath".
std::string camel_case(std::string_view snake);
bool is_camel_of(std::string_view camel, char const* snake);

// ---- visitors

// What a record starts from when it is read; specialised where there is no default constructor.
template <class T>
T blank() {
  return T{};
}

template <class T>
struct FieldWriter {
  Environment& env;
  T const& object;
  RecordBuffer& records;
  template <class Accessor>
  void operator()(char const*, Accessor accessor) {
    using type = field_type<T, Accessor>;
    if constexpr (is_optional_field<Accessor>::value) {
      static auto const* const nothing = new T(blank<T>());
      type const& value = read(object, accessor);
      if (is_absent<type>(value, read(*nothing, accessor))) {
        records.push_back(js_undefined(env));
        return;
      }
    }
    put<type>(env, read(object, accessor), records);
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
  Environment& env;
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
      write(env, object, accessor, value, Path(path, key.c_str()));
    } else {
      // What we compute may be given back to us, and is ignored.
      found = found || is_camel_of(key, name);
    }
  }
};

// Calls `each(key, value)` for the own enumerable properties whose value is not undefined.
template <class F>
void for_each_property(Environment& env, napi_value object, Path const& path, F&& each) {
  if (type_of(env, object) != napi_object) throw_type_error(env, path, "an object", object);
  napi_value const keys = env.call(Hook::keys, 1, &object);
  for_each_element(env, keys, path, [&](napi_value key, std::size_t) {
    napi_value value = nullptr;
    check(env.raw(), napi_get_property(env.raw(), object, key, &value));
    if (type_of(env, value) != napi_undefined) each(string_from_js(env, key, path), value);
  });
}

template <class T>
void update_from_js(Environment& env, T& object, napi_value value, Path const& path) {
  for_each_property(env, value, path, [&](std::string const& key, napi_value property) {
    FieldReader<T> reader{env, object, key, property, path};
    record<T>::each(reader);
    if (reader.found) return;
    NameCollector collector;
    record<T>::each(collector);
    throw_unknown_key(env, path, key, nearest_name(key, collector.names));
  });
}

// What must hold of a record that was given; throws OutOfRange. Specialised where something must.
template <class T>
void validate(T const&) {}

// What may be given of a record: by default, all of its fields are optional.
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
  static void put(Environment& env, T const& object, RecordBuffer& records) {
    FieldWriter<T> writer{env, object, records};
    record<T>::each(writer);
  }
  static napi_value to_js(Environment& env, T const& object) { return record_to_js(env, object); }
  static T from_js(Environment& env, napi_value value, Path const& path) {
    T object = blank<T>();
    update_from_js(env, object, value, path);
    validate(object);
    return object;
  }
  static std::string ts() { return record<T>::name; }
  static std::string ts_in() { return input_type<T>(); }
};

}  // namespace binding

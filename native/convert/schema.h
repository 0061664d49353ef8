// Describes the tables as JSON for the generator of lib/generated. The compiler deduces the types.
#pragma once

#include <string>
#include <string_view>

#include "convert/enumeration.h"
#include "convert/method.h"
#include "convert/record.h"

namespace binding {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(char const* text) { return value(std::string_view(text)); }
  JsonWriter& value(std::string const& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool boolean);
  JsonWriter& value(double number);
  JsonWriter& value(int number) { return value(static_cast<double>(number)); }
  std::string take() { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quote(std::string_view text);
  std::string text_;
  bool first_ = true;
};

// { cpp, name, type, input, isRecord, isOptional } per field; input is absent when it can only be
// read, isRecord unless the fields of a record stand in the record buffer in its place, isOptional
// unless the field may be left out.
template <class T>
struct RecordDescriber {
  JsonWriter& json;
  template <class Accessor>
  void operator()(char const* name, Accessor) {
    using type = field_type<T, Accessor>;
    json.begin_object();
    json.key("cpp").value(name);
    json.key("name").value(camel_case(name));
    json.key("type").value(ts_out<type>());
    if constexpr (is_record_codec<type>::value) json.key("isRecord").value(true);
    if constexpr (is_optional_field<Accessor>::value) json.key("isOptional").value(true);
    if constexpr (is_writable<Accessor>::value) json.key("input").value(ts_in<type>());
    json.end_object();
  }
};

template <class T>
void describe_record(JsonWriter& json, char const* cpp_name) {
  json.key(record<T>::name).begin_object();
  json.key("cpp").value(cpp_name);
  json.key("fields").begin_array();
  RecordDescriber<T> describer{json};
  record<T>::each(describer);
  json.end_array().end_object();
}

template <class T>
void describe_enum(JsonWriter& json, char const* cpp_name) {
  json.key(enumeration<T>::name).begin_object();
  json.key("cpp").value(cpp_name);
  json.key("values").begin_array();
  for (auto const& known : enumeration<T>::values) json.value(known.name);
  json.end_array().end_object();
}

void describe_methods(JsonWriter& json, char const* class_name, Methods const& methods);

}  // namespace binding

#include "convert/schema.h"

#include <cmath>
#include <cstdio>

namespace binding {

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  first_ = false;
  return *this;
}

void JsonWriter::separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  first_ = true;  // no comma before the value
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

JsonWriter& JsonWriter::value(bool boolean) {
  separate();
  text_ += boolean ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  separate();
  char digits[32];
  char const* const format = std::trunc(number) == number ? "%.0f" : "%.17g";
  std::snprintf(digits, sizeof digits, format, number);
  text_ += digits;
  return *this;
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  for (char const c : text) {
    if (c == '"' || c == '\\') text_ += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
      text_ += escaped;
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

void describe_methods(JsonWriter& json, char const* class_name, Methods const& methods) {
  json.key(class_name).begin_array();
  for (auto const& method : methods) {
    Signature const signature = method->signature();
    json.begin_object();
    json.key("name").value(method->name());
    json.key("cpp").value(method->cpp_name());
    json.key("parameters").begin_array();
    for (auto const& parameter : signature.parameters) {
      json.begin_object();
      json.key("name").value(parameter.name);
      json.key("type").value(parameter.type);
      json.key("optional").value(parameter.optional);
      json.end_object();
    }
    json.end_array();
    json.key("result").value(signature.result);
    json.end_object();
  }
  json.end_array();
}

}  // namespace binding

#include "convert/path.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "node/boundary.h"
#include "node/value.h"

namespace binding {
namespace {

// Returns the start of a text, short enough for one line. It is cut between characters. JavaScript
// escapes what a terminal would act on (lib/hooks.ts).
std::string start_of(std::string const& text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return text;
  auto const is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
  std::size_t end = longest;
  while (is_inside(text[end])) --end;
  return text.substr(0, end) + "...";
}

std::string quoted(std::string const& text) { return '"' + start_of(text) + '"'; }

// Describes an object, short enough for one line.
char const* kind_of_object(Environment& env, napi_value value) {
  bool is_array = false;
  bool is_typed_array = false;
  bool is_data_view = false;
  check(env.raw(), napi_is_array(env.raw(), value, &is_array));
  check(env.raw(), napi_is_typedarray(env.raw(), value, &is_typed_array));
  check(env.raw(), napi_is_dataview(env.raw(), value, &is_data_view));
  if (is_array) return "an array";
  return is_typed_array || is_data_view ? "bytes" : "an object";
}

// Describes a value, short enough for one line.
std::string describe(Environment& env, napi_value value) {
  switch (type_of(env, value)) {
    case napi_undefined: return "undefined";
    case napi_null: return "null";
    case napi_function: return "a function";
    case napi_symbol: return "a symbol";
    case napi_object: return kind_of_object(env, value);
    case napi_string: return quoted(text_of(env, value));
    default: return start_of(text_of(env, value));
  }
}

}  // namespace

std::string Path::text() const {
  if (parent_ == nullptr) return name_;
  if (name_ != nullptr) return parent_->text() + '.' + name_;
  return parent_->text() + '[' + std::to_string(index_) + ']';
}

napi_value plain_error(Environment& env, char const* kind, std::string const& message) {
  std::array<napi_value, 2> const argv = {js_string(env, kind), js_string(env, message)};
  return env.call(Hook::typed_error, argv.size(), argv.data());
}

void throw_plain_error(Environment& env, char const* kind, std::string const& message) {
  throw_value(env.raw(), plain_error(env, kind, message));
}

void throw_type_error(Environment& env, Path const& path, std::string const& expected,
                      napi_value got) {
  throw_plain_error(env, "TypeError",
                    path.text() + " must be " + expected + ", got " + describe(env, got));
}

void throw_range_error(Environment& env, Path const& path, std::string const& expected,
                       napi_value got) {
  throw_range_error(env, path, expected, describe(env, got));
}

void throw_range_error(Environment& env, Path const& path, std::string const& expected,
                       std::string const& got) {
  throw_plain_error(env, "RangeError", path.text() + " must be " + expected + ", got " + got);
}

void throw_missing(Environment& env, Path const& path, std::string const& expected) {
  throw_plain_error(env, "TypeError", path.text() + " is missing, expected " + expected);
}

void throw_unknown_key(Environment& env, Path const& path, std::string const& key,
                       std::string const& nearest) {
  std::string message = path.text() + " has the unknown key " + quoted(key);
  if (!nearest.empty()) message += ", did you mean \"" + nearest + "\"?";
  throw_plain_error(env, "TypeError", message);
}

std::size_t edit_distance(std::string const& a, std::string const& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t const substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace binding

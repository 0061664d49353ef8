// The place of a value in the arguments of a caller, and errors that name it.
#pragma once

#include <string>

#include "node/environment.h"

namespace binding {

// A chain on the stack: "params" -> "peers" -> [3] -> "port" reads params.peers[3].port.
class Path {
 public:
  explicit Path(char const* name) : name_(name) {}
  Path(Path const& parent, char const* name) : parent_(&parent), name_(name) {}
  Path(Path const& parent, std::size_t index) : parent_(&parent), index_(index) {}
  // A chain lasts for one call, and is not copied out of it.
  Path(Path const&) = delete;
  Path& operator=(Path const&) = delete;

  std::string text() const;

 private:
  Path const* parent_ = nullptr;
  char const* name_ = nullptr;
  std::size_t index_ = 0;
};

// Thrown by a check on a thread that can't call JavaScript. It becomes a RangeError.
struct OutOfRange {
  std::string message;
};

// "params.port must be an integer from 0 to 65535, got 70000"
[[noreturn]] void throw_type_error(Environment& env, Path const& path, std::string const& expected,
                                   napi_value got);
[[noreturn]] void throw_range_error(Environment& env, Path const& path, std::string const& expected,
                                    napi_value got);
[[noreturn]] void throw_range_error(Environment& env, Path const& path, std::string const& expected,
                                    std::string const& got);
// "params.savePath is missing, expected a directory"
[[noreturn]] void throw_missing(Environment& env, Path const& path, std::string const& expected);
// "unknown key params.savepath, did you mean savePath?"; `nearest` may be empty
[[noreturn]] void throw_unknown_key(Environment& env, Path const& path, std::string const& key,
                                    std::string const& nearest);
// `kind`: "TypeError", "RangeError" or "Error".
napi_value plain_error(Environment& env, char const* kind, std::string const& message);
[[noreturn]] void throw_plain_error(Environment& env, char const* kind, std::string const& message);

// Returns the candidate with the smallest edit distance from `name`. Empty when none is close, and
// for a `name` longer than any candidate: the time grows with the product of both lengths.
template <class Names>
std::string nearest_name(std::string const& name, Names const& candidates);
std::size_t edit_distance(std::string const& a, std::string const& b);

template <class Names>
std::string nearest_name(std::string const& name, Names const& candidates) {
  constexpr std::size_t longest = 64;
  if (name.size() > longest) return {};
  std::string best;
  std::size_t least = name.size() / 3 + 1;
  for (auto const& candidate : candidates) {
    std::string text = candidate;
    std::size_t const distance = edit_distance(name, text);
    if (distance > least || (distance == least && !best.empty())) continue;
    least = distance;
    best = std::move(text);
  }
  return best;
}

}  // namespace binding

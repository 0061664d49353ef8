// The state of one environment of Node.js: the main thread, a worker, or a second load of the
// addon.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <unordered_map>
#include <utility>
#include <vector>

#include "node/napi.h"
#include "node/ref.h"

namespace binding {

// A function of lib/, see node/hooks.inc.
enum class Hook {
#define HOOK(name, js_name) name,
#include "node/hooks.inc"
#undef HOOK
  count
};

// A C++ object that make_object() hands to the native constructor of a class.
class Pending {
 public:
  Pending(Pending const&) = delete;
  Pending& operator=(Pending const&) = delete;

  virtual ~Pending() = default;

 protected:
  Pending() = default;
};

class Environment {
 public:
  // Makes a JS error of an exception. tables/errors.cpp provides it, because its types are there.
  // With `keeps_stack` the error has the stack of its creation, otherwise none.
  using Translate = napi_value (*)(Environment&, std::exception_ptr, bool keeps_stack);

  // Called once per napi_env, when the addon is loaded. Node.js deletes the environment after the
  // last cleanup hook.
  static Environment& create(napi_env env, Translate translate);
  static Environment& of(napi_env env) {
    void* data = nullptr;
    napi_get_instance_data(env, &data);
    return *static_cast<Environment*>(data);
  }

  Environment(Environment const&) = delete;
  Environment& operator=(Environment const&) = delete;

  napi_env raw() const { return env_; }

  // Takes the functions and classes of lib/hooks.ts. Throws when their names differ from those of
  // node/hooks.inc and `classes`. Repeatable, because a test runner evaluates lib/ more than once.
  void initialize(napi_value runtime, std::vector<char const*> const& classes);
  bool initialized() const { return initialized_; }

  napi_value call(Hook hook, std::size_t argc, napi_value const* argv);
  napi_value call(napi_value callee, std::size_t argc, napi_value const* argv);
  // Calls the constructor of lib/'s class. The native constructor finds `subject` by pending().
  napi_value make_object(std::size_t cls, Pending& subject, std::size_t argc,
                         napi_value const* argv);
  // Null when JavaScript called the constructor.
  Pending* pending() const { return pending_; }

  napi_value translate(std::exception_ptr error, bool keeps_stack) {
    return translate_(*this, std::move(error), keeps_stack);
  }

  // The JS string for a string literal, made once.
  napi_value literal(char const* text);

  // Milliseconds to add to a time of CLOCK_MONOTONIC to get performance.now().
  double clock_offset() const { return clock_offset_; }

  // The number of a new batch of conversions.
  std::uint64_t next_batch() { return ++batches_; }

 private:
  Environment(napi_env env, Translate translate);
  napi_value function(Ref const& ref);

  napi_env env_;
  Translate translate_;
  bool initialized_ = false;
  Pending* pending_ = nullptr;
  double clock_offset_ = 0;
  std::uint64_t batches_ = 0;
  std::array<Ref, static_cast<std::size_t>(Hook::count)> hooks_;
  std::vector<Ref> classes_;
  Ref literals_;  // a JS array: Node-API 9 can't reference strings themselves
  std::unordered_map<char const*, std::uint32_t> literal_index_;
};

}  // namespace binding

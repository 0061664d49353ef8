// The state of one Node environment: the main thread, a worker, or a second load of the addon.
#pragma once

#include <array>
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "node/napi.h"

namespace binding {

// Functions and classes that lib/ hands over: what they make belongs to the caller's realm.
enum class Hook {
  error,               // (message, code, category, value, operation, file) => LibtorrentError
  typed_error,         // (kind, message) => TypeError | RangeError | Error
  array,               // (...values) => values
  append,              // (array, ...values) => void
  record,              // (...values of a record buffer) => its record
  records,             // (...values of a record buffer) => array of its records
  append_records,      // (array, ...values of a record buffer) => void
  map,                 // (flat array of keys and values) => Map
  map_entries,         // (value) => flat array of keys and values, undefined unless it is a Map
  object,              // (flat array of keys and values) => object
  dictionary,          // (flat array of keys and values) => object without prototype
  dictionary_entries,  // (object) => flat array of own enumerable keys and values; the bytes of a
                       // Preformatted; undefined for any other object that is not plain
  keys,                // (object) => array of own enumerable keys
  date,                // (milliseconds) => Date
  date_value,          // (value) => milliseconds, NaN unless it is a Date
  bitfield,            // (bytes, size in bits) => Bitfield
  bitfield_parts,      // (value) => [bytes, size in bits], undefined unless it is a Bitfield
  preformatted,        // (bytes) => Preformatted
  quiet,               // (promise, reason that it will be rejected for) => void
  rejected_later,      // (promise, reason) => promise to resolve `promise` with, which is rejected
  count,
};

class Batch;

class Environment {
 public:
  // Turns the exception in flight into a JS error; the layer that knows its types provides it.
  using Translate = napi_value (*)(Environment&, std::exception_ptr);

  // Once per napi_env, when the addon is loaded; Node deletes it after the last cleanup hook.
  static Environment& create(Napi::Env env, Translate translate);
  static Environment& of(napi_env env) {
    void* data = nullptr;
    napi_get_instance_data(env, &data);
    return *static_cast<Environment*>(data);
  }

  ~Environment();
  Environment(Environment const&) = delete;
  Environment& operator=(Environment const&) = delete;

  napi_env raw() const { return env_; }

  // Takes lib's functions; repeatable, because a test runner evaluates lib more than once.
  void initialize(Napi::Object runtime, std::vector<char const*> const& classes);
  bool initialized() const { return initialized_; }

  napi_value call(Hook hook, std::size_t argc, napi_value const* argv);
  napi_value call(napi_value callee, std::size_t argc, napi_value const* argv);
  // `new` of lib's class; the native constructor finds `subject` through take_pending().
  napi_value make_object(std::size_t cls, void* subject, std::size_t argc, napi_value const* argv);
  void* take_pending();

  napi_value translate(std::exception_ptr error) { return translate_(*this, error); }

  // The JS string for a string literal, made once.
  napi_value literal(char const* text);

  // Milliseconds to add to CLOCK_MONOTONIC's to get performance.now() of this environment.
  double clock_offset = 0;

  // What the conversions under way belong to (the session), null outside of one.
  void* owner = nullptr;

  // The innermost one, null outside of one and while JavaScript runs.
  Batch* batch = nullptr;
  std::uint64_t last_batch = 0;

 private:
  Environment(Napi::Env env, Translate translate) : env_(env), translate_(translate) {}
  napi_value function(napi_ref ref, char const* what);
  void replace(napi_ref& slot, Napi::Value value);
  napi_value find_literal(char const* text);

  napi_env env_;
  Translate translate_;
  bool initialized_ = false;
  void* pending_ = nullptr;
  std::array<napi_ref, static_cast<std::size_t>(Hook::count)> hooks_{};
  std::vector<napi_ref> classes_;
  napi_ref literals_ = nullptr;  // a JS array: Node-API 9 can't reference strings themselves
  std::unordered_map<char const*, std::uint32_t> literal_index_;
};

// Sets the owner for the conversions in a scope.
class OwnerScope {
 public:
  OwnerScope(Environment& env, void* owner) : env_(env), previous_(env.owner) { env.owner = owner; }
  ~OwnerScope() { env_.owner = previous_; }
  OwnerScope(OwnerScope const&) = delete;
  OwnerScope& operator=(OwnerScope const&) = delete;

 private:
  Environment& env_;
  void* previous_;
};

}  // namespace binding

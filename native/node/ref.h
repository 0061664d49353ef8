// A reference of Node-API to a JavaScript value.
#pragma once

#include <cstdint>

#include "node/napi.h"

namespace binding {

// Owns a napi_ref. JS thread only, while the environment exists.
//
// Problem: an object that holds a reference may end with its environment, or on another thread.
// Rule: such an owner calls leave(). The environment frees its references when it ends.
class Ref {
 public:
  Ref() = default;
  // Keeps `value` alive. Throws when JavaScript can't run any more.
  Ref(napi_env env, napi_value value) : Ref(env, value, 1) {}
  // Does not keep `value` alive: get() returns null after its collection.
  static Ref weak(napi_env env, napi_value value) { return {env, value, 0}; }
  // The weak reference that napi_wrap() returns. It must live until the finalizer of the wrapped
  // object, which never runs otherwise.
  static Ref of_wrapped(napi_env env, napi_ref ref);
  Ref(Ref&& from) noexcept;
  Ref& operator=(Ref&& from) noexcept;
  Ref(Ref const&) = delete;
  Ref& operator=(Ref const&) = delete;
  ~Ref() { reset(); }

  explicit operator bool() const { return ref_ != nullptr; }
  // Null for an empty reference, and for a weak one whose value was collected.
  napi_value get() const noexcept;
  void reset() noexcept;
  void leave() noexcept { ref_ = nullptr; }

 private:
  Ref(napi_env env, napi_value value, std::uint32_t count);

  napi_env env_ = nullptr;
  napi_ref ref_ = nullptr;
};

}  // namespace binding

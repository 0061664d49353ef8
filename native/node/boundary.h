// Where C++ meets JavaScript, no exception passes in either direction unless it is translated.
#pragma once

#include <exception>
#include <utility>

#include "node/environment.h"
#include "node/napi.h"

namespace binding {

// A JavaScript exception is pending; C++ unwinds to the nearest boundary.
struct JsPending {};

// An operation on a session that has been closed.
struct SessionClosed {};

[[noreturn]] void throw_failed(napi_env env);

// Every Node-API call whose failure means that JavaScript threw or the environment is going away.
inline void check(napi_env env, napi_status status) {
  if (status != napi_ok) throw_failed(env);
}

// Makes `error` the pending exception and unwinds.
[[noreturn]] void throw_value(napi_env env, napi_value error);

// Leaves what `error` stands for pending in JavaScript.
void throw_to_js(Environment& env, std::exception_ptr error) noexcept;

// What `error` stands for, as a value to reject a promise with. Null when the environment is going.
napi_value error_value(Environment& env, std::exception_ptr error) noexcept;

// Around everything that JavaScript calls. Returns null with an exception pending on failure.
template <class F>
napi_value guard(napi_env env, F&& body) noexcept {
  try {
    return std::forward<F>(body)(Environment::of(env));
  } catch (...) {
    throw_to_js(Environment::of(env), std::current_exception());
    return nullptr;
  }
}

// The right to settle a promise, on the JS thread. Node-API frees a deferred when it is settled,
// and a second call with it corrupts memory. So the right has one owner: it moves, and settling
// consumes it. A rejection that is never awaited is marked as handled: see Hook::quiet.
//
// A job rejects with reject(): the error is thrown a few microtasks later, when V8 can tell which
// async function awaits the promise, and names it in the stack. While the caller is still on the
// stack, reject_at_once() keeps the stack that the error has.
class Deferred {
 public:
  // `promise` receives the promise to return to JavaScript.
  Deferred(Environment& env, napi_value& promise);
  Deferred(Deferred&& from) noexcept
      : deferred_(std::exchange(from.deferred_, nullptr)),
        promise_(std::exchange(from.promise_, nullptr)) {}
  Deferred& operator=(Deferred&&) = delete;
  Deferred(Deferred const&) = delete;
  Deferred& operator=(Deferred const&) = delete;
  ~Deferred() = default;  // dropped unsettled only when the environment ends

  // False once it was settled or moved from.
  explicit operator bool() const { return deferred_ != nullptr; }
  void resolve(Environment& env, napi_value value) && noexcept;
  void reject(Environment& env, std::exception_ptr error) && noexcept;
  void reject_at_once(Environment& env, std::exception_ptr error) && noexcept;

 private:
  template <class Settle>
  void settle(Environment& env, std::exception_ptr error, Settle&& settle) noexcept;
  napi_deferred deferred_ = nullptr;
  napi_ref promise_ = nullptr;
};

// Returns a promise. `start` receives its Deferred, and moves it to the job that will settle it as
// its last step that can fail. An exception before that rejects the promise.
template <class F>
napi_value promised(Environment& env, F&& start) {
  napi_value promise = nullptr;
  Deferred deferred(env, promise);
  try {
    std::forward<F>(start)(deferred);
  } catch (...) {
    if (!deferred) throw;
    std::move(deferred).reject_at_once(env, std::current_exception());
  }
  return promise;
}

// Around what no JavaScript waits for: a failure is an uncaughtException, never an abort.
void report_pending(Environment& env) noexcept;

template <class F>
void report_uncaught(Environment& env, F&& body) noexcept {
  try {
    std::forward<F>(body)();
  } catch (...) {
    throw_to_js(env, std::current_exception());
  }
  report_pending(env);
}

}  // namespace binding

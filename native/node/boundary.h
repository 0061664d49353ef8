// Translates exceptions between C++ and JavaScript. No exception crosses untranslated.
#pragma once

#include <exception>
#include <utility>

#include "node/environment.h"
#include "node/napi.h"
#include "node/ref.h"

namespace binding {

// Thrown while a JavaScript exception is pending: C++ unwinds to the nearest guard().
struct JsPending {};

// Thrown by an operation on a session that has been closed.
struct SessionClosed {};

[[noreturn]] void throw_failed(napi_env env);

// Checks a Node-API call that fails when JavaScript threw, or when the environment ends.
inline void check(napi_env env, napi_status status) {
  if (status != napi_ok) throw_failed(env);
}

// Makes `error` the pending exception, and unwinds.
[[noreturn]] void throw_value(napi_env env, napi_value error);

// Makes the JS error of `error` the pending exception.
void throw_to_js(Environment& env, std::exception_ptr error) noexcept;

// Returns the JS error of `error`, to reject a promise with. Null when the environment ends.
// Without `keeps_stack` the caller captures the stack later: a stack takes 2 us.
napi_value error_value(Environment& env, std::exception_ptr error,
                       bool keeps_stack = true) noexcept;

// Runs a function that JavaScript calls. Returns null with an exception pending when it throws.
template <class F>
napi_value guard(napi_env env, F&& body) noexcept {
  try {
    return std::forward<F>(body)(Environment::of(env));
  } catch (...) {
    throw_to_js(Environment::of(env), std::current_exception());
    return nullptr;
  }
}

// The right to settle a promise. JS thread.
//
// Problem: Node-API frees a deferred when it is settled, and a second call with it corrupts memory.
// Rule: the right has one owner. It moves, and settling consumes it.
//
// Rejections are marked as handled: a promise that no caller awaits does not end the process.
// reject() is for jobs: it delays the error by two microtasks, so that V8 adds the async functions
// that await the promise to its stack. reject_at_once() keeps the stack that the error has, for
// failures while the caller is on the stack.
class Deferred {
 public:
  // `promise` receives the promise to return to JavaScript.
  Deferred(Environment& env, napi_value& promise);
  Deferred(Deferred&& from) noexcept
      : deferred_(std::exchange(from.deferred_, nullptr)), promise_(std::move(from.promise_)) {}
  Deferred& operator=(Deferred&&) = delete;
  Deferred(Deferred const&) = delete;
  Deferred& operator=(Deferred const&) = delete;
  // Unsettled only when the environment ends, and then on any thread.
  ~Deferred() { promise_.leave(); }

  // False after it was settled or moved from.
  explicit operator bool() const { return deferred_ != nullptr; }
  void resolve(Environment& env, napi_value value) && noexcept;
  void reject(Environment& env, std::exception_ptr error) && noexcept;
  // For an error that was made without a stack.
  void reject_for(Environment& env, napi_value reason) && noexcept;
  void reject_at_once(Environment& env, std::exception_ptr error) && noexcept;

 private:
  template <class Settle>
  void settle(Environment& env, napi_value reason, Settle&& settle) noexcept;
  napi_deferred deferred_ = nullptr;
  Ref promise_;
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

// Runs code for which no JavaScript waits. A failure is an uncaughtException, never an abort.
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

#include "node/boundary.h"

#include <array>

namespace binding {

void throw_failed(napi_env env) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending) {
    napi_extended_error_info const* info = nullptr;
    napi_get_last_error_info(env, &info);
    char const* const text = info != nullptr && info->error_message != nullptr
                                 ? info->error_message
                                 : "a Node-API call failed";
    napi_throw_error(env, nullptr, text);
  }
  throw JsPending{};
}

void throw_value(napi_env env, napi_value error) {
  if (error != nullptr) napi_throw(env, error);
  throw JsPending{};
}

void throw_to_js(Environment& env, std::exception_ptr error) noexcept {
  napi_value const value = error_value(env, std::move(error));
  if (value != nullptr) napi_throw(env.raw(), value);
}

napi_value error_value(Environment& env, std::exception_ptr error, bool keeps_stack) noexcept {
  try {
    return env.translate(std::move(error), keeps_stack);
  } catch (...) {
    return nullptr;  // the environment can't run JavaScript any more
  }
}

Deferred::Deferred(Environment& env, napi_value& promise) {
  check(env.raw(), napi_create_promise(env.raw(), &deferred_, &promise));
  promise_ = Ref(env.raw(), promise);
}

void Deferred::resolve(Environment& env, napi_value value) && noexcept {
  if (!*this) return;
  napi_resolve_deferred(env.raw(), std::exchange(deferred_, nullptr), value);
  promise_.reset();
}

void Deferred::reject(Environment& env, std::exception_ptr error) && noexcept {
  napi_value const reason = error_value(env, std::move(error), /* keeps_stack */ false);
  std::move(*this).reject_for(env, reason);
}

void Deferred::reject_for(Environment& env, napi_value reason) && noexcept {
  settle(env, reason, [&](napi_deferred deferred, napi_value promise) {
    std::array<napi_value, 2> const argv{promise, reason};
    napi_value rejected = nullptr;
    report_uncaught(env,
                    [&] { rejected = env.call(Hook::rejected_later, argv.size(), argv.data()); });
    if (rejected != nullptr) {
      napi_resolve_deferred(env.raw(), deferred, rejected);
    } else {
      napi_reject_deferred(env.raw(), deferred, reason);
    }
  });
}

void Deferred::reject_at_once(Environment& env, std::exception_ptr error) && noexcept {
  napi_value const reason = error_value(env, std::move(error));
  settle(env, reason, [&](napi_deferred deferred, napi_value promise) {
    std::array<napi_value, 2> const argv{promise, reason};
    report_uncaught(env, [&] { env.call(Hook::mark_as_handled, argv.size(), argv.data()); });
    napi_reject_deferred(env.raw(), deferred, reason);
  });
}

template <class Settle>
void Deferred::settle(Environment& env, napi_value reason, Settle&& settle) noexcept {
  if (!*this || reason == nullptr) return;
  // The hooks may run code of the user, which must find the right consumed.
  napi_deferred const deferred = std::exchange(deferred_, nullptr);
  Ref const promise = std::move(promise_);
  report_uncaught(env, [&] { std::forward<Settle>(settle)(deferred, promise.get()); });
}

void report_pending(Environment& env) noexcept {
  bool pending = false;
  if (napi_is_exception_pending(env.raw(), &pending) != napi_ok || !pending) return;
  napi_value error = nullptr;
  if (napi_get_and_clear_last_exception(env.raw(), &error) != napi_ok) return;
  napi_fatal_exception(env.raw(), error);
}

}  // namespace binding

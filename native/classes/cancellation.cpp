#include "classes/cancellation.h"

namespace binding {
namespace {

napi_value call_cancel(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  napi_get_cb_info(env, info, nullptr, nullptr, nullptr, &data);
  static_cast<Cancellation const*>(data)->cancel();
  return nullptr;
}

}  // namespace

void Cancellation::pass_to(Environment& env, napi_value receive) const {
  if (type_of(env, receive) != napi_function) return;
  napi_value cancel = nullptr;
  auto copy = std::make_unique<Cancellation>(*this);
  check(env.raw(), napi_create_function(env.raw(), "cancel", NAPI_AUTO_LENGTH, call_cancel,
                                        copy.get(), &cancel));
  auto const finalize = [](napi_env, void* data, void*) {
    delete static_cast<Cancellation*>(data);
  };
  check(env.raw(), napi_add_finalizer(env.raw(), cancel, copy.get(), finalize, nullptr, nullptr));
  static_cast<void>(copy.release());  // the finalizer deletes it
  env.call(receive, 1, &cancel);
}

}  // namespace binding

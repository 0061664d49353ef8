#include "node/ref.h"

#include <utility>

#include "node/boundary.h"

namespace binding {

Ref::Ref(napi_env env, napi_value value, std::uint32_t count) : env_(env) {
  check(env, napi_create_reference(env, value, count, &ref_));
}

Ref Ref::of_wrapped(napi_env env, napi_ref ref) {
  Ref result;
  result.env_ = env;
  result.ref_ = ref;
  return result;
}

Ref::Ref(Ref&& from) noexcept : env_(from.env_), ref_(std::exchange(from.ref_, nullptr)) {}

Ref& Ref::operator=(Ref&& from) noexcept {
  std::swap(env_, from.env_);
  std::swap(ref_, from.ref_);
  return *this;
}

napi_value Ref::get() const noexcept {
  napi_value value = nullptr;
  if (ref_ != nullptr) napi_get_reference_value(env_, ref_, &value);
  return value;
}

void Ref::reset() noexcept {
  if (ref_ != nullptr) napi_delete_reference(env_, std::exchange(ref_, nullptr));
}

}  // namespace binding

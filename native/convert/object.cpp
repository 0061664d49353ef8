#include "convert/object.h"

namespace binding {

void* wrapped_pointer(Environment& env, napi_value value, ObjectTag const& tag, Path const& path) {
  bool has_tag = false;
  if (type_of(env, value) == napi_object) {
    check(env.raw(), napi_check_object_type_tag(env.raw(), value, &tag.tag, &has_tag));
  }
  void* subject = nullptr;
  if (!has_tag || napi_unwrap(env.raw(), value, &subject) != napi_ok || subject == nullptr) {
    throw_type_error(env, path, tag.expected, value);
  }
  return subject;
}

void* receiver_pointer(Environment& env, napi_value self) {
  void* subject = nullptr;
  if (napi_unwrap(env.raw(), self, &subject) != napi_ok || subject == nullptr) {
    throw_plain_error(env, "TypeError", "Illegal invocation");
  }
  return subject;
}

napi_value define_class(Environment& env, napi_value exports, char const* name,
                        napi_callback constructor, Methods const& methods,
                        std::vector<napi_property_descriptor> properties) {
  for (auto const& method : methods) properties.push_back(method->descriptor(napi_default_method));
  napi_value result = nullptr;
  check(env.raw(), napi_define_class(env.raw(), name, NAPI_AUTO_LENGTH, constructor, nullptr,
                                     properties.size(), properties.data(), &result));
  set_property(env, exports, name, result);
  return result;
}

void define_properties(Environment& env, napi_value target,
                       std::vector<napi_property_descriptor> const& properties) {
  check(env.raw(), napi_define_properties(env.raw(), target, properties.size(), properties.data()));
}

void define_functions(Environment& env, napi_value target, Methods const& methods) {
  std::vector<napi_property_descriptor> properties;
  for (auto const& method : methods) properties.push_back(method->descriptor(napi_enumerable));
  define_properties(env, target, properties);
}

void require_new(Environment& env, napi_callback_info info) {
  napi_value target = nullptr;
  check(env.raw(), napi_get_new_target(env.raw(), info, &target));
  if (target == nullptr) throw_plain_error(env, "TypeError", "a class must be called with new");
}

Call::Call(Environment& env, napi_callback_info info) {
  std::size_t argc = most;
  check(env.raw(), napi_get_cb_info(env.raw(), info, &argc, args, &self, nullptr));
}

}  // namespace binding

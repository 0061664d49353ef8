#include "node/value.h"

namespace binding {

std::string text_of(Environment& env, napi_value value) {
  napi_value text = nullptr;
  check(env.raw(), napi_coerce_to_string(env.raw(), value, &text));
  std::size_t size = 0;
  check(env.raw(), napi_get_value_string_utf8(env.raw(), text, nullptr, 0, &size));
  std::string result(size, '\0');
  check(env.raw(), napi_get_value_string_utf8(env.raw(), text, result.data(), size + 1, &size));
  return result;
}

}  // namespace binding

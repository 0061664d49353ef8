// JavaScript values by Node-API. JS thread. A failed call throws JsPending.
#pragma once

#include <string>
#include <string_view>

#include "node/boundary.h"
#include "node/environment.h"

namespace binding {

// The handles that are made in the scope end with it.
class HandleScope {
 public:
  explicit HandleScope(napi_env env) : env_(env) {
    check(env, napi_open_handle_scope(env, &scope_));
  }
  ~HandleScope() { napi_close_handle_scope(env_, scope_); }
  HandleScope(HandleScope const&) = delete;
  HandleScope& operator=(HandleScope const&) = delete;

 private:
  napi_env env_;
  napi_handle_scope scope_ = nullptr;
};

inline napi_valuetype type_of(Environment& env, napi_value value) {
  napi_valuetype type = napi_undefined;
  check(env.raw(), napi_typeof(env.raw(), value, &type));
  return type;
}

// Returns whether the value is undefined or null.
inline bool is_nothing(Environment& env, napi_value value) {
  auto const type = type_of(env, value);
  return type == napi_undefined || type == napi_null;
}

inline napi_value js_null(Environment& env) {
  napi_value result = nullptr;
  check(env.raw(), napi_get_null(env.raw(), &result));
  return result;
}

inline napi_value js_undefined(Environment& env) {
  napi_value result = nullptr;
  check(env.raw(), napi_get_undefined(env.raw(), &result));
  return result;
}

inline napi_value js_boolean(Environment& env, bool value) {
  napi_value result = nullptr;
  check(env.raw(), napi_get_boolean(env.raw(), value, &result));
  return result;
}

inline napi_value js_number(Environment& env, double value) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_double(env.raw(), value, &result));
  return result;
}

inline napi_value js_string(Environment& env, std::string_view text) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_string_utf8(env.raw(), text.data(), text.size(), &result));
  return result;
}

// Text in which every character is one byte.
inline napi_value js_latin1(Environment& env, std::string_view text) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_string_latin1(env.raw(), text.data(), text.size(), &result));
  return result;
}

inline napi_value get_property(Environment& env, napi_value object, char const* name) {
  napi_value result = nullptr;
  check(env.raw(), napi_get_named_property(env.raw(), object, name, &result));
  return result;
}

inline void set_property(Environment& env, napi_value object, char const* name, napi_value value) {
  check(env.raw(), napi_set_named_property(env.raw(), object, name, value));
}

// The UTF-8 text of any value, as String(value) makes it.
std::string text_of(Environment& env, napi_value value);

}  // namespace binding

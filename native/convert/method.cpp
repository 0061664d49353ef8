#include "convert/method.h"

#include <array>

#include "convert/record.h"

namespace binding {
namespace {

napi_value call_method(napi_env env, napi_callback_info info) {
  return guard(env, [&](Environment& environment) {
    constexpr std::size_t most = 8;
    std::array<napi_value, most> argv{};
    std::size_t argc = most;
    napi_value self = nullptr;
    void* data = nullptr;
    check(env, napi_get_cb_info(env, info, &argc, argv.data(), &self, &data));
    auto const& method = *static_cast<Method const*>(data);
    return method.invoke(environment, self, std::min(argc, most), argv.data());
  });
}

}  // namespace

Method::Method(char const* snake, Kind kind, bool sync, bool internal)
    : name_((internal ? "_" : "") + camel_case(snake) + (sync ? "Sync" : "")),
      cpp_name_(snake),
      kind_(kind),
      sync_(sync) {}

napi_property_descriptor Method::descriptor(napi_property_attributes attributes) const {
  napi_property_descriptor result{};
  result.utf8name = name_.c_str();
  result.method = call_method;
  result.attributes = attributes;
  result.data = const_cast<Method*>(this);
  return result;
}

std::vector<std::string> split_names(char const* names) {
  std::vector<std::string> result;
  std::string name;
  for (char const* c = names;; ++c) {
    if (*c != ',' && *c != '\0') {
      if (*c != ' ') name += *c;
      continue;
    }
    if (!name.empty()) result.push_back(std::exchange(name, {}));
    if (*c == '\0') return result;
  }
}

}  // namespace binding

#include "node/environment.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "node/boundary.h"
#include "node/value.h"

namespace binding {
namespace {

constexpr std::array<char const*, static_cast<std::size_t>(Hook::count)> hook_names = {
#define HOOK(name, js_name) js_name,
#include "node/hooks.inc"
#undef HOOK
};

[[noreturn]] void refuse(Environment& env, std::string const& problem) {
  napi_throw_type_error(env.raw(), nullptr, ("lib/hooks.ts " + problem).c_str());
  throw JsPending{};
}

Ref function_of(Environment& env, napi_value object, char const* name) {
  napi_value const value = get_property(env, object, name);
  if (type_of(env, value) != napi_function) {
    refuse(env, std::string("lacks the function ") + name);
  }
  return {env.raw(), value};
}

void require_known_names(Environment& env, napi_value runtime) {
  napi_value names = nullptr;
  check(env.raw(), napi_get_property_names(env.raw(), runtime, &names));
  std::uint32_t count = 0;
  check(env.raw(), napi_get_array_length(env.raw(), names, &count));
  for (std::uint32_t i = 0; i < count; ++i) {
    napi_value element = nullptr;
    check(env.raw(), napi_get_element(env.raw(), names, i, &element));
    std::string const name = text_of(env, element);
    bool const is_known = name == "classes" ||
                          std::find(hook_names.begin(), hook_names.end(), name) != hook_names.end();
    if (!is_known) refuse(env, "has \"" + name + "\", which node/hooks.inc lacks");
  }
}

// Milliseconds from the monotonic clock to performance.now(). Of several readings, the one that
// took the shortest is the most exact. (process.hrtime() is another clock in some runtimes.)
double distance_to_now(Environment& env) {
  using clock = std::chrono::steady_clock;
  using milliseconds = std::chrono::duration<double, std::milli>;
  double distance = 0;
  auto shortest = milliseconds::max();
  for (int i = 0; i < 20; ++i) {
    milliseconds const before = clock::now().time_since_epoch();
    double reading = 0;
    check(env.raw(), napi_get_value_double(env.raw(), env.call(Hook::now, 0, nullptr), &reading));
    milliseconds const took = clock::now().time_since_epoch() - before;
    if (took >= shortest) continue;
    shortest = took;
    distance = reading - (before + took / 2).count();
  }
  return distance;
}

}  // namespace

Environment::Environment(napi_env env, Translate translate) : env_(env), translate_(translate) {
  napi_value array = nullptr;
  check(env, napi_create_array(env, &array));
  literals_ = Ref(env, array);
}

Environment& Environment::create(napi_env env, Translate translate) {
  auto* const environment = new Environment(env, translate);
  auto const finalize = [](napi_env, void* data, void*) { delete static_cast<Environment*>(data); };
  check(env, napi_set_instance_data(env, environment, finalize, nullptr));
  return *environment;
}

void Environment::initialize(napi_value runtime, std::vector<char const*> const& classes) {
  require_known_names(*this, runtime);
  std::array<Ref, static_cast<std::size_t>(Hook::count)> hooks;
  for (std::size_t i = 0; i < hooks.size(); ++i) {
    hooks[i] = function_of(*this, runtime, hook_names[i]);
  }
  std::vector<Ref> constructors;
  napi_value const given = get_property(*this, runtime, "classes");
  constructors.reserve(classes.size());
  for (char const* const name : classes) constructors.push_back(function_of(*this, given, name));
  hooks_ = std::move(hooks);
  classes_ = std::move(constructors);
  clock_offset_ = distance_to_now(*this);
  initialized_ = true;
}

napi_value Environment::function(Ref const& ref) {
  napi_value const result = ref.get();
  if (result != nullptr) return result;
  napi_throw_error(env_, nullptr, "the addon was not initialized");
  throw JsPending{};
}

napi_value Environment::call(Hook hook, std::size_t argc, napi_value const* argv) {
  return call(function(hooks_[static_cast<std::size_t>(hook)]), argc, argv);
}

napi_value Environment::call(napi_value callee, std::size_t argc, napi_value const* argv) {
  napi_value result = nullptr;
  check(env_, napi_call_function(env_, callee, callee, argc, argv, &result));
  return result;
}

napi_value Environment::make_object(std::size_t cls, Pending& subject, std::size_t argc,
                                    napi_value const* argv) {
  if (cls >= classes_.size()) return function(Ref());
  napi_value const constructor = function(classes_[cls]);
  napi_value result = nullptr;
  Pending* const outer = std::exchange(pending_, &subject);
  napi_status const status = napi_new_instance(env_, constructor, argc, argv, &result);
  pending_ = outer;
  check(env_, status);
  return result;
}

napi_value Environment::literal(char const* text) {
  napi_value const array = literals_.get();
  napi_value result = nullptr;
  auto const known = literal_index_.find(text);
  if (known != literal_index_.end()) {
    check(env_, napi_get_element(env_, array, known->second, &result));
    return result;
  }
  auto const index = static_cast<std::uint32_t>(literal_index_.size());
  check(env_, napi_create_string_utf8(env_, text, NAPI_AUTO_LENGTH, &result));
  check(env_, napi_set_element(env_, array, index, result));
  literal_index_.emplace(text, index);
  return result;
}

}  // namespace binding

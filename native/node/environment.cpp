#include "node/environment.h"

#include <chrono>

#include "node/batch.h"
#include "node/boundary.h"

namespace binding {
namespace {

constexpr std::array<char const*, static_cast<std::size_t>(Hook::count)> hook_names = {
    "error",  // in the order of Hook
    "typedError",
    "array",
    "append",
    "record",
    "records",
    "appendRecords",
    "map",
    "mapEntries",
    "object",
    "dictionary",
    "dictionaryEntries",
    "keys",
    "date",
    "dateValue",
    "bitfield",
    "bitfieldParts",
    "preformatted",
    "quiet",
    "rejectedLater",
};

// From the monotonic clock to the one that `now` reads, in milliseconds. Of several readings the
// one that took the shortest is the most exact. (process.hrtime() is not that clock in every
// runtime.)
double distance_to(Napi::Function const& now) {
  using clock = std::chrono::steady_clock;
  using milliseconds = std::chrono::duration<double, std::milli>;
  double distance = 0;
  auto shortest = milliseconds::max();
  for (int i = 0; i < 20; ++i) {
    milliseconds const before = clock::now().time_since_epoch();
    double const reading = now.Call({}).As<Napi::Number>().DoubleValue();
    milliseconds const took = clock::now().time_since_epoch() - before;
    if (took >= shortest) continue;
    shortest = took;
    distance = reading - (before + took / 2).count();
  }
  return distance;
}

}  // namespace

Environment& Environment::create(Napi::Env env, Translate translate) {
  auto* const environment = new Environment(env, translate);
  env.SetInstanceData(environment);
  napi_value array = nullptr;
  check(env, napi_create_array(env, &array));
  check(env, napi_create_reference(env, array, 1, &environment->literals_));
  return *environment;
}

Environment::~Environment() {
  for (napi_ref const ref : hooks_) napi_delete_reference(env_, ref);
  for (napi_ref const ref : classes_) napi_delete_reference(env_, ref);
  napi_delete_reference(env_, literals_);
}

void Environment::replace(napi_ref& slot, Napi::Value value) {
  if (slot != nullptr) napi_delete_reference(env_, slot);
  slot = nullptr;
  check(env_, napi_create_reference(env_, value, 1, &slot));
}

void Environment::initialize(Napi::Object runtime, std::vector<char const*> const& classes) {
  auto const function_of = [](Napi::Object const& object, char const* name) {
    Napi::Value const value = object.Get(name);
    if (!value.IsFunction()) {
      throw Napi::TypeError::New(object.Env(), std::string("runtime lacks the function ") + name);
    }
    return value;
  };
  for (std::size_t i = 0; i < hooks_.size(); ++i) {
    replace(hooks_[i], function_of(runtime, hook_names[i]));
  }
  auto const constructors = runtime.Get("classes").As<Napi::Object>();
  classes_.resize(classes.size());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    replace(classes_[i], function_of(constructors, classes[i]));
  }
  clock_offset = distance_to(runtime.Get("now").As<Napi::Function>());
  initialized_ = true;
}

napi_value Environment::function(napi_ref ref, char const* what) {
  napi_value result = nullptr;
  if (ref == nullptr || napi_get_reference_value(env_, ref, &result) != napi_ok ||
      result == nullptr) {
    napi_throw_error(env_, nullptr, what);
    throw JsPending{};
  }
  return result;
}

napi_value Environment::call(Hook hook, std::size_t argc, napi_value const* argv) {
  napi_value const callee =
      function(hooks_[static_cast<std::size_t>(hook)], "the addon was not initialized");
  return call(callee, argc, argv);
}

napi_value Environment::call(napi_value callee, std::size_t argc, napi_value const* argv) {
  Batch* const paused = std::exchange(batch, nullptr);
  napi_value result = nullptr;
  napi_status const status = napi_call_function(env_, callee, callee, argc, argv, &result);
  batch = paused;
  check(env_, status);
  return result;
}

napi_value Environment::make_object(std::size_t cls, void* subject, std::size_t argc,
                                    napi_value const* argv) {
  napi_value const constructor = function(classes_[cls], "the addon was not initialized");
  napi_value result = nullptr;
  pending_ = subject;
  Batch* const paused = std::exchange(batch, nullptr);
  napi_status const status = napi_new_instance(env_, constructor, argc, argv, &result);
  batch = paused;
  pending_ = nullptr;
  check(env_, status);
  return result;
}

void* Environment::take_pending() { return std::exchange(pending_, nullptr); }

napi_value Environment::literal(char const* text) {
  if (batch == nullptr) return find_literal(text);
  auto const key = reinterpret_cast<std::uintptr_t>(text);
  return batch->once(Batch::Kind::literal,
                     {reinterpret_cast<char const*>(&key), sizeof key},  // NOLINT: its bytes
                     [&] { return find_literal(text); });
}

napi_value Environment::find_literal(char const* text) {
  napi_value array = nullptr;
  check(env_, napi_get_reference_value(env_, literals_, &array));
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

// JS classes whose instances wrap a C++ object.
#pragma once

#include <string>

#include "convert/method.h"

namespace binding {

// Distinguishes the objects of a class from all others when they are arguments. (V8 checks the
// receivers of methods by their signatures.)
struct ObjectTag {
  napi_type_tag tag;
  char const* expected;  // for errors: "a TorrentInfo"
};

// Wraps `subject` in `self`: it is deleted when `self` is collected. `bytes` is the memory that it
// owns outside of V8's heap, for the garbage collector to consider. `weak` is the member of the
// subject, if it has one, that gets a weak reference to `self`.
template <class Subject>
void wrap(Environment& env, napi_value self, ObjectTag const& tag, std::unique_ptr<Subject> subject,
          std::int64_t bytes = 0, Ref Subject::*weak = nullptr);

// Returns the object that `value` wraps. A TypeError names `path` unless `value` has the tag.
template <class Subject>
Subject& unwrap(Environment& env, napi_value value, ObjectTag const& tag, Path const& path);

// Returns the object that the receiver of a method wraps.
template <class Subject>
Subject& unwrap(Environment& env, napi_value self);

// Reports to V8 memory that JS objects keep outside of its heap.
inline void account(napi_env env, std::int64_t bytes) {
  std::int64_t total = 0;
  if (bytes != 0) napi_adjust_external_memory(env, bytes, &total);
}

void* wrapped_pointer(Environment& env, napi_value value, ObjectTag const& tag, Path const& path);
void* receiver_pointer(Environment& env, napi_value self);

// Defines a class as a property of `exports`, and returns it. It has the methods of a table, and
// `properties` of its own.
napi_value define_class(Environment& env, napi_value exports, char const* name,
                        napi_callback constructor, Methods const& methods,
                        std::vector<napi_property_descriptor> properties = {});

void define_properties(Environment& env, napi_value target,
                       std::vector<napi_property_descriptor> const& properties);

// Functions of a table as properties of `target`.
void define_functions(Environment& env, napi_value target, Methods const& methods);

// The arguments of a hand-written callback.
struct Call {
  static constexpr std::size_t most = 4;
  Call(Environment& env, napi_callback_info info);
  napi_value self = nullptr;
  napi_value args[most] = {};
};

template <napi_value (*body)(Conversion&, Call const&)>
napi_value callback(napi_env env, napi_callback_info info) {
  return guard(env, [&](Environment& environment) {
    Conversion cx(environment);
    return body(cx, Call(environment, info));
  });
}

void require_new(Environment& env, napi_callback_info info);

// Throws when it was called without `new`. `self` would then be an object that wraps another one.
template <napi_value (*body)(Conversion&, Call const&)>
napi_value constructor(napi_env env, napi_callback_info info) {
  return guard(env, [&](Environment& environment) {
    require_new(environment, info);
    Conversion cx(environment);
    return body(cx, Call(environment, info));
  });
}

template <napi_value (*body)(Conversion&, Call const&)>
napi_property_descriptor method_descriptor(char const* name,
                                           napi_property_attributes extra = napi_default) {
  napi_property_descriptor result{};
  result.utf8name = name;
  result.method = callback<body>;
  result.attributes = static_cast<napi_property_attributes>(napi_default_method | extra);
  return result;
}

template <class Subject>
void wrap(Environment& env, napi_value self, ObjectTag const& tag, std::unique_ptr<Subject> subject,
          std::int64_t bytes, Ref Subject::*weak) {
  check(env.raw(), napi_type_tag_object(env.raw(), self, &tag.tag));
  auto const finalize = [](napi_env raw, void* data, void* size) {
    delete static_cast<Subject*>(data);
    account(raw, -static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(size)));
  };
  // Byte count, passed through the finalizer's void* hint; never dereferenced.
  void* const size =
      reinterpret_cast<void*>(static_cast<std::intptr_t>(bytes));  // NOLINT(*-no-int-to-ptr)
  napi_ref reference = nullptr;
  check(env.raw(), napi_wrap(env.raw(), self, subject.get(), finalize, size,
                             weak == nullptr ? nullptr : &reference));
  if (weak != nullptr) (*subject).*weak = Ref::of_wrapped(env.raw(), reference);
  (void)subject.release();  // the finalizer owns it now
  account(env.raw(), bytes);
}

template <class Subject>
Subject& unwrap(Environment& env, napi_value value, ObjectTag const& tag, Path const& path) {
  return *static_cast<Subject*>(wrapped_pointer(env, value, tag, path));
}

template <class Subject>
Subject& unwrap(Environment& env, napi_value self) {
  return *static_cast<Subject*>(receiver_pointer(env, self));
}

}  // namespace binding

// Lists that are converted in parts. The event loop gets a turn after each part, so a list of
// thousands of records does not block it.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <utility>

#include "convert/record_buffer.h"

namespace binding {

// How many values a part converts: 1 to 3 ms of work.
constexpr std::size_t values_in_part = 16384;

// Codecs of such lists have:
//   static std::size_t append_part(Conversion&, T const& list, std::size_t at, napi_value array);
// It appends elements from `at` on to the JS array. Returns where the next part begins, and
// list.size() after the last one.
template <class T, class = void>
struct has_parts : std::false_type {};
template <class T>
struct has_parts<T, std::void_t<decltype(&codec<T>::append_part)>> : std::true_type {};

// Converts a list at once.
template <class T>
napi_value whole_list(Conversion& cx, T const& list) {
  napi_value const array = cx.call(Hook::array, 0, nullptr);
  for (std::size_t at = 0; at < list.size();) at = codec<T>::append_part(cx, list, at, array);
  return array;
}

// Converts a list in parts.
template <class T>
class ListInParts {
 public:
  explicit ListInParts(T list) : list_(std::move(list)) {}
  // Returns whether the list is whole.
  bool append_part(Conversion& cx) {
    HandleScope const scope(cx.raw());
    if (!array_) array_ = Ref(cx.raw(), cx.call(Hook::array, 0, nullptr));
    if (at_ < list_.size()) at_ = codec<T>::append_part(cx, list_, at_, array_.get());
    return at_ == list_.size();
  }
  napi_value array() const { return array_.get(); }

 private:
  T list_;
  std::size_t at_ = 0;
  Ref array_;
};

// Work that may take several turns of the event loop.
class Step {
 public:
  Step() = default;
  Step(Step const&) = delete;
  Step& operator=(Step const&) = delete;
  virtual ~Step() = default;
  // JS thread, in a handle scope. Returns whether the work has ended. Does not throw.
  virtual bool run(Environment& env) = 0;
};

// Resolves a promise with a list.
template <class Access, class T>
class ListStep final : public Step {
 public:
  ListStep(typename Access::target target, T list, Deferred deferred)
      : target_(std::move(target)), list_(std::move(list)), deferred_(std::move(deferred)) {}

  bool run(Environment& env) override {
    try {
      if (Access::closed(target_)) throw SessionClosed{};
      Conversion cx(env, Access::session(target_));
      if (!list_.append_part(cx)) return false;
      std::move(deferred_).resolve(env, list_.array());
    } catch (...) {
      std::move(deferred_).reject(env, std::current_exception());
    }
    return true;
  }

 private:
  typename Access::target target_;
  ListInParts<T> list_;
  Deferred deferred_;
};

}  // namespace binding

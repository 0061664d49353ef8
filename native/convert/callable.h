// Deduces the arguments and the result of a C++ callable, and calls it on a receiver.
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "convert/codec.h"

namespace binding {

// The receiver of functions that have none.
struct Nothing {};

template <class T>
struct callable : callable<decltype(&T::operator())> {};
template <class Result, class Class, class... Args>
struct callable<Result (Class::*)(Args...) const> {  // a member function, or a lambda's operator()
  using result = Result;
  using arguments = std::tuple<plain_argument<Args>...>;
};
template <class Result, class Class, class... Args>
struct callable<Result (Class::*)(Args...)> : callable<Result (Class::*)(Args...) const> {};
template <class Result, class Class, class... Args>
struct callable<Result (Class::*)(Args...) const noexcept>
    : callable<Result (Class::*)(Args...) const> {};
template <class Result, class... Args>
struct callable<Result (*)(Args...)> : callable<Result (Nothing::*)(Args...) const> {};

// A lambda takes the receiver as its first argument, a member function as its object.
template <class Callable, class Receiver>
struct shape {
  static constexpr bool is_member = std::is_member_function_pointer_v<Callable>;
  template <class Tuple>
  struct tail;
  template <class First, class... Rest>
  struct tail<std::tuple<First, Rest...>> {
    using type = std::tuple<Rest...>;
  };
  static constexpr bool free = is_member || std::is_same_v<Receiver, Nothing>;
  template <class Tuple, bool Whole>
  struct choose {
    using type = Tuple;
  };
  template <class Tuple>
  struct choose<Tuple, false> : tail<Tuple> {};

  using arguments = typename choose<typename callable<Callable>::arguments, free>::type;
  using raw_result = typename callable<Callable>::result;
  static constexpr bool returns = !std::is_void_v<raw_result>;
  using result = std::conditional_t<returns, plain_argument<raw_result>, Nothing>;

  static result call(Callable const& function, Receiver& self, arguments& args) {
    return std::apply(
        [&](auto&... values) -> result {
          if constexpr (!returns) {
            apply(function, self, values...);
            return {};
          } else {
            return apply(function, self, values...);
          }
        },
        args);
  }

 private:
  template <class... Values>
  static decltype(auto) apply(Callable const& function, Receiver& self, Values&... values) {
    if constexpr (is_member) {
      return (self.*function)(std::move(values)...);
    } else if constexpr (std::is_same_v<Receiver, Nothing>) {
      (void)self;
      return function(std::move(values)...);
    } else {
      return function(self, std::move(values)...);
    }
  }
};

}  // namespace binding

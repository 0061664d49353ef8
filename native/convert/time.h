// Codecs of times and durations.
#pragma once

#include <chrono>
#include <ctime>
#include <ratio>

#include <libtorrent/time.hpp>

#include "convert/codec.h"

namespace binding {

namespace lt = libtorrent;

// A time_t is seconds since 1970, and has no type of its own: tables wrap it.
struct UnixTime {
  std::time_t value = 0;
  bool is_never() const { return value == 0 || value == -1; }
  bool operator==(UnixTime other) const {
    return value == other.value || (is_never() && other.is_never());
  }
};

template <>
struct codec<UnixTime> {  // 0 and -1 mean "never"
  static napi_value to_js(Environment& env, UnixTime value);
  static UnixTime from_js(Environment& env, napi_value value, Path const& path);
  static std::string ts() { return "Date | null"; }
};

// A point in time of libtorrent's clock, as what it is by the calendar: in whole seconds, as
// time_t.
struct CalendarTime {
  lt::time_point value;
};
template <>
struct codec<CalendarTime> {
  static napi_value to_js(Environment& env, CalendarTime time);
  static std::string ts() { return "Date | null"; }
};

// How long until a point in time, as that point; nothing is due when it is 0.
struct TimeFromNow {
  lt::time_duration value;
};
template <>
struct codec<TimeFromNow> {
  static napi_value to_js(Environment& env, TimeFromNow time);
  static std::string ts() { return "number | null"; }
};

// Durations keep the unit of their type; libtorrent's high-resolution ones are milliseconds.
template <class Rep, class Period>
struct codec<std::chrono::duration<Rep, Period>> {
  using type = std::chrono::duration<Rep, Period>;
  static constexpr bool fine = std::ratio_less_v<Period, std::milli>;
  static napi_value to_js(Environment& env, type value) {
    if constexpr (fine) {
      return js_number(env, std::chrono::duration<double, std::milli>(value).count());
    } else {
      return codec<Rep>::to_js(env, value.count());
    }
  }
  static type from_js(Environment& env, napi_value value, Path const& path) {
    if constexpr (fine) {
      using milliseconds = std::chrono::duration<double, std::milli>;
      return std::chrono::duration_cast<type>(
          milliseconds(codec<double>::from_js(env, value, path)));
    } else {
      return type(codec<Rep>::from_js(env, value, path));
    }
  }
  static std::string ts() { return "number"; }
};

// Milliseconds on the clock of performance.now(). libtorrent's clock may be another one than
// Node's, so both are read once per batch of conversions.
double milliseconds_of(Environment& env, lt::time_point time);

template <class Duration>
struct codec<std::chrono::time_point<lt::clock_type, Duration>> {
  using type = std::chrono::time_point<lt::clock_type, Duration>;
  static napi_value to_js(Environment& env, type value) {
    if (value == (type::min)() || value == (type::max)() || value == type()) return js_null(env);
    return js_number(env, milliseconds_of(env, value));
  }
  static type from_js(Environment& env, napi_value value, Path const& path) {
    if (is_nothing(env, value)) return type();
    throw_type_error(env, path, "null: points in time can't be given", value);
  }
  static std::string ts() { return "number | null"; }
};

}  // namespace binding

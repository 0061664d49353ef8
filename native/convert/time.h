// Codecs of times and durations.
#pragma once

#include <chrono>
#include <ctime>
#include <ratio>

#include <libtorrent/time.hpp>

#include "convert/codec.h"

namespace binding {

namespace lt = libtorrent;

// A time_t: seconds since 1970. Tables wrap it, because it has no type of its own.
struct UnixTime {
  std::time_t value = 0;
  bool is_never() const { return value == 0 || value == -1; }
  bool operator==(UnixTime other) const {
    return value == other.value || (is_never() && other.is_never());
  }
};

template <>
struct codec<UnixTime> {  // 0 and -1 mean "never"
  static napi_value to_js(Conversion& cx, UnixTime value);
  static UnixTime from_js(Conversion& cx, napi_value value, Path const& path);
  static std::string ts() { return "Date | null"; }
};

// A point in time of libtorrent's clock, converted to the calendar in whole seconds, as a time_t
// is.
struct CalendarTime {
  lt::time_point value;
};
template <>
struct codec<CalendarTime> {
  static napi_value to_js(Conversion& cx, CalendarTime time);
  static std::string ts() { return "Date | null"; }
};

// A duration until a point in time, converted to that point. 0 stands for none.
struct TimeFromNow {
  lt::time_duration value;
};
template <>
struct codec<TimeFromNow> {
  static napi_value to_js(Conversion& cx, TimeFromNow time);
  static std::string ts() { return "number | null"; }
};

// Durations keep the unit of their type; libtorrent's high-resolution ones are milliseconds.
template <class Rep, class Period>
struct codec<std::chrono::duration<Rep, Period>> {
  using type = std::chrono::duration<Rep, Period>;
  static constexpr bool fine = std::ratio_less_v<Period, std::milli>;
  static napi_value to_js(Conversion& cx, type value) {
    if constexpr (fine) {
      return js_number(cx, std::chrono::duration<double, std::milli>(value).count());
    } else {
      return codec<Rep>::to_js(cx, value.count());
    }
  }
  static type from_js(Conversion& cx, napi_value value, Path const& path) {
    if constexpr (fine) {
      using milliseconds = std::chrono::duration<double, std::milli>;
      return std::chrono::duration_cast<type>(
          milliseconds(codec<double>::from_js(cx, value, path)));
    } else {
      return type(codec<Rep>::from_js(cx, value, path));
    }
  }
  static std::string ts() { return "number"; }
};

// Returns milliseconds on the clock of performance.now(). libtorrent's clock may be another one
// than Node's. A conversion then reads both clocks once.
double milliseconds_of(Conversion& cx, lt::time_point time);

template <class Duration>
struct codec<std::chrono::time_point<lt::clock_type, Duration>> {
  using type = std::chrono::time_point<lt::clock_type, Duration>;
  static napi_value to_js(Conversion& cx, type value) {
    if (value == (type::min)() || value == (type::max)() || value == type()) return js_null(cx);
    return js_number(cx, milliseconds_of(cx, value));
  }
  static type from_js(Conversion& cx, napi_value value, Path const& path) {
    if (is_nothing(cx, value)) return type();
    throw_type_error(cx, path, "null: a point in time can't be set", value);
  }
  static std::string ts() { return "number | null"; }
};

}  // namespace binding

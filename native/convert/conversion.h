// The context of a conversion between C++ and JavaScript. Codecs receive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "convert/batch.h"
#include "node/environment.h"

namespace binding {

class SessionCore;

// JS thread. A call of native code has its own, and so has each delivery of alerts. JavaScript that
// runs meanwhile and calls native code again therefore does not see this one.
class Conversion {
 public:
  // `session`: the session that the values belong to, null for values of none.
  explicit Conversion(Environment& env, SessionCore* session = nullptr)
      : env_(env), raw_(env.raw()), session_(session) {}
  Conversion(Conversion const&) = delete;
  Conversion& operator=(Conversion const&) = delete;

  // NOLINTNEXTLINE(google-explicit-constructor): functions without values of a session take it
  operator Environment&() const { return env_; }
  Environment& env() const { return env_; }
  napi_env raw() const { return raw_; }
  SessionCore* session() const { return session_; }
  // The innermost batch, null outside of one.
  Batch* batch() const { return batch_; }

  napi_value call(Hook hook, std::size_t argc, napi_value const* argv) {
    return env_.call(hook, argc, argv);
  }
  // The JS string for a string literal, made once in the environment.
  napi_value literal(char const* text);

  // Returns the value that `make` made of the same key in this batch, or calls `make`.
  template <class Make>
  napi_value once(Batch::Kind kind, std::string_view key, Make&& make) {
    return batch_ == nullptr ? make() : batch_->once(kind, key, std::forward<Make>(make));
  }

  // Milliseconds to add to a time of CLOCK_MONOTONIC to get performance.now().
  double clock_offset() const { return env_.clock_offset(); }
  // Milliseconds from libtorrent's clock to CLOCK_MONOTONIC, once a codec has measured it.
  std::optional<double> clock_distance;
  // Whether errors that it makes have a stack.
  bool keeps_stack = true;
  // The list of the alert that is converted, where it was converted in parts. Null otherwise.
  napi_value alert_list = nullptr;

 private:
  friend class Batch;

  Environment& env_;
  napi_env const raw_;
  SessionCore* const session_;
  Batch* batch_ = nullptr;
};

inline Batch::Batch(Conversion& conversion)
    : serial(conversion.env().next_batch()),
      scope_(conversion.raw()),
      conversion_(conversion),
      outer_(std::exchange(conversion.batch_, this)) {}

inline Batch::~Batch() { conversion_.batch_ = outer_; }

}  // namespace binding

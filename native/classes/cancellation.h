// Stops a job of another thread from JavaScript.
#pragma once

#include <atomic>
#include <memory>

#include <libtorrent/error_code.hpp>

#include "convert/codec.h"

namespace binding {

namespace lt = libtorrent;

class Cancellation {
 public:
  // JS thread. Calls `receive(cancel)` if `receive` is a function. `cancel` is a JS function that
  // cancels.
  void pass_to(Environment& env, napi_value receive) const;

  // Any thread.
  void cancel() const { *flag_ = true; }
  bool cancelled() const { return *flag_; }
  // Throws `operation_canceled` once it was cancelled.
  void throw_if_cancelled() const {
    if (!cancelled()) return;
    throw lt::system_error(
        lt::error_code(boost::system::errc::operation_canceled, lt::generic_category()));
  }

 private:
  std::shared_ptr<std::atomic<bool>> flag_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace binding

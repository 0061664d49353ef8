// Runs a long job on a thread of its own, which ends when its environment ends.
#pragma once

#include <memory>

#include "node/serial_thread.h"

namespace binding {

class LongJob : public Job {
 public:
  // JS thread, or the thread that ends the process. run() ends soon.
  virtual void stop() noexcept = 0;

  // JS thread. Runs once for all calls of wake() since it ran last, and before on_js_thread().
  virtual void report(Environment&) {}

 protected:
  // Thread of run().
  void wake() noexcept { js_queue_->wake(); }

 private:
  friend class OwnThread;
  JsQueue* js_queue_ = nullptr;
};

// JS thread. run() runs on a thread of its own, then on_js_thread() here. When the environment ends
// first, the job is stopped, and on_js_thread() does not run.
void run_in_own_thread(Environment& env, std::unique_ptr<LongJob> job, char const* resource_name);

}  // namespace binding

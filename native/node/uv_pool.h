// Runs jobs that need no session in libuv's pool.
#pragma once

#include <memory>

#include "node/serial_thread.h"

namespace binding {

// JS thread. run() runs in the pool, then on_js_thread() here. Neither runs when the environment
// ends before the job has started.
void run_in_pool(Environment& env, std::unique_ptr<Job> job, char const* resource_name);

}  // namespace binding

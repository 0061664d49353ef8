// Jobs that need no session run in libuv's pool.
#pragma once

#include <memory>

#include "node/serial_thread.h"

namespace binding {

// JS thread. run() in the pool, then on_js_thread(); neither when the environment ends
// first and the job had not started.
void run_in_pool(Environment& env, std::unique_ptr<Job> job, char const* resource_name);

}  // namespace binding

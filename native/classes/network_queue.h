// Jobs for a session's network thread. A call of libtorrent that would wait for that thread runs
// there at once. Jobs keep their order among the calls that libtorrent posts to its network thread,
// because both use one io_context.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include <libtorrent/disk_interface.hpp>
#include <libtorrent/io_context.hpp>
#include <libtorrent/session_params.hpp>

#include "node/serial_thread.h"

namespace binding {

namespace lt = libtorrent;

class NetworkQueue {
 public:
  // Finished jobs go to `js_queue`, which outlives the network thread, as this does.
  explicit NetworkQueue(JsQueue& js_queue) : js_queue_(js_queue) {}
  NetworkQueue(NetworkQueue const&) = delete;
  NetworkQueue& operator=(NetworkQueue const&) = delete;

  // Wraps a constructor of the disk back end to store the session's io_context, which libtorrent
  // passes to disk back ends only. The session must be made with the result before the first job.
  lt::disk_io_constructor_type noting_context(lt::disk_io_constructor_type make_disk_io);

  // JS thread, while the session is open.
  void submit(std::unique_ptr<Job> job);

  // JS thread, while the session is open. Runs `body` after the jobs that were submitted before,
  // and waits for its end. Passes exceptions of `body` on.
  void run(std::function<void()> const& body);

  // JS thread. Takes out the jobs that have not started, in order.
  std::deque<std::unique_ptr<Job>> cancel_waiting();

  // Drops the jobs that have not started, and waits for the running one. Any thread but the network
  // thread, also several at a time.
  void stop() noexcept;

 private:
  void run_next() noexcept;

  JsQueue& js_queue_;
  lt::io_context* context_ = nullptr;  // lives as long as the network thread
  std::mutex mutex_;                   // guards jobs_ and running_
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> jobs_;
  bool running_ = false;
};

}  // namespace binding

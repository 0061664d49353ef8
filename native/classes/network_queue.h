// Jobs for a session's network thread. A call of libtorrent that would wait for that thread runs
// there at once, and in order: libtorrent queues what the JS thread posts to it in the same place.
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

  // A session hands its io_context to nobody but its disk back end: this takes note of it on the
  // way. Whatever makes the session must do so with the result before the first job comes.
  lt::disk_io_constructor_type noting_context(lt::disk_io_constructor_type make_disk_io);

  // JS thread, while the session is open.
  void submit(std::unique_ptr<Job> job);

  // JS thread, while the session is open: runs `body` after what was submitted before, and waits
  // for its end. Throws what `body` throws.
  void run(std::function<void()> const& body);

  // JS thread: takes out what has not started, in order.
  std::deque<std::unique_ptr<Job>> cancel_waiting();

  // Drops what has not started, and waits for the job that is running. Not from the network thread;
  // from several others at a time.
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

// Runs jobs on a thread of its own, one after the other, in the order of submission.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "node/js_queue.h"

namespace binding {

// run() runs on another thread, then on_js_thread(). A cancelled job runs on_js_thread() only.
class Job : public Task {
 public:
  virtual void run() noexcept = 0;
};

class SerialThread {
 public:
  // Finished jobs go to `js_queue`, which outlives this.
  explicit SerialThread(JsQueue& js_queue) : js_queue_(js_queue) {}
  ~SerialThread() { stop(); }
  SerialThread(SerialThread const&) = delete;
  SerialThread& operator=(SerialThread const&) = delete;

  // JS thread. The thread starts with the first job.
  void submit(std::unique_ptr<Job> job);

  // JS thread. Takes out the jobs that have not started, in order.
  std::deque<std::unique_ptr<Job>> cancel_waiting();

  // Waits for the running job, drops the others and joins the thread. Not from that thread.
  void stop() noexcept;

 private:
  void work() noexcept;

  JsQueue& js_queue_;
  std::mutex mutex_;  // guards jobs_ and stopping_
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> jobs_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace binding

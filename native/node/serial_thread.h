// A serial thread for work that takes its time: jobs run in the order in which they were submitted.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "runtime/mailbox.h"

namespace binding {

// run() on another thread, then open() on the JS thread, or open() alone when it was cancelled.
class Job : public Letter {
 public:
  virtual void run() noexcept = 0;
};

class Caller {
 public:
  // Finished jobs go to `mailbox`, which outlives this.
  explicit Caller(Mailbox& mailbox) : mailbox_(mailbox) {}
  ~Caller() { stop(); }
  Caller(Caller const&) = delete;
  Caller& operator=(Caller const&) = delete;

  // JS thread. The thread starts with the first job.
  void submit(std::unique_ptr<Job> job);

  // JS thread: takes out what has not started, in order.
  std::deque<std::unique_ptr<Job>> cancel_waiting();

  // Waits for the job that is running, drops the others and joins. Not from that thread.
  void stop() noexcept;

 private:
  void work() noexcept;

  Mailbox& mailbox_;
  std::mutex mutex_;  // guards jobs_ and stopping_
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> jobs_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace binding

#include "node/serial_thread.h"

#include <system_error>
#include <utility>

namespace binding {

void SerialThread::submit(std::unique_ptr<Job> job) {
  std::unique_lock<std::mutex> lock(mutex_);
  jobs_.push_back(std::move(job));
  if (thread_.joinable()) return changed_.notify_one();
  try {
    thread_ = std::thread([this] { work(); });
  } catch (std::system_error const&) {
    // The system has no thread left: the job runs on this one.
    std::unique_ptr<Job> here = std::move(jobs_.back());
    jobs_.pop_back();
    lock.unlock();
    here->run();
    js_queue_.post(std::move(here));
  }
}

std::deque<std::unique_ptr<Job>> SerialThread::cancel_waiting() {
  std::lock_guard<std::mutex> const lock(mutex_);
  return std::exchange(jobs_, {});
}

void SerialThread::stop() noexcept {
  std::deque<std::unique_ptr<Job>> dropped;
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    stopping_ = true;
    dropped = std::exchange(jobs_, {});
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void SerialThread::work() noexcept {
  for (;;) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (stopping_) return;
    std::unique_ptr<Job> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job->run();
    js_queue_.post(std::move(job));
  }
}

}  // namespace binding

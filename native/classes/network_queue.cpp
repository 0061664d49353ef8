#include "classes/network_queue.h"

#include <exception>
#include <utility>

#include <boost/asio/post.hpp>

namespace binding {

lt::disk_io_constructor_type NetworkQueue::noting_context(
    lt::disk_io_constructor_type make_disk_io) {
  return
      [this, make_disk_io = std::move(make_disk_io)](
          lt::io_context& context, lt::settings_interface const& settings, lt::counters& counters) {
        context_ = &context;
        return make_disk_io(context, settings, counters);
      };
}

// Posts once per job. So calls that libtorrent posts between two jobs run between them, and a long
// queue does not block the network.
void NetworkQueue::submit(std::unique_ptr<Job> job) {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  boost::asio::post(*context_, [this]() noexcept { run_next(); });
}

void NetworkQueue::run(std::function<void()> const& body) {
  bool done = false;
  std::exception_ptr error;
  boost::asio::post(*context_, [&]() noexcept {
    try {
      body();
    } catch (...) {
      error = std::current_exception();
    }
    std::lock_guard<std::mutex> const lock(mutex_);
    done = true;
    changed_.notify_all();
  });
  {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return done; });
  }
  if (error) std::rethrow_exception(error);
}

std::deque<std::unique_ptr<Job>> NetworkQueue::cancel_waiting() {
  std::lock_guard<std::mutex> const lock(mutex_);
  return std::exchange(jobs_, {});
}

void NetworkQueue::stop() noexcept {
  auto const dropped = cancel_waiting();
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return !running_; });
}

void NetworkQueue::run_next() noexcept {
  std::unique_ptr<Job> job;
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    if (jobs_.empty()) return;  // cancelled
    job = std::move(jobs_.front());
    jobs_.pop_front();
    running_ = true;
  }
  job->run();
  js_queue_.post(std::move(job));
  std::lock_guard<std::mutex> const lock(mutex_);
  running_ = false;
  changed_.notify_all();  // a close and the end of the environment may both wait
}

}  // namespace binding

#include "node/js_queue.h"

#include <atomic>
#include <mutex>
#include <utility>

#include "node/boundary.h"
#include "node/environment.h"
#include "node/value.h"

namespace binding {

struct JsQueue::State {
  std::function<void(Environment&)> on_wake;
  std::mutex mutex;  // guards tasks
  std::vector<std::unique_ptr<Task>> tasks;
  bool open = true;  // JS thread only
  // True while a wake-up is under way. wake() reads it first, because the JS thread locks the
  // thread-safe function while it delivers.
  std::atomic<bool> woken{false};

  std::vector<std::unique_ptr<Task>> take() {
    std::lock_guard<std::mutex> const lock(mutex);
    return std::exchange(tasks, {});
  }
};

JsQueue::JsQueue(napi_env env, char const* resource_name, std::function<void(Environment&)> on_wake)
    : state_(std::make_shared<State>()) {
  state_->on_wake = std::move(on_wake);
  // The finalizer may run long after close(), so it owns a share of the state that `deliver` uses.
  auto* const share = new std::shared_ptr<State>(state_);
  // One slot is enough: a full queue means that a wake-up is already under way.
  wakeup_ = Wakeup::New(
      env, resource_name, /* maxQueueSize */ 1, /* initialThreadCount */ 1, state_.get(),
      [](Napi::Env, std::shared_ptr<State>* owned, State*) { delete owned; }, share);
}

JsQueue::~JsQueue() { close(); }

void JsQueue::post(std::unique_ptr<Task> task) {
  {
    std::lock_guard<std::mutex> const lock(state_->mutex);
    state_->tasks.push_back(std::move(task));
  }
  wake();
}

void JsQueue::wake() noexcept {
  if (!state_->woken.exchange(true)) wakeup_.NonBlockingCall();
}

void JsQueue::ref(napi_env env) {
  if (open_) wakeup_.Ref(env);
}

void JsQueue::unref(napi_env env) {
  if (open_) wakeup_.Unref(env);
}

void JsQueue::close() {
  if (!std::exchange(open_, false)) return;
  state_->open = false;
  state_->on_wake = nullptr;
  state_->take();
  wakeup_.Release();
}

void JsQueue::deliver(Napi::Env env, Napi::Function, State* state, void*) {
  if (static_cast<napi_env>(env) == nullptr) return;  // Node.js drains the queue at teardown
  auto& environment = Environment::of(env);
  state->woken = false;  // first: a task that is posted later may be too late for this delivery
  for (auto& task : state->take()) {
    HandleScope const scope(env);
    report_uncaught(environment, [&] { task->on_js_thread(environment); });
  }
  if (state->open && state->on_wake) {
    // A copy, because a listener may close the queue.
    auto const on_wake = state->on_wake;
    report_uncaught(environment, [&] { on_wake(environment); });
  }
}

}  // namespace binding

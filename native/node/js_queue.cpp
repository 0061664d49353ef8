#include "runtime/mailbox.h"

#include <atomic>
#include <mutex>
#include <utility>

#include "runtime/boundary.h"
#include "runtime/environment.h"

namespace binding {

struct Mailbox::State {
  std::function<void(Environment&)> on_wake;
  std::mutex mutex;  // guards letters
  std::vector<std::unique_ptr<Letter>> letters;
  bool open = true;  // JS thread only
  // A wake-up is on its way. Asked first, because the thread-safe function's lock is the JS
  // thread's while it delivers.
  std::atomic<bool> woken{false};

  std::vector<std::unique_ptr<Letter>> take() {
    std::lock_guard<std::mutex> const lock(mutex);
    return std::exchange(letters, {});
  }
};

Mailbox::Mailbox(Napi::Env env, char const* resource_name,
                 std::function<void(Environment&)> on_wake)
    : state_(std::make_shared<State>()) {
  state_->on_wake = std::move(on_wake);
  // The finalizer may run long after close(): it holds a share of the state that `deliver` uses.
  auto* const share = new std::shared_ptr<State>(state_);
  // One slot is enough: a full queue means that a wake-up is already on its way.
  wakeup_ = Wakeup::New(
      env, resource_name, /* maxQueueSize */ 1, /* initialThreadCount */ 1, state_.get(),
      [](Napi::Env, std::shared_ptr<State>* owned, State*) { delete owned; }, share);
}

Mailbox::~Mailbox() { close(); }

void Mailbox::post(std::unique_ptr<Letter> letter) {
  {
    std::lock_guard<std::mutex> const lock(state_->mutex);
    state_->letters.push_back(std::move(letter));
  }
  wake();
}

void Mailbox::wake() noexcept {
  if (!state_->woken.exchange(true)) wakeup_.NonBlockingCall();
}

void Mailbox::ref(Napi::Env env) {
  if (open_) wakeup_.Ref(env);
}

void Mailbox::unref(Napi::Env env) {
  if (open_) wakeup_.Unref(env);
}

void Mailbox::close() {
  if (!std::exchange(open_, false)) return;
  state_->open = false;
  state_->on_wake = nullptr;
  state_->take();
  wakeup_.Release();
}

void Mailbox::deliver(Napi::Env env, Napi::Function, State* state, void*) {
  if (static_cast<napi_env>(env) == nullptr) return;  // the queue is being drained at teardown
  auto& environment = Environment::of(env);
  state->woken = false;  // first: what comes from now on may be too late for this round
  for (auto& letter : state->take()) {
    Napi::HandleScope const scope(env);
    report_uncaught(environment, [&] { letter->open(environment); });
  }
  if (state->open && state->on_wake) {
    // A copy, because a listener may close the mailbox.
    auto const on_wake = state->on_wake;
    report_uncaught(environment, [&] { on_wake(environment); });
  }
}

}  // namespace binding

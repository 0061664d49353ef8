// Runs tasks on the JS thread. One thread-safe function per queue; wake-ups are coalesced.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "node/napi.h"

namespace binding {

class Environment;

// Work for the JS thread.
class Task {
 public:
  Task() = default;
  Task(Task const&) = delete;
  Task& operator=(Task const&) = delete;
  virtual ~Task() = default;
  // On the JS thread, in a handle scope. What it throws becomes an uncaughtException.
  virtual void on_js_thread(Environment& env) = 0;
};

class JsQueue {
 public:
  // JS thread. `on_wake` runs on the JS thread after the tasks, for every wake-up, coalesced.
  JsQueue(Napi::Env env, char const* resource_name, std::function<void(Environment&)> on_wake);
  ~JsQueue();
  JsQueue(JsQueue const&) = delete;
  JsQueue& operator=(JsQueue const&) = delete;

  // Any thread, until close(). Neither blocks nor calls back.
  void post(std::unique_ptr<Task> task);
  void wake() noexcept;

  // JS thread: whether an open queue keeps the event loop alive.
  void ref(Napi::Env env);
  void unref(Napi::Env env);

  // JS thread, when no thread posts any more. Tasks that have not run are dropped.
  void close();

 private:
  struct State;
  static void deliver(Napi::Env env, Napi::Function, State* state, void*);
  using Wakeup = Napi::TypedThreadSafeFunction<State, void, deliver>;

  std::shared_ptr<State> state_;
  Wakeup wakeup_;
  bool open_ = true;
};

}  // namespace binding

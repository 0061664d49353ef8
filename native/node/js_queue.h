// Runs tasks on the JS thread. One thread-safe function per queue; wake-ups are coalesced.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "node/napi.h"

namespace binding {

class Environment;

// A task: work for the JS thread.
class Task {
 public:
  Task() = default;
  Task(Task const&) = delete;
  Task& operator=(Task const&) = delete;
  virtual ~Task() = default;
  // Runs on the JS thread, in a handle scope. An exception becomes an uncaughtException.
  virtual void on_js_thread(Environment& env) = 0;
};

class JsQueue {
 public:
  // JS thread. `on_wake` runs there after the tasks, once for all wake-ups since it ran last.
  JsQueue(napi_env env, char const* resource_name, std::function<void(Environment&)> on_wake);
  ~JsQueue();
  JsQueue(JsQueue const&) = delete;
  JsQueue& operator=(JsQueue const&) = delete;

  // Any thread, until close(). Neither call blocks or runs JavaScript.
  void post(std::unique_ptr<Task> task);
  void wake() noexcept;

  // JS thread. An open queue keeps the event loop alive after ref(), and not after unref().
  void ref(napi_env env);
  void unref(napi_env env);

  // JS thread, when no thread posts any more. Drops the tasks that have not run.
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

// The way from any thread to the JS thread: one thread-safe function, many letters.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "runtime/napi.h"

namespace binding {

class Environment;

// A piece of work for the JS thread.
class Letter {
 public:
  Letter() = default;
  Letter(Letter const&) = delete;
  Letter& operator=(Letter const&) = delete;
  virtual ~Letter() = default;
  // On the JS thread, in a handle scope. What it throws becomes an uncaughtException.
  virtual void open(Environment& env) = 0;
};

class Mailbox {
 public:
  // JS thread. `on_wake` runs on the JS thread after the letters, for every wake-up, coalesced.
  Mailbox(Napi::Env env, char const* resource_name, std::function<void(Environment&)> on_wake);
  ~Mailbox();
  Mailbox(Mailbox const&) = delete;
  Mailbox& operator=(Mailbox const&) = delete;

  // Any thread, until close(). Neither blocks nor calls back.
  void post(std::unique_ptr<Letter> letter);
  void wake() noexcept;

  // JS thread: whether an open mailbox keeps the event loop alive.
  void ref(Napi::Env env);
  void unref(Napi::Env env);

  // JS thread, once nobody can post any more. Letters that were not opened are dropped.
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

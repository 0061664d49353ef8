// Owns threads that must be joined before static destructors run.
#pragma once

namespace binding {

// An owner of threads. close_now() is called by
// - the cleanup hook of its environment, at the natural end of a process or worker;
// - the atexit handler, after process.exit() or an uncaught exception, which run no hooks.
class Closable {
 public:
  Closable() = default;
  Closable(Closable const&) = delete;
  Closable& operator=(Closable const&) = delete;

  // Stops and joins every thread. Calls no Node-API: the environment may have ended.
  virtual void close_now() noexcept = 0;

 protected:
  ~Closable() = default;
};

// Any thread. A Closable is on the list as long as its threads exist.
void close_at_exit(Closable& closable);
void forget_at_exit(Closable& closable) noexcept;

// Runs close_now(). Writes a line to stderr when that took more than 500 ms.
void close_fast(Closable& closable) noexcept;

}  // namespace binding

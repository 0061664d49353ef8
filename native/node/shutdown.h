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

  // Stops and joins every thread. Calls nothing of Node's: there may be no environment any more.
  virtual void close_now() noexcept = 0;

 protected:
  ~Closable() = default;
};

// From any thread. A Closable is on the list from the moment its threads exist until they are
// joined.
void close_at_exit(Closable& closable);
void forget_at_exit(Closable& closable) noexcept;

// Runs close_now(), and writes a line to stderr when that took more than half a second.
void close_fast(Closable& closable) noexcept;

}  // namespace binding

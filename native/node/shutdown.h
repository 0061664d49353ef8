// What must be shut down before static destructors run, whichever way the process or a worker ends.
#pragma once

namespace binding {

// Something that owns threads. Ways to end it in a hurry:
// - natural end of an environment: the owner's cleanup hook;
// - process.exit() and uncaught exceptions on the main thread run no hook: the atexit closer.
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

// Runs close_now() and says so on stderr when that took long enough for somebody to wonder.
void close_in_hurry(Closable& closable) noexcept;

}  // namespace binding

#include "runtime/fault_signals.h"

#ifndef _WIN32

#include <dlfcn.h>

#include <array>
#include <csignal>
#include <mutex>

namespace binding {
namespace {

struct Shared {
  int signal;
  struct sigaction before {};
  struct sigaction library {};
};

std::array<Shared, 2> shared = {Shared{SIGSEGV}, Shared{SIGBUS}};

// v8::TryHandleWebAssemblyTrapPosix: exported by Node.js, absent in other runtimes.
using TryHandleTrap = bool (*)(int, siginfo_t*, void*);
TryHandleTrap try_handle_trap = nullptr;

// initial-exec: a signal handler must not allocate thread-local storage.
__attribute__((tls_model("initial-exec"))) thread_local bool runs_javascript = false;

void call(struct sigaction const& action, int signal, siginfo_t* info, void* context) {
  if ((action.sa_flags & SA_SIGINFO) != 0) {
    action.sa_sigaction(signal, info, context);
  } else if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) {
    action.sa_handler(signal);
  } else {
    // The faulting instruction runs again, and ends the process as it would have.
    sigaction(signal, &action, nullptr);
  }
}

void handle(int signal, siginfo_t* info, void* context) {
  if (try_handle_trap != nullptr && try_handle_trap(signal, info, context)) return;
  Shared const& actions = signal == SIGSEGV ? shared[0] : shared[1];
  call(runs_javascript ? actions.before : actions.library, signal, info, context);
}

bool same_handler(struct sigaction const& a, struct sigaction const& b) {
  return a.sa_sigaction == b.sa_sigaction;
}

void share(void (*install)()) {
  try_handle_trap = reinterpret_cast<TryHandleTrap>(
      dlsym(RTLD_DEFAULT, "_ZN2v829TryHandleWebAssemblyTrapPosixEiP9siginfo_tPv"));
  for (auto& actions : shared) sigaction(actions.signal, nullptr, &actions.before);
  install();
  for (auto& actions : shared) {
    sigaction(actions.signal, nullptr, &actions.library);
    if (same_handler(actions.before, actions.library)) continue;
    struct sigaction ours = actions.before;
    ours.sa_sigaction = handle;
    // On the alternate stack where there is one: the fault may be a stack overflow.
    ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigaction(actions.signal, &ours, nullptr);
  }
}

}  // namespace

void share_fault_signals(void (*install)()) {
  static std::once_flag once;
  std::call_once(once, share, install);
}

void mark_javascript_thread() noexcept { runs_javascript = true; }

}  // namespace binding

#else

namespace binding {

// Windows has structured exceptions, which each part handles where it causes them.
void share_fault_signals(void (*)()) {}
void mark_javascript_thread() noexcept {}

}  // namespace binding

#endif

#include "node/fault_signals.h"

#include <atomic>

namespace binding {
namespace {

// Lock-free, because a signal handler uses them.
std::atomic<unsigned> mapped_reads{0};
std::atomic<unsigned> replaced_pages{0};

}  // namespace

MappedRead::MappedRead() noexcept : replaced_before_(replaced_pages) { ++mapped_reads; }

MappedRead::MappedRead(MappedRead const& other) noexcept
    : replaced_before_(other.replaced_before_) {
  ++mapped_reads;
}

MappedRead::~MappedRead() { --mapped_reads; }

bool MappedRead::failed() const noexcept { return replaced_pages != replaced_before_; }

}  // namespace binding

#ifndef _WIN32

#include <dlfcn.h>
#include <pthread.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <mutex>

namespace binding {
namespace {

struct Shared {
  int signal;
  struct sigaction before {};
  struct sigaction library {};
};

std::array<Shared, 2> shared = {Shared{SIGSEGV}, Shared{SIGBUS}};

std::uintptr_t page_size = 0;

// v8::TryHandleWebAssemblyTrapPosix: exported by Node.js, absent in other runtimes.
using TryHandleTrap = bool (*)(int, siginfo_t*, void*);
TryHandleTrap try_handle_trap = nullptr;

// Problem: a signal handler must not allocate, as the first access to a thread_local may; those
// that are allocated in advance have 1.6 kB of space for all libraries that a process loads late.
// Rule: threads that run JavaScript are marked by thread-specific data. Not null in them.
pthread_key_t make_key() {
  pthread_key_t key{};
  pthread_key_create(&key, nullptr);
  return key;
}
pthread_key_t const javascript_thread = make_key();

void call(struct sigaction const& action, int signal, siginfo_t* info, void* context) {
  if ((action.sa_flags & SA_SIGINFO) != 0) {
    action.sa_sigaction(signal, info, context);
  } else if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) {
    action.sa_handler(signal);
  } else {
    // The faulting instruction runs again, and ends the process as without this handler.
    sigaction(signal, &action, nullptr);
  }
}

// Returns whether the fault is a read. False on systems that don't report it.
bool was_read([[maybe_unused]] void* context) {
#if defined __linux__ && defined __x86_64__
  constexpr greg_t write = 2;  // bit 1 of the error code of a page fault
  return (static_cast<ucontext_t*>(context)->uc_mcontext.gregs[REG_ERR] & write) == 0;
#elif defined __linux__ && defined __aarch64__
  // A list of records, each with its name and size. An empty record ends it.
  constexpr std::uint64_t write = 1U << 6;  // WnR of the syndrome of a data abort
  unsigned char const* record = static_cast<ucontext_t*>(context)->uc_mcontext.__reserved;
  for (;;) {
    _aarch64_ctx head;
    std::memcpy(&head, record, sizeof head);
    if (head.magic == 0 || head.size == 0) return false;
    if (head.magic == ESR_MAGIC) break;
    record += head.size;
  }
  esr_context syndrome;
  std::memcpy(&syndrome, record, sizeof syndrome);
  return (syndrome.esr & write) == 0;
#else
  return false;
#endif
}

// Replaces a page that can't be read by a page of zeros.
bool replace_page(void* address) {
  auto const offset = reinterpret_cast<std::uintptr_t>(address) % page_size;
  void* const page = static_cast<char*>(address) - offset;
  constexpr int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  if (mmap(page, page_size, PROT_READ, flags, -1, 0) == MAP_FAILED) return false;
  ++replaced_pages;
  return true;
}

void handle(int signal, siginfo_t* info, void* context) {
  if (try_handle_trap != nullptr && try_handle_trap(signal, info, context)) return;
  Shared const& actions = signal == SIGSEGV ? shared[0] : shared[1];
  if (pthread_getspecific(javascript_thread) != nullptr)
    return call(actions.before, signal, info, context);
  bool const unread = signal == SIGBUS && info->si_code == BUS_ADRERR && was_read(context);
  if (unread && mapped_reads > 0 && replace_page(info->si_addr)) return;
  call(actions.library, signal, info, context);
}

bool same_handler(struct sigaction const& a, struct sigaction const& b) {
  return a.sa_sigaction == b.sa_sigaction;
}

void share(void (*install)()) {
  try_handle_trap = reinterpret_cast<TryHandleTrap>(
      dlsym(RTLD_DEFAULT, "_ZN2v829TryHandleWebAssemblyTrapPosixEiP9siginfo_tPv"));
  page_size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  for (auto& actions : shared) sigaction(actions.signal, nullptr, &actions.before);
  install();
  for (auto& actions : shared) {
    sigaction(actions.signal, nullptr, &actions.library);
    if (same_handler(actions.before, actions.library)) continue;
    struct sigaction shared_action = actions.before;
    shared_action.sa_sigaction = handle;
    // On the alternate stack where there is one: the fault may be a stack overflow.
    shared_action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigaction(actions.signal, &shared_action, nullptr);
  }
}

}  // namespace

void share_fault_signals(void (*install)()) {
  static std::once_flag once;
  std::call_once(once, share, install);
}

void mark_javascript_thread() noexcept {
  pthread_setspecific(javascript_thread, &javascript_thread);
}

}  // namespace binding

#else

namespace binding {

// Windows has structured exceptions, which each part handles where it causes them.
void share_fault_signals(void (*)()) {}
void mark_javascript_thread() noexcept {}

}  // namespace binding

#endif

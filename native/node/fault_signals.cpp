#include "node/fault_signals.h"

#include <array>
#include <atomic>
#include <filesystem>
#include <functional>
#include <string_view>
#include <system_error>

namespace binding {
namespace {

// Lock-free, because a signal handler uses them.
std::atomic<unsigned> mapped_reads{0};
std::atomic<std::uint64_t> replaced{0};

// A file by the hash of its path.
constexpr std::uint32_t unknown_file = 0;
constexpr std::uint32_t no_file = 1;  // memory

std::uint32_t hash_of(std::string_view path) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(path)) | 2;
}

// The files of the last replaced pages. The upper half of an entry is the number of its page: a
// page counts as replaced before its entry is written.
std::array<std::atomic<std::uint64_t>, 4096> replaced_in{};

constexpr std::uint64_t entry_of(std::uint64_t page, std::uint32_t file) {
  return page << 32 | file;
}

// Returns whether the page is one of `file`, or may be.
bool is_in(std::uint32_t file, std::uint64_t page) {
  std::uint64_t const entry = replaced_in[page % replaced_in.size()];
  auto const of_page = static_cast<std::uint32_t>(entry);
  bool const is_known = entry == entry_of(page, of_page) && of_page != unknown_file;
  return !is_known || of_page == file;
}

}  // namespace

MappedRead::MappedRead() noexcept { ++mapped_reads; }
MappedRead::MappedRead(MappedRead const&) noexcept { ++mapped_reads; }
MappedRead::~MappedRead() { --mapped_reads; }

std::uint64_t replaced_pages() noexcept { return replaced; }

bool has_replaced_page(std::string const& path, std::uint64_t since) {
  std::uint64_t const now = replaced;
  if (now == since) return false;
  if (now - since > replaced_in.size()) return true;
  std::error_code error;
  std::uint32_t const file = hash_of(std::filesystem::canonical(path, error).native());
  for (auto page = since; page != now; ++page) {
    if (is_in(file, page)) return true;
  }
  return false;
}

}  // namespace binding

#ifndef _WIN32

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#if defined __linux__
#include <sys/syscall.h>
#endif
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>
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

// The table of mappings that Linux prints, read without allocating.
class Maps {
 public:
  Maps() : file_(open("/proc/self/maps", O_RDONLY | O_CLOEXEC)) {}
  Maps(Maps const&) = delete;
  Maps& operator=(Maps const&) = delete;
  ~Maps() { close(file_); }

  // Reads `START-END permissions offset device inode`, and the path where there is one. Returns
  // false at the end of the table.
  bool next_line() {
    start_ = number();
    end_ = number();
    path_size_ = 0;
    int c = next();
    while (c != '/' && c != '\n' && c != at_end) c = next();
    for (; c != '\n' && c != at_end; c = next()) {
      if (path_size_ < path_.size()) path_[path_size_++] = static_cast<char>(c);
    }
    return c != at_end;
  }
  bool has(std::uintptr_t address) const { return start_ <= address && address < end_; }
  // Linux escapes a line feed, and adds ` (deleted)`: then the path isn't known.
  std::uint32_t file() const {
    std::string_view const path(path_.data(), path_size_);
    if (path.empty()) return no_file;
    constexpr std::string_view deleted = " (deleted)";
    bool const ends_so =
        path.size() >= deleted.size() && path.substr(path.size() - deleted.size()) == deleted;
    bool const is_known =
        path.size() < path_.size() && !ends_so && path.find('\\') == std::string_view::npos;
    return is_known ? hash_of(path) : unknown_file;
  }

 private:
  static constexpr int at_end = -1;

  int next() {
    if (used_ == filled_) {
      filled_ = read(file_, buffer_.data(), buffer_.size());
      used_ = 0;
      if (filled_ <= 0) return filled_ = 0, at_end;
    }
    return static_cast<unsigned char>(buffer_[static_cast<std::size_t>(used_++)]);
  }
  // Reads a hexadecimal number and the character behind it.
  std::uintptr_t number() {
    std::uintptr_t value = 0;
    for (int c = next();; c = next()) {
      if (c >= '0' && c <= '9') {
        value = value * 16 + static_cast<std::uintptr_t>(c - '0');
      } else if (c >= 'a' && c <= 'f') {
        value = value * 16 + static_cast<std::uintptr_t>(c - 'a' + 10);
      } else {
        return value;
      }
    }
  }

  int file_;
  std::array<char, 4096> buffer_{};
  ssize_t used_ = 0;
  ssize_t filled_ = 0;
  std::uintptr_t start_ = 0;
  std::uintptr_t end_ = 0;
  std::array<char, 4096> path_{};
  std::size_t path_size_ = 0;
};

std::uint32_t file_at(void* address) {
  Maps maps;
  while (maps.next_line()) {
    if (maps.has(reinterpret_cast<std::uintptr_t>(address))) return maps.file();
  }
  return unknown_file;
}

// mmap() is no function that a signal handler may call. A system call is.
bool map_page(void* page, int flags) {
#if defined __linux__ && defined SYS_mmap
  return syscall(SYS_mmap, page, page_size, PROT_READ, flags, -1, 0L) != -1;
#else
  return mmap(page, page_size, PROT_READ, flags, -1, 0) != MAP_FAILED;
#endif
}

// Replaces a page that can't be read by a page of zeros. The count tells of it before a thread can
// read the zeros. Another thread may have replaced the page since the fault.
bool replace_page(void* address) {
  int const error = errno;
  std::uint32_t const file = file_at(address);
  errno = error;
  if (file == no_file) return true;
  std::uint64_t const page_number = replaced++;
  replaced_in[page_number % replaced_in.size()] = entry_of(page_number, file);
  auto const offset = reinterpret_cast<std::uintptr_t>(address) % page_size;
  void* const page = static_cast<char*>(address) - offset;
  constexpr int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  return map_page(page, flags);
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

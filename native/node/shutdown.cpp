#include "node/shutdown.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <vector>

namespace binding {
namespace {

struct ExitList {
  std::mutex mutex;
  std::vector<Closable*> open;
};

// Leaked on purpose: the atexit handler uses it while static destructors run.
ExitList& exit_list() {
  static auto* list = new ExitList;
  return *list;
}

Closable* take_one() {
  auto& list = exit_list();
  std::lock_guard<std::mutex> const lock(list.mutex);
  if (list.open.empty()) return nullptr;
  Closable* const last = list.open.back();
  list.open.pop_back();
  return last;
}

void close_all() {
  while (Closable* const closable = take_one()) close_fast(*closable);
}

}  // namespace

void close_at_exit(Closable& closable) {
  static bool const registered = std::atexit(close_all) == 0;
  (void)registered;
  auto& list = exit_list();
  std::lock_guard<std::mutex> const lock(list.mutex);
  list.open.push_back(&closable);
}

void forget_at_exit(Closable& closable) noexcept {
  auto& list = exit_list();
  std::lock_guard<std::mutex> const lock(list.mutex);
  list.open.erase(std::remove(list.open.begin(), list.open.end(), &closable), list.open.end());
}

void close_fast(Closable& closable) noexcept {
  using namespace std::chrono;
  auto const start = steady_clock::now();
  closable.close_now();
  auto const took = duration_cast<milliseconds>(steady_clock::now() - start);
  if (took > milliseconds(500)) {
    std::fprintf(stderr, "libtorrent-napi: exit waited %lld ms for work that had not ended\n",
                 static_cast<long long>(took.count()));
  }
}

}  // namespace binding
